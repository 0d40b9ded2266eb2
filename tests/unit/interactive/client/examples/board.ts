import { Button, Joystick, keycode, State, type StateOptions } from '#lib/interactive/client/index.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';

export async function startGame(options: StateOptions, environment = systemEnvironment) {
	const state = await State.connect(options, environment);
	const stopPumping = state.pumpAsync();
	const player = { jumps: 0, x: 0, y: 0 };

	const jump = new Button('jump', {
		text: 'Jump',
		keyCode: keycode('space'),
		position: [{ size: 'small', x: 0, y: 0, width: 15, height: 10 }]
	});
	jump.on('mousedown', () => player.jumps++);

	const stick = new Joystick('stick', {
		position: [{ size: 'small', x: 15, y: 0, width: 10, height: 10 }]
	});
	stick.on('move', ({ input }) => {
		player.x = Number(input['x']);
		player.y = Number(input['y']);
	});

	await state.scene('default')?.createControls(jump, stick);
	await state.setReady();

	const stop = () => {
		stopPumping();
		state.connection.close();
	};
	return { state, player, stop };
}
