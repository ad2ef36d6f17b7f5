import { MAX_POS, REKEY_POS } from "./limits";

/** One item of an ordered list: its own key, and its id against ties. */
export interface Placed {
  readonly id: string;
  readonly pos: string;
}

export interface Placement {
  /** The keys of the new items, in order. */
  readonly keys: readonly string[];
  /** Neighbours that need a new key in the same transaction; mostly none. */
  readonly rekeyed: readonly Placed[];
}

// In ASCII order, so that comparing strings compares keys.
const ALPHABET =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const KEY = new RegExp(`^[0-9A-Za-z]{1,${MAX_POS}}$`);
const BASE = BigInt(ALPHABET.length);
const SHORTEST = 6;

/** Room between neighbours of a list that grows at its end: six digits hold some 100,000 of them. */
const STEP = BASE ** 3n;

/** Fewer free keys than this in a slice and two people would too often draw the same one. */
const ROOM = BASE ** 2n;
const RANDOM_RANGE = 2 ** 32;

/** Whether a value may stand as an order key. */
export function isOrderKey(value: unknown): value is string {
  return typeof value === "string" && KEY.test(value);
}

/** The order of every list: bytewise by key, ties broken by id. */
export function comparePlaced(a: Placed, b: Placed): number {
  if (a.pos !== b.pos) return a.pos < b.pos ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * Draws keys strictly between two keys, spread and jittered so that two people rarely draw the same.
 *
 * Written here because the usual library draws its own randomness and throws on equal or odd keys.
 *
 * @returns null where nothing fits between them (equal keys, equal but for trailing zeros, or an upper key of
 *   zeros only).
 */
export function keysBetween(
  lower: string | null,
  upper: string | null,
  options: { readonly count: number; readonly random: () => number },
): string[] | null {
  // A missing lower key stands for zero, and nothing lies below that.
  if (upper !== null && !isBelow(lower ?? "", upper)) return null;
  const parts = BigInt(options.count + 1);
  for (let width = SHORTEST; ; width += 1) {
    const [from, to] = windowOf({ lower, upper, width, parts });
    const slice = (to - from) / parts;
    if (slice < ROOM) continue;
    return Array.from({ length: options.count }, (_, index) => {
      const jitter =
        (slice * drawn(options.random)) / BigInt(2 * RANDOM_RANGE) - slice / 4n;
      return encode(from + slice * BigInt(index + 1) + jitter, width);
    });
  }
}

/**
 * Places new items into a sorted list, before the item with the given index.
 *
 * Where no key fits, the run of equal keys to the right gets new ones too; where keys have grown too
 * long, the whole list does.
 */
export function placeAt(
  list: readonly Placed[],
  index: number,
  options: { readonly count: number; readonly random: () => number },
): Placement {
  // A malformed key has no place among keys; giving all of them new ones heals the list.
  if (list.some(({ pos }) => !isOrderKey(pos)))
    return rekeyAll(list, index, options);
  const lower = list[index - 1]?.pos ?? null;
  const end = lower === null ? index : endOfRun(list, index, lower);
  const upper = list[end]?.pos ?? null;
  const run = list.slice(index, end);
  const keys = keysBetween(lower, upper, {
    ...options,
    count: options.count + run.length,
  });
  if (keys === null || keys.some((key) => key.length > REKEY_POS)) {
    return rekeyAll(list, index, options);
  }
  return {
    keys: keys.slice(0, options.count),
    rekeyed: run.map(({ id }, offset) => ({
      id,
      pos: keys[options.count + offset]!,
    })),
  };
}

function rekeyAll(
  list: readonly Placed[],
  index: number,
  { count, random }: { readonly count: number; readonly random: () => number },
): Placement {
  const keys = keysBetween(null, null, { count: list.length + count, random })!;
  const others = [...keys.slice(0, index), ...keys.slice(index + count)];
  return {
    keys: keys.slice(index, index + count),
    rekeyed: list.map(({ id }, offset) => ({ id, pos: others[offset]! })),
  };
}

function endOfRun(
  list: readonly Placed[],
  index: number,
  lower: string,
): number {
  let end = index;
  while (end < list.length && !isBelow(lower, list[end]!.pos)) end += 1;
  return end;
}

/** Keys are fractions: trailing zeros change the string but not the place. */
function isBelow(lower: string, upper: string): boolean {
  return lower.replace(/0+$/, "") < upper.replace(/0+$/, "");
}

function windowOf(gap: {
  lower: string | null;
  upper: string | null;
  width: number;
  parts: bigint;
}): [bigint, bigint] {
  const { lower, upper, width, parts } = gap;
  const all = BASE ** BigInt(width);
  const wanted = STEP * parts * BASE ** BigInt(width - SHORTEST);
  if (lower === null && upper === null) {
    const half = (wanted < all ? wanted : all) / 2n;
    return [all / 2n - half, all / 2n + half];
  }
  if (upper === null) {
    const from = decode(lower!, width);
    return [from, from + wanted < all ? from + wanted : all];
  }
  const to = decode(upper, width);
  if (lower === null) return [to > wanted ? to - wanted : 0n, to];
  return [decode(lower, width), to];
}

function drawn(random: () => number): bigint {
  return BigInt(Math.floor(random() * RANDOM_RANGE));
}

/** The first `width` digits as a number; cutting a key off only ever moves it down. */
function decode(key: string, width: number): bigint {
  let value = 0n;
  for (let index = 0; index < width; index += 1) {
    const digit = index < key.length ? ALPHABET.indexOf(key[index]!) : 0;
    value = value * BASE + BigInt(digit);
  }
  return value;
}

function encode(value: bigint, width: number): string {
  let rest = value;
  let key = "";
  for (let index = 0; index < width; index += 1) {
    key = ALPHABET[Number(rest % BASE)]! + key;
    rest /= BASE;
  }
  return key.replace(/0+$/, "");
}
