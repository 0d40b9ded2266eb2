import type { LiveEmoteService } from '#lib/platforms/twitch/emulator/third-party/third-party-emulator.ts';
import type { TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import * as v from 'valibot';
import { faultSchema } from './control-faults.ts';
import type { World } from './world.ts';

const prefix = '/control/';
const longestBody = 1024 * 1024;
const loopback = ['localhost', '127.0.0.1', '[::1]'];

const chatSchema = v.object({ channelId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)), message: v.unknown() });
const populationSchema = v.object({ running: v.boolean() });
const action = v.picklist(['expire-access', 'revoke-grants']);
const twitchTokensSchema = v.object({ action, login: v.optional(v.string()) });
const liveSchema = v.object({ login: v.string(), live: v.boolean() });
const eventSchema = v.object({
	type: v.pipe(v.string(), v.regex(/^[a-z_.]{1,80}$/)),
	login: v.string(),
	event: v.optional(v.record(v.string(), v.unknown()))
});
const redeemSchema = v.object({
	login: v.string(),
	channel: v.string(),
	rewardId: v.string(),
	input: v.optional(v.string())
});
const trainSchema = v.object({ login: v.string() });
const adSchema = v.object({ login: v.string(), inSeconds: v.pipe(v.number(), v.minValue(0)), seconds: v.number() });
const thetaTokensSchema = v.object({ action, userId: v.optional(v.string()) });
const installSchema = v.object({ channelId: v.string(), installed: v.boolean() });
const emoteName = v.pipe(v.string(), v.regex(/^\S{1,100}$/));
const emoteSchema = v.object({ channelId: v.string(), name: emoteName });
const renameSchema = v.object({ ...emoteSchema.entries, newName: emoteName });
const queuedLine = { channel: v.string(), login: v.string(), text: v.string() };
const heldSchema = v.object({
	...queuedLine,
	category: v.optional(v.string()),
	level: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)))
});
const unbanRequestSchema = v.object(queuedLine);
const suspiciousSchema = v.object({
	...queuedLine,
	treatment: v.optional(v.picklist(['none', 'active_monitoring', 'restricted']))
});
const acknowledgeSchema = v.object({ channel: v.string(), login: v.string() });
const keySchema = v.object({ refused: v.boolean() });

const unknownLogin = '"login" names no account of the emulator.';

/** What the caller did wrong, in a sentence. */
class BadRequest extends Error {}

type Command = (world: World, request: Request) => unknown;

const commands: Readonly<Record<string, Command>> = {
	'POST twitch/irc': async ({ twitch }, request) => ({ delivered: twitch.deliver(await readLines(request)) }),
	'POST twitch/reconnect': ({ twitch }) => {
		twitch.requestReconnect();
		return { requested: true };
	},
	'POST twitch/tokens': async ({ twitch }, request) => {
		const { action, login } = await readJson(request, twitchTokensSchema);
		if (login !== undefined && !isSeeded(twitch, login)) throw new BadRequest(unknownLogin);
		return action === 'expire-access'
			? { expired: twitch.expireAccessTokens(login) }
			: { revoked: twitch.revokeGrants(login) };
	},
	'POST twitch/live': async ({ twitch }, request) => {
		const { login, live } = await readJson(request, liveSchema);
		if (!isSeeded(twitch, login)) throw new BadRequest(unknownLogin);
		twitch.setLive(login, live);
		return { live };
	},
	...queueCommands(),
	'POST twitch/eventsub': async ({ twitch }, request) => {
		const { type, login, event } = await readJson(request, eventSchema);
		if (!isSeeded(twitch, login)) throw new BadRequest(unknownLogin);
		return { delivered: twitch.tell(login, type, event) };
	},
	'POST twitch/eventsub-reconnect': ({ twitch }) => ({ asked: twitch.requestEventSubReconnect() }),
	'POST twitch/redeem': async ({ twitch }, request) => {
		const redemption = await readJson(request, redeemSchema);
		if (!isSeeded(twitch, redemption.login)) throw new BadRequest(unknownLogin);
		if (!isSeeded(twitch, redemption.channel)) throw new BadRequest('"channel" names no account of the emulator.');
		if (!twitch.redeem(redemption)) throw new BadRequest('"rewardId" names no reward that can be redeemed now.');
		return { redeemed: true };
	},
	'POST twitch/hype-train': async ({ twitch }, request) => {
		const { login } = await readJson(request, trainSchema);
		if (!isSeeded(twitch, login)) throw new BadRequest(unknownLogin);
		return { started: twitch.startHypeTrain(login) };
	},
	'POST twitch/ad': async ({ twitch }, request) => {
		const { login, inSeconds, seconds } = await readJson(request, adSchema);
		if (!isSeeded(twitch, login)) throw new BadRequest(unknownLogin);
		twitch.scheduleAd(login, { inSeconds, seconds });
		return { scheduled: seconds };
	},
	'POST theta/chat': async ({ theta }, request) => {
		const { channelId, message } = await readJson(request, chatSchema);
		if (message === undefined) throw new BadRequest('"message" is missing.');
		return {
			delivered: theta.watchedChannels().includes(channelId) ? 1 : 0,
			timetoken: theta.publish(channelId, message)
		};
	},
	'POST theta/tokens': async ({ theta }, request) => {
		const { action, userId } = await readJson(request, thetaTokensSchema);
		return action === 'expire-access'
			? { expired: theta.expireAccessTokens(userId) }
			: { revoked: theta.revokeGrants(userId) };
	},
	'POST theta/installation': async ({ theta }, request) => {
		const { channelId, installed } = await readJson(request, installSchema);
		if (!theta.users.some(({ id }) => id === channelId))
			throw new BadRequest('"channelId" names no channel of the emulator.');
		theta.setInstalled(channelId, installed);
		return { installed };
	},
	...emoteCommands('bttv'),
	...emoteCommands('7tv'),
	'POST theta/key': async ({ theta }, request) => {
		const { refused } = await readJson(request, keySchema);
		theta.setKeyRefused(refused);
		return { refused };
	},
	'POST population': async ({ population }, request) => {
		const { running } = await readJson(request, populationSchema);
		if (running) population.start();
		else population.stop();
		return { running };
	},
	'POST faults': async ({ gate }, request) => ({ struck: gate.strike(await readJson(request, faultSchema)) }),
	'GET faults': ({ faults }) => ({ faults: faults.list() }),
	'DELETE faults': ({ faults }) => ({ cleared: faults.clear() }),
	'GET requests': ({ journal }, request) => ({ requests: journal.list(readFilter(new URL(request.url).searchParams)) }),
	'POST reset': (world) => {
		world.reset();
		return { reset: true };
	}
};

