const maxDepth = 64;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: string };

const no = (why: string) => ({ ok: false, why }) as const;

/** Whether what a parsed value holds can be stored and given back unchanged. */
function flawIn(value: unknown, depth: number): string | null {
  if (typeof value === "number")
    return Number.isFinite(value) ? null : "number_range";
  if (typeof value === "string")
    return value.includes("\0") || !value.isWellFormed() ? "text" : null;
  if (typeof value !== "object" || value === null) return null;
  if (depth > maxDepth) return "depth";
  for (const [key, item] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) return "key";
    const flaw = flawIn(key, depth) ?? flawIn(item, depth + 1);
    if (flaw) return flaw;
  }
  return null;
}

/** Of a valid text only: there every string ends. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;

/**
 * Whether an object of a valid JSON text names a key twice. Readers disagree on which of the two
 * counts, so that what was checked need not be what is used.
 */
function hasDuplicateKey(text: string): boolean {
  const scopes: (Set<string> | null)[] = [];
  let mayBeKey = false;
  for (const [found] of text.matchAll(token)) {
    const scope = scopes.at(-1);
    if (found === "{") scopes.push(new Set());
    else if (found === "[") scopes.push(null);
    else if (found === "}" || found === "]") scopes.pop();
    else if (found.startsWith('"') && mayBeKey && scope) {
      const key = JSON.parse(found) as string;
      if (scope.has(key)) return true;
      scope.add(key);
    }
    mayBeKey = found === "{" || (found === "," && scope !== null);
  }
  return false;
}

/**
 * Nesting is looked at before parsing: a deep text would exhaust the stack of whatever walks it. Sign by sign, because
 * nothing is known of the text yet, and a pattern looks for the end of a string that has none again and again.
 */
function isTooDeep(text: string): boolean {
  let [depth, isInString] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\" && isInString) at += 1;
    else if (sign === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Parses JSON that means the same to everyone: no key twice, no infinite number, no NUL, not too deep. */
export function parseStrictJson(text: string): StrictJson {
  if (isTooDeep(text)) return no("depth");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return no("syntax");
  }
  const flaw = flawIn(value, 0);
  if (flaw) return no(flaw);
  return hasDuplicateKey(text) ? no("duplicate_key") : { ok: true, value };
}
