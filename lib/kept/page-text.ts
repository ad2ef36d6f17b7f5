import { failedMark, keptMark } from "./names";

const policyNonce = /'nonce-([A-Za-z0-9+/=_-]+)'/;

/** What lets the scripts of a page run. */
export const nonceOf = (policy: string | null): string | null =>
  policyNonce.exec(policy ?? "")?.[1] ?? null;

export interface PageText {
  readonly html: string;
  readonly policy: string;
}

/**
 * A kept page as it is shown: with a nonce of this one showing in the place of the one that it was kept with, and with
 * a mark by which it knows that it may be older than the server.
 *
 * @returns null where it says none, so that nothing in it could run.
 */
export function shownAgain(
  { html, policy }: PageText,
  nonce: string,
): PageText | null {
  const before = nonceOf(policy);
  if (before === null) return null;
  const renew = (text: string) => text.split(before).join(nonce);
  return {
    policy: renew(policy),
    html: renew(html).replace("<html ", `<html ${keptMark}="" `),
  };
}

/** Whether a page shows its map, and not that it could not be drawn. No text of a map can be taken for the element. */
export const isDrawn = (html: string): boolean =>
  !html.includes(`<main ${failedMark}`);

/** The scripts, styles and fonts that a page names. */
export const filesOf = (html: string): string[] => [
  ...new Set(
    html.match(/\/_next\/static\/[\w./~-]+?\.(?:js|css|woff2)\b/g) ?? [],
  ),
];
