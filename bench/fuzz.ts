import { seededRandom } from '../src/lib/emulator/seeded-random.ts';
import { createHostileLine } from '../tests/support/hostile-lines.ts';
import { lineProblem } from '../tests/support/line-problem.ts';

const mostShown = 10;
const [count = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const random = seededRandom(seed);
let problems = 0;

for (let round = 0; round < count; round++) {
	const line = createHostileLine(random);
	const problem = lineProblem(line);
	if (problem === undefined) continue;
	problems++;
	if (problems <= mostShown) console.error(`${problem}: ${JSON.stringify(line)}`);
}

console.log(`${count.toLocaleString('en')} lines from seed ${seed}: ${problems} with a problem.`);
process.exitCode = problems === 0 ? 0 : 1;
