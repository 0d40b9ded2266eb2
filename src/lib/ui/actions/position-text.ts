/** A span as `1:02:03`, or `2:03` below an hour. */
export function positionText(seconds: number): string {
	const hours = Math.floor(seconds / 3_600);
	const minutes = Math.floor((seconds % 3_600) / 60);
	const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
	return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
