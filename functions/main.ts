export { InteractiveRoom } from './interactive-room.ts';
export { default } from './worker.ts';
