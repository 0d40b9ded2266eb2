import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

let ticks: number | undefined;

/** How much of the processors a process has used, in seconds: what others take away does not count. Linux only. */
export function processSeconds(pid: number): number {
	ticks ??= Number(execFileSync('getconf', ['CLK_TCK']));
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name of the program, in brackets, may hold anything.
	const [user = 0, system = 0] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13)
		.map(Number);
	return (user + system) / ticks;
}
