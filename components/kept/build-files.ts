/** The scripts, styles and fonts that a map page may come to need; `scripts/kept-files.mjs` lists them for a build. */
export const FILES: readonly string[] = JSON.parse(
  // oxlint-disable-next-line node/no-process-env -- the bundler puts the value in its place; nothing is read
  process.env.WAYMARK_FILES ?? "[]",
) as string[];
