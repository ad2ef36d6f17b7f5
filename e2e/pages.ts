import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { nextFolder } from "../scripts/build.mjs";
import { root } from "../scripts/processes.mjs";
import type { Team } from "./two-teams";

/**
 * Every page that the build holds, and who may see it: `open` to all, a `person` who is signed in, a
 * member of the `workspace`, whoever has the `link`. A page that is missing here fails a test.
 */
export const access: Readonly<
  Record<string, "open" | "person" | "workspace" | "link" | "inner">
> = {
  "/": "open",
  "/sign-in": "open",
  "/sign-up": "open",
  "/sign-up/confirm": "open",
  "/reset": "open",
  "/reset/confirm": "open",
  "/icon.svg": "open",
  "/invite/[token]": "link",
  "/s/[token]": "link",
  "/p/[token]": "link",
  "/u/[token]": "link",
  "/q/[token]": "link",
  "/account": "person",
  "/w/[slug]": "workspace",
  "/w/[slug]/activity": "workspace",
  "/w/[slug]/channels": "workspace",
  "/w/[slug]/inbox": "workspace",
  "/w/[slug]/journeys": "workspace",
  "/w/[slug]/journeys/[id]": "workspace",
  "/w/[slug]/journeys/[id]/history": "workspace",
  "/w/[slug]/journeys/[id]/imports": "workspace",
  "/w/[slug]/mine": "workspace",
  "/w/[slug]/opportunities": "workspace",
  "/w/[slug]/personas": "workspace",
  "/w/[slug]/settings": "workspace",
  "/w/[slug]/settings/audit": "workspace",
  "/w/[slug]/settings/general": "workspace",
  "/w/[slug]/settings/members": "workspace",
  "/w/[slug]/settings/tokens": "workspace",
  "/w/[slug]/stakeholders": "workspace",
  "/w/[slug]/stakeholders/[stakeholderId]": "workspace",
  "/w/[slug]/tasks": "workspace",
  "/w/[slug]/touchpoints": "workspace",
  "/api/auth/[...nextauth]": "inner",
  "/_not-found": "inner",
  "/_global-error": "inner",
};

export const pagesFor = (who: (typeof access)[string]): string[] =>
  Object.keys(access).filter((page) => access[page] === who);

/** What Next says that it built. */
export async function manifest(name: string): Promise<unknown> {
  const file = path.join(root, nextFolder(), name);
  return JSON.parse(await readFile(file, "utf8"));
}

export const routesOfBuild = async (): Promise<string[]> =>
  Object.values(
    (await manifest("app-path-routes-manifest.json")) as Record<string, string>,
  );

/** What only some may see, apart from links. */
export const guarded = [...pagesFor("workspace"), ...pagesFor("person")];

/** The address of a page of a team. */
export const at = (
  page: string,
  team: Pick<Team, "slug" | "journeyId" | "stakeholderId">,
): string =>
  page
    .replace("[slug]", team.slug)
    .replace("[id]", team.journeyId)
    .replace("[stakeholderId]", team.stakeholderId);

export interface BuiltFile {
  /** Below /_next/static. */
  readonly name: string;
  readonly text: string;
}

/** The scripts and styles that browsers are sent. */
export async function builtFiles(): Promise<readonly BuiltFile[]> {
  const folder = path.join(root, nextFolder(), "static");
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names
      .filter((name) => /\.(js|css)$/.test(name))
      .map(async (name) => ({
        name,
        text: await readFile(path.join(folder, name), "utf8"),
      })),
  );
}
