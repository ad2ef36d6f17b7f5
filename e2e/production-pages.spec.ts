import { cases } from "./disguises";
import { expect, test } from "./fixtures";
import { access, at, guarded, manifest, routesOfBuild } from "./pages";
import { each, follow, type Ask, type Case, type RawAnswer } from "./raw";

/** Whether someone is sent away: to sign-in, or by "not found", in a page or in what a page fetches. */
function isRefusal(page: string, { status, headers, body }: RawAnswer) {
  if ([400, 404, 405].includes(status)) return true;
  const { location = "" } = headers;
  // Leads everybody to the list of journeys of whatever name was given.
  if (page === "/w/[slug]" && location.endsWith("/journeys")) return true;
  if (status === 307) return /^\/sign-in\b/.test(location);
  // The framework tidies an address up, and the tidy one is asked again.
  if (status === 308) return true;
  const isPart = headers["content-type"]?.startsWith("text/x-component");
  const sentAway =
    /NEXT_REDIRECT;replace;\/(sign-in|w\/[^/;]+\/journeys;)|NEXT_HTTP_ERROR_FALLBACK;404/;
  return isPart === true && sentAway.test(body);
}

test("[AZ-20] what can be asked for is what is listed", async () => {
  const built = await routesOfBuild();
  expect(built.toSorted()).toEqual(Object.keys(access).toSorted());
  expect(await manifest("server/pages-manifest.json")).toEqual({
    "/500": "pages/500.html",
  });
});

const build = "server/app-paths-manifest.json";

test("[AZ-20] [HD-08] nothing answers that is no page, file or route of ours", async ({
  teams,
  chunks,
}) => {
  const someChunk = chunks.find(({ name }) => name.endsWith(".js"))!.name;
  for (const address of [
    "/_global-error",
    "/_not-found",
    "/_error",
    "/_document",
    "/500",
    "/_next/image?url=/icon.svg&w=64&q=75",
    "/_next/webpack-hmr",
    "/_next/mcp",
    "/_next/BUILD_ID",
    `/_next/${build}`,
    `/_next/static/../${build}`,
    `/_next/static/%2e%2e/${build}`,
    `/_next/static/..%2f${build}`,
    `/_next/static/${someChunk}.map`,
    "/_next/static/map/.vite/manifest.json",
    `/_next/static/${someChunk.replace(/\.js$/, ".map")}`,
    "/__nextjs_source-map?filename=/main.js",
    "/__nextjs_original-stack-frames",
    "/.env",
    "/.env.local",
    "/.git/HEAD",
    "/.git/config",
    "/.data/auth-secret",
    "/package.json",
    "/dist/main.js",
    "/dist/main.js.map",
    "/server/main.ts",
    "/prisma/schema.prisma",
    "/metrics",
    "/api/metrics",
    "/api/auth/providers",
    "/api/v1/debug",
    "/debug/pprof",
    "/server-status",
  ]) {
    const { status, headers } = await teams.ours.ask(address);
    expect([address, status]).toEqual([address, 404]);
    expect(headers["cache-control"] ?? "").not.toContain("public");
  }
  for (const { name, text } of chunks)
    expect([name, text.includes("sourceMappingURL")]).toEqual([name, false]);
});

test("[AZ-13] members see the pages that the next test keeps from others", async ({
  teams,
}) => {
  for (const page of guarded) {
    const answer = await teams.ours.ask(at(page, teams.ours));
    expect([page, answer.status]).toEqual([
      page,
      page === "/w/[slug]" || page === "/w/[slug]/settings" ? 307 : 200,
    ]);
    if (answer.status === 200 && page !== "/account")
      expect(teams.ours.words.some((word) => answer.body.includes(word))).toBe(
        true,
      );
  }
  const map = at("/w/[slug]/journeys/[id]", teams.ours);
  const loud = map.replace(/[^/]+$/, (id) => id.toUpperCase());
  const { headers } = await teams.ours.ask(`${loud}?view=table`);
  expect(headers.location).toBe(`${map}?view=table`);
});

/** A body without what is new in each: nonces and names of parts. */
const plain = (body: string) => body.replaceAll(/[\w+/=-]{16,}/g, "…");

/** Whether someone is told more than they would be told of a workspace that is not there. */
async function tellsMore(
  { ask, slug }: { ask: Ask; slug: string },
  asked: Case,
  answer: RawAnswer,
) {
  const absent = slug.replaceAll(/[a-z0-9]/g, "x");
  const same = await follow(ask, {
    ...asked,
    address: asked.address.replace(slug, absent),
  });
  return (
    plain(same.body.replaceAll(absent, "")) !==
    plain(answer.body.replaceAll(slug, ""))
  );
}

for (const page of guarded) {
  test(`[AZ-13] ${page} is kept from strangers however it is asked for`, async ({
    teams,
  }) => {
    const { ours, theirs, nobody } = teams;
    const askers: Ask[] = page === "/account" ? [nobody] : [nobody, theirs.ask];
    const wrong: string[] = [];
    for (const ask of askers)
      await each(await cases(page, at(page, ours)), async (asked) => {
        const answer = await follow(ask, asked);
        const told = [...ours.words, ...ours.emails].filter((word) =>
          answer.body.includes(word),
        );
        const isKept =
          isRefusal(page, answer) ||
          !(await tellsMore({ ask, slug: ours.slug }, asked, answer));
        if (!isKept || told.length > 0)
          wrong.push(
            `${JSON.stringify(asked)}: ${answer.status} ${told.join()}`,
          );
      });
    expect(wrong).toEqual([]);
  });
}