function queueCommands(): Readonly<Record<string, Command>> {
	return {
		'POST twitch/automod': async ({ twitch }, request) => ({
			messageId: twitch.queues.held.hold(await readSeeded(twitch, request, heldSchema))
		}),
		'POST twitch/unban-request': async ({ twitch }, request) => ({
			requestId: twitch.queues.unbanRequests.file(await readSeeded(twitch, request, unbanRequestSchema))
		}),
		'POST twitch/suspicious': async ({ twitch }, request) => ({
			messageId: twitch.queues.suspicious.say(await readSeeded(twitch, request, suspiciousSchema))
		}),
		'POST twitch/acknowledge': async ({ twitch }, request) => {
			twitch.queues.acknowledge(await readSeeded(twitch, request, acknowledgeSchema));
			return { acknowledged: true };
		}
	};
}

/** Reads a body that names a channel and somebody in it. */
async function readSeeded<Schema extends v.GenericSchema<unknown, { channel: string; login: string }>>(
	twitch: TwitchEmulator,
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const body = await readJson(request, schema);
	if (!isSeeded(twitch, body.login)) throw new BadRequest(unknownLogin);
	if (!isSeeded(twitch, body.channel)) throw new BadRequest('"channel" names no channel of the emulator.');
	return body;
}

function isSeeded({ users }: TwitchEmulator, login: string): boolean {
	return users.some((user) => user.login === login);
}

function emoteCommands(service: LiveEmoteService): Readonly<Record<string, Command>> {
	const unknownName = '"name" names no emote of that channel.';
	return {
		[`POST ${service}/emotes`]: async ({ thirdParties }, request) => {
			const { channelId, name } = await readJson(request, emoteSchema);
			if (!thirdParties.addEmote(service, channelId, name)) throw new BadRequest('"name" is taken in that channel.');
			return { added: name };
		},
		[`DELETE ${service}/emotes`]: async ({ thirdParties }, request) => {
			const { channelId, name } = await readJson(request, emoteSchema);
			if (!thirdParties.removeEmote(service, channelId, name)) throw new BadRequest(unknownName);
			return { removed: name };
		},
		[`PATCH ${service}/emotes`]: async ({ thirdParties }, request) => {
			const { channelId, name, newName } = await readJson(request, renameSchema);
			if (!thirdParties.renameEmote(service, channelId, name, newName)) throw new BadRequest(unknownName);
			return { renamed: newName };
		}
	};
}

/** Whether a request is meant for the control API. */
export function isControl(request: Request): boolean {
	return new URL(request.url).pathname.startsWith(prefix);
}

/** Answers one call of the control API; only programs and pages of this machine may call it. */
export async function answerControl(request: Request, world: World): Promise<Response> {
	if (!isLocal(request)) return answer(403, { error: 'The control API is open to this machine only.' });
	const name = `${request.method} ${new URL(request.url).pathname.slice(prefix.length)}`;
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) return answer(404, { error: `There is no such call. Known are: ${Object.keys(commands).join(', ')}.` });
	try {
		return answer(200, await command(world, request));
	} catch (error) {
		if (error instanceof BadRequest) return answer(400, { error: error.message });
		throw error;
	}
}

/** The host keeps DNS rebinding out, the origin every page that is not of this machine. */
function isLocal(request: Request): boolean {
	const origin = request.headers.get('origin');
	return isLoopback(request.url) && (origin === null || isLoopback(origin));
}

function isLoopback(url: string): boolean {
	return URL.canParse(url) && loopback.includes(new URL(url).hostname);
}

async function readLines(request: Request): Promise<string> {
	const lines = await readBody(request);
	if (lines.trim() === '') throw new BadRequest('The body is empty: it takes raw IRC lines.');
	return lines;
}

async function readJson<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const result = v.safeParse(schema, parse(await readBody(request)));
	if (result.success) return result.output;
	const [issue] = result.issues;
	const path = v.getDotPath(issue);
	throw new BadRequest(path === null ? issue.message : `"${path}" is wrong: ${issue.message}`);
}

async function readBody(request: Request): Promise<string> {
	const body = await request.text();
	if (body.length > longestBody) throw new BadRequest(`The body is longer than ${longestBody} characters.`);
	return body;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new BadRequest('The body is not JSON.');
	}
}

function readFilter(query: URLSearchParams): { path?: string; since?: number } {
	const path = query.get('path');
	const since = query.get('since');
	if (since !== null && !/^\d{1,16}$/.test(since))
		throw new BadRequest('"since" is wrong: it takes epoch milliseconds.');
	return { ...(path !== null && { path }), ...(since !== null && { since: Number(since) }) };
}

function answer(status: number, body: unknown): Response {
	return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
