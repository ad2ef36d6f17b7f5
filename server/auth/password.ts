import { hash, parseOptions, verify } from "@node-rs/argon2";
import { AppError } from "@/server/errors";

/** What OWASP asks of argon2id at least. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash takes a core for tens of milliseconds; more at once would stop everything else. */
const maxAtOnce = 2;
const maxWaiting = 100;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= maxAtOnce) {
    if (waiting.length >= maxWaiting) throw new AppError("unavailable");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The turn is handed over, not given up and taken again.
    if (next) next();
    else running -= 1;
  }
}

/** Hashes a password as it was typed: nothing is cut off, folded or normalised. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, cost));

/** A hash of nobody's password, so that an unknown address costs as much as a known one. */
let dummy: Promise<string> | undefined;

/** Checks a password; without a hash it does the same work and says no. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const nobodys = await (dummy ??= hashPassword(crypto.randomUUID()));
  const against = passwordHash ?? nobodys;
  try {
    const isRight = await inTurn(() => verify(against, password));
    return passwordHash !== null && isRight;
  } catch (error) {
    if (error instanceof AppError) throw error;
    // What rests there is no hash: nobody gets in with it.
    return false;
  }
}

/** Whether a hash is weaker than what we make today. */
export function isWeakHash(passwordHash: string): boolean {
  if (!passwordHash.startsWith("$argon2id$")) return true;
  const made = parseOptions(passwordHash);
  return made.memoryCost < cost.memoryCost || made.timeCost < cost.timeCost;
}
