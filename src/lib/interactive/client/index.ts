export { Call } from './call.ts';
export { CallEvents, untilEvent } from './call-events.ts';
export { ChangeTracker, type CapturedChanges } from './change-tracker.ts';
export { Connection, type CallOptions, type ConnectionChange, type ConnectionOptions } from './connection.ts';
export { Control } from './control.ts';
export {
	Button,
	Joystick,
	Label,
	Screen,
	Textbox,
	type ButtonProperties,
	type JoystickProperties,
	type LabelProperties,
	type ScreenProperties,
	type TextboxProperties
} from './control-kinds.ts';
export { Discovery, type DiscoveryOptions } from './discovery.ts';
export { GzipEncoding, TextEncoding, type Encoding } from './encoding.ts';
export { ClosedError, DiscoveryError, EncodingError, NoServersAvailableError, RefusedCallError } from './errors.ts';
export { keycode } from './keycode.ts';
export { OAuthClient, type OAuthClientOptions } from './oauth-client.ts';
export { OAuthShortCode } from './oauth-short-code.ts';
export type { OAuthTokens } from './oauth-tokens.ts';
export { Resource } from './resource.ts';
export { Scene } from './scene.ts';
export {
	ShortCodeAccessDeniedError,
	ShortCodeError,
	ShortCodeTimeoutError,
	UnknownShortCodeError
} from './short-code-errors.ts';
export { State, type StateOptions } from './state.ts';
