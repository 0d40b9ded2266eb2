import { jsonAnswer } from '../answers.ts';
import type { Accounts } from '../accounts.ts';
import { cheerTiers, emulatedCheermotes, type EmulatedCheermote } from '../cheermotes.ts';
import type { HelixEndpoint } from './endpoint.ts';

const imageHost = 'https://d3aqoihi2n8ty8.cloudfront.net';
const scales = ['1', '1.5', '2', '3', '4'] as const;

/** The endpoint on cheermotes; any token will do. @see https://dev.twitch.tv/docs/api/reference/#get-cheermotes */
export function cheermoteEndpoints(accounts: Accounts): readonly HelixEndpoint[] {
	return [
		{
			method: 'GET',
			path: '/bits/cheermotes',
			answer({ query }) {
				const owner = accounts.byId(query.get('broadcaster_id') ?? '')?.login;
				const known = emulatedCheermotes.filter((cheermote) => !cheermote.owner || cheermote.owner === owner);
				return jsonAnswer({ data: known.map(formatCheermote) });
			}
		}
	];
}

function formatCheermote({ prefix, owner }: EmulatedCheermote, index: number) {
	return {
		prefix,
		tiers: cheerTiers.map(({ minBits, color }) => ({
			min_bits: minBits,
			id: String(minBits),
			color,
			images: { dark: formatImages(prefix, 'dark', minBits), light: formatImages(prefix, 'light', minBits) },
			can_cheer: true,
			show_in_bits_card: true
		})),
		type: owner ? 'channel_custom' : 'global_first_party',
		order: index + 1,
		last_updated: '2018-05-22T00:06:04Z',
		is_charitable: false
	};
}

function formatImages(prefix: string, theme: 'dark' | 'light', minBits: number) {
	const folder = `${imageHost}/actions/${prefix.toLowerCase()}/${theme}`;
	const images = (format: 'animated' | 'static', ending: 'gif' | 'png') =>
		Object.fromEntries(scales.map((scale) => [scale, `${folder}/${format}/${minBits}/${scale}.${ending}`]));
	return { animated: images('animated', 'gif'), static: images('static', 'png') };
}
