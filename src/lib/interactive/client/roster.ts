import type { Json, JsonObject } from '#lib/interactive/json.ts';
import type { Call } from './call.ts';
import { readResources } from './resource.ts';

/** Who is in the room, in which group, and which scene each group sees; fed by the host's calls. */
export class Roster {
	readonly #participants = new Map<string, JsonObject>();
	readonly #groups = new Map<string, JsonObject>([['default', { groupID: 'default', sceneID: 'default' }]]);

	/** By session id, as the host tells of them. */
	get participants(): ReadonlyMap<string, JsonObject> {
		return this.#participants;
	}

	/** By id, as the host tells of them. */
	get groups(): ReadonlyMap<string, JsonObject> {
		return this.#groups;
	}

	/** The id of the scene that a participant sees. */
	sceneIdOf(sessionId: Json | undefined): string | undefined {
		const participant = typeof sessionId === 'string' ? this.#participants.get(sessionId) : undefined;
		const groupId = participant?.['groupID'];
		const group = typeof groupId === 'string' ? this.#groups.get(groupId) : undefined;
		const sceneId = group?.['sceneID'];
		return typeof sceneId === 'string' ? sceneId : undefined;
	}

	/** Takes over what a call of the host's tells, if it is about participants or groups. */
	apply({ name, data }: Call): void {
		const participants = readResources(data['participants'], 'sessionID');
		if (name === 'onParticipantJoin' || name === 'onParticipantUpdate')
			for (const { id, properties } of participants) this.#participants.set(id, properties);
		if (name === 'onParticipantLeave') for (const { id } of participants) this.#participants.delete(id);
		if (name === 'onGroupCreate' || name === 'onGroupUpdate')
			for (const { id, properties } of readResources(data['groups'], 'groupID')) this.#groups.set(id, properties);
		if (name === 'onGroupDelete') this.#groups.delete(String(data['groupID']));
	}
}
