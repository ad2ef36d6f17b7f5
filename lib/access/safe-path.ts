const hasControl = (text: string) =>
  [...text].some((letter) => letter < " " || letter === "\x7f");

/** A slash that is followed by another, however written, leads to another host. */
const leadsAway = (path: string) =>
  /^\/[/\\]/.test(path) || path.includes("\\");

/**
 * Where to go after signing in: the given path if it stays in this app, else the start.
 *
 * @param wanted - what an address asked for; anything at all.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || hasControl(wanted)) return "/";
  let decoded: string;
  try {
    decoded = decodeURIComponent(wanted);
  } catch {
    return "/";
  }
  return leadsAway(wanted) || leadsAway(decoded) || hasControl(decoded)
    ? "/"
    : wanted;
}
