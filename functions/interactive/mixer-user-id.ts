export { toMixerUserId } from '#lib/interactive/mixer-user-id.ts';
