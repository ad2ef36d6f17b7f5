// node bench/sign-in.mjs: whether the time of a wrong sign-in tells that an address is known (AN-05). Fifty wrong
// tries for a known and fifty for an unknown address, in turn; prints both medians and their ratio, about 1.
import { performance } from "node:perf_hooks";
import { printSpread, quantile } from "./figures.mjs";
import { startOwnServer } from "./own-server.mjs";

const tries = 50;
const warmUps = 5;
const known = "known@example.org";

// Counted wrong tries would be refused without any work.
for (const name of ["SIGN_IN_PER_ACCOUNT", "SIGN_IN_PER_ADDRESS"])
  process.env[`LIMIT_${name}`] = "100000";

async function signUp(url) {
  const answer = await fetch(`${url}/api/v1/account`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      email: known,
      name: "Ada Lovelace",
      password: "kettle orbit lamp 42",
      locale: "en",
    }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}

/** Milliseconds of one wrong try; the form's own token is fetched before. */
async function wrongTry(url, email) {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  const start = performance.now();
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({
      csrfToken,
      email,
      password: "wrong but long enough",
    }),
  });
  await answer.text();
  if (answer.status !== 401) throw new Error(`answered ${answer.status}`);
  return performance.now() - start;
}

const server = await startOwnServer();
try {
  await signUp(server.url);
  const times = { known: [], unknown: [] };
  for (let index = -warmUps; index < tries; index++) {
    const unknown = `unknown-${index}@example.org`;
    const pair = {
      known: await wrongTry(server.url, known),
      unknown: await wrongTry(server.url, unknown),
    };
    if (index < 0) continue;
    times.known.push(pair.known);
    times.unknown.push(pair.unknown);
  }
  printSpread("Wrong password, known address", times.known);
  printSpread("Wrong password, unknown address", times.unknown);
  const ratio = quantile(times.known, 0.5) / quantile(times.unknown, 0.5);
  console.log(`Known to unknown: ${ratio.toFixed(2)}`);
} finally {
  await server.stop();
}
