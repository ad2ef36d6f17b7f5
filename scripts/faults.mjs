// npm run test:faults: the tests of what goes wrong around live maps, in *.fault.*.test.ts. They are short and part
// of every run. `-- --long` does them as long as their promises say, `-- --hours N` soaks for so long, or for an hour
// without a number; everything else is handed to vitest, for example `-t "\[C11\]"`.
import { run } from "./processes.mjs";
import { report } from "./progress.mjs";

const rest = process.argv.slice(2);
const env = {};
const long = rest.indexOf("--long");
if (long >= 0) {
  rest.splice(long, 1);
  env.FAULTS_LONG = "1";
}
const hours = rest.indexOf("--hours");
if (hours >= 0) {
  const isNumbered = Number(rest[hours + 1]) > 0;
  const [, number = "1"] = rest.splice(hours, isNumbered ? 2 : 1);
  env.FAULT_HOURS = number;
}

try {
  await run("npx", ["vitest", "run", ".fault.", ...rest], { env, show: true });
} catch (error) {
  process.exitCode = report(error);
}
