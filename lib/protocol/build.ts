/**
 * Which build of Waymark this script belongs to; empty where nothing was built, as in tests and while developing. Both
 * bundlers write it in, so that a page that was opened before an update and the server after it can tell.
 */
// oxlint-disable-next-line node/no-process-env -- the bundlers put the value in its place; nothing is read
export const BUILD: string = process.env.WAYMARK_BUILD ?? "";

/** Whether what a server said of itself is another build than a script's own; what is not known is no other. */
export function isOtherBuild(own: string, said: string | undefined): boolean {
  return own !== "" && said !== undefined && said !== "" && said !== own;
}
