import { MOST_ORIGINS, ORIGIN } from "@/lib/pulse/terms";

/**
 * Reads sites out of what somebody typed, one on a line; what stands behind the host of an address is left away.
 *
 * @returns null where a line is no site, or there are too many.
 */
export function originsIn(text: string): string[] | null {
  const lines = text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const found = new Set<string>();
  for (const line of lines) {
    const url = URL.parse(
      /^https?:\/\//i.test(line) ? line : `https://${line}`,
    );
    if (!url || !ORIGIN.test(url.origin)) return null;
    found.add(url.origin);
  }
  return found.size > MOST_ORIGINS ? null : [...found];
}
