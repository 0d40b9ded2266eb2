import { seededRandom } from '../src/lib/emulator/seeded-random.ts';
import { fuzzRoom } from '../tests/support/fuzz-room.ts';

const mostShown = 10;
const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const problems = fuzzRoom(count, seededRandom(seed));

for (const problem of problems.slice(0, mostShown)) console.error(problem);
console.log(`${count.toLocaleString('en')} packets from seed ${seed}: ${problems.length} with a problem.`);
process.exitCode = problems.length === 0 ? 0 : 1;
