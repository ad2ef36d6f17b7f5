import { once } from "node:events";
import { readFile } from "node:fs/promises";
import WebSocket from "ws";
import { expect, test } from "./fixtures";
import { saved } from "./map";
import { at, guarded, manifest, pagesFor } from "./pages";
import { each, follow, type Ask, type Case } from "./raw";
import type { Team } from "./two-teams";

test("[AZ-15] there is no server action, and a call of one changes and shows nothing", async ({
  teams,
}) => {
  const { ours, theirs, nobody } = teams;
  const { node, edge } = (await manifest(
    "server/server-reference-manifest.json",
  )) as { node: object; edge: object };
  expect([node, edge]).toEqual([{}, {}]);
  const address = at("/w/[slug]/settings/members", ours);
  for (const ask of [nobody, theirs.ask, ours.ask])
    for (const type of ["text/plain;charset=UTF-8", "multipart/form-data"]) {
      const answer = await ask(address, {
        method: "POST",
        headers: {
          "next-action": "40".padEnd(42, "a"),
          origin: "null",
          "content-type": type,
        },
        body: "[]",
      });
      expect(answer.status).toBeGreaterThanOrEqual(300);
      for (const word of [...ours.words, ...ours.emails])
        expect(answer.body).not.toContain(word);
    }
});

const parts = [{}, { rsc: "1" }] as const;

/** All that somebody is sent for a page, in both forms. */
async function sent(ask: Ask, address: string): Promise<string> {
  const bodies = await Promise.all(
    parts.map((headers) => follow(ask, { address, headers } as Case)),
  );
  return bodies.map(({ body }) => body).join("");
}

test("[AZ-16] no page, part of a page or script holds what its reader may not know", async ({
  teams,
  chunks,
}) => {
  const { ours, theirs, viewer, nobody, link, invitation } = teams;
  const hashes = /argon2|[$]m=\d+|passwordHash|tokenHash|tokenSealed/;
  const people = [...ours.emails, ...theirs.emails, viewer.email];
  const foreign = [...theirs.words, ...theirs.emails, theirs.slug];
  const expectSilence = async (
    ask: Ask,
    address: string,
    words: readonly string[],
  ) => {
    const text = await sent(ask, address);
    const found = words.filter((word) => text.includes(word));
    expect([address, found, hashes.exec(text)?.[0]]).toEqual([
      address,
      [],
      undefined,
    ]);
  };
  for (const page of pagesFor("workspace")) {
    const address = at(page, ours);
    // Below editor nobody's address is known but one's own, which the frame shows.
    const others = people.filter((email) => email !== viewer.email);
    await expectSilence(viewer.ask, address, [...others, ...foreign]);
    await expectSilence(ours.ask, address, foreign);
  }
  const map = at("/w/[slug]/journeys/[id]", ours);
  await expectSilence(ours.ask, map, [ours.otherTitle, ...people]);
  const names = [ours.owner.name, theirs.owner.name];
  const all = [...ours.words, ...foreign, ...people, ...names, ours.slug];
  for (const page of pagesFor("open")) await expectSilence(nobody, page, all);
  const shown = all.filter((word) => word !== ours.title);
  await expectSilence(nobody, link, shown);
  await expectSilence(nobody, invitation, [...people, ours.title, ...foreign]);
  for (const { name, text } of chunks)
    expect([name, all.filter((word) => text.includes(word))]).toEqual([
      name,
      [],
    ]);
});

test("[HD-05] of a thousand mixed calls of two people none gets the other's answer, and no cache may keep one", async ({
  teams,
}) => {
  test.setTimeout(180_000);
  const { ours, theirs } = teams;
  const shapes = [
    {},
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { "x-forwarded-host": "evil.example" },
    { "x-nextjs-data": "1" },
    { "x-invoke-path": "/", "x-invoke-query": "{}" },
    { "x-matched-path": "/sign-in" },
    { "if-none-match": "*" },
    { "accept-encoding": "gzip", "x-prerender-revalidate": "1" },
  ] as readonly Record<string, string>[];
  const paths = ["/account", "/", "/api/v1/me", "/api/v1/workspaces"];
  const pathsOf = (team: Team) => [
    ...paths,
    ...["/w/[slug]/mine", "/w/[slug]/journeys/[id]", "/w/[slug]/journeys"].map(
      (page) => at(page, team),
    ),
    ...["", "/journeys", "/members", "/stakeholders", "/mine"].map(
      (list) => `/api/v1/workspaces/${team.slug}${list}`,
    ),
  ];
  const calls = Array.from({ length: 1_000 }, (_, index) => {
    const [mine, other] = index % 2 ? [ours, theirs] : [theirs, ours];
    const all = pathsOf(mine);
    const query = index % 3 ? "" : `?_rsc=${index % 5}`;
    return {
      mine,
      other,
      address: `${all[(index >> 1) % all.length]}${query}`,
      headers: shapes[index % shapes.length]!,
    };
  });
  const wrong: string[] = [];
  let own = 0;
  await each(calls, async ({ mine, other, address, headers }) => {
    const {
      status,
      body,
      headers: said,
    } = await mine.ask(address, { headers });
    const foreign = [...other.words, other.slug, other.owner.email];
    const cache = String(said["cache-control"]);
    const isKept = status < 400 && !/private|no-store/.test(cache);
    if (isKept || foreign.some((word) => body.includes(word)))
      wrong.push(`${address} ${JSON.stringify(headers)}: ${status} ${cache}`);
    if (mine.words.some((word) => body.includes(word))) own += 1;
  });
  expect(wrong).toEqual([]);
  expect(own).toBeGreaterThan(200);
});

test("[HD-01] [HD-02] [HD-03] [HD-04] pages run their own scripts only, by a nonce of one answer, and stay private", async ({
  teams,
}) => {
  const { ours, nobody, link, invitation } = teams;
  const pages = [
    ...pagesFor("open").filter((page) => page !== "/icon.svg"),
    ...guarded.map((page) => at(page, ours)),
    link,
    invitation,
  ];
  const nonces = new Set<string>();
  let loads = 0;
  for (const address of pages)
    for (const ask of [nobody, ours.ask]) {
      const mine = { "x-nonce": "mine", "content-security-policy": "mine" };
      const { headers, body, status } = await ask(address, { headers: mine });
      const policy = String(headers["content-security-policy"]);
      const nonce = /'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
      nonces.add(nonce);
      loads += 1;
      expect(policy).not.toMatch(/mine|unsafe-eval|script-src[^;]*unsafe/);
      for (const part of ["object-src", "base-uri", "frame-ancestors"])
        expect(policy).toContain(`${part} 'none'`);
      expect(policy).toContain("form-action 'self'");
      expect(headers["cache-control"]).toMatch(/private.*no-store/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["referrer-policy"]).toBeTruthy();
      expect(headers["permissions-policy"]).toBeTruthy();
      expect(headers["x-powered-by"]).toBeUndefined();
      if (status !== 200) continue;
      const scripts = body.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts)
        expect(script).toContain(`nonce="${nonce}"`);
    }
  expect(nonces.size).toBe(loads);
});

test("[HD-04] [HD-09] built files may be kept for ever; nothing answers to another host's name", async ({
  teams,
  chunks,
}) => {
  const { ours } = teams;
  for (const { name } of chunks.slice(0, 5))
    for (const encoding of ["identity", "gzip"]) {
      const { status, headers } = await ours.ask(`/_next/static/${name}`, {
        headers: { "accept-encoding": encoding },
      });
      expect(status).toBe(200);
      expect(headers["cache-control"]).toBe(
        "public, max-age=31536000, immutable",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  for (const host of ["evil.example", "localhost.evil.example"])
    for (const address of [
      "/",
      "/api/v1/me",
      `/_next/static/${chunks[0]!.name}`,
    ]) {
      const { status, body } = await ours.ask(address, { headers: { host } });
      expect([host, address, status, body]).toEqual([host, address, 421, ""]);
    }
});

test("[WS-04] [AP-05] the log holds no cookie, token, link or address of what was asked", async ({
  server,
  teams,
}) => {
  const { ours, viewer, nobody, link, invitation } = teams;
  const { page, context } = ours.owner;
  await page.goto(at("/w/[slug]/journeys/[id]", ours));
  await saved(page);
  const secret = "wm_not-a-token-that-was-ever-given";
  for (const address of ["/api/v1/me", "/api/v1/nothing", "/w/nothing"])
    await nobody(address, { headers: { authorization: `Bearer ${secret}` } });
  for (const name of ["token", "access_token"])
    expect((await nobody(`/api/v1/me?${name}=${secret}`)).status).toBe(401);
  // A program whose frame is refused, which is what the log tells, and a visitor who follows the map.
  const tokensAt = `/api/v1/workspaces/${ours.slug}/api-tokens`;
  const made = await context.request.post(tokensAt, {
    data: { name: "Program", scope: "write" },
  });
  const { secret: bearer } = (await made.json()) as { secret: string };
  const program = new WebSocket(
    `${server.url.replace("http", "ws")}/sync/${ours.journeyId}`,
    { headers: { authorization: `Bearer ${bearer}` } },
  );
  await once(program, "open");
  program.send(new Uint8Array([99, 1, 2, 3, 4, 5]));
  await once(program, "close");
  const stream = await fetch(`${server.url}${link}/live`);
  expect(stream.status).toBe(200);
  await stream.body?.cancel();
  const cookies = (await context.cookies()).map(({ value }) => value);
  const tokens = [link, invitation].map((at) => at.split("/").at(-1)!);
  const read = () => readFile(server.logFile, "utf8");
  await expect.poll(read).toContain("refused");
  const log = await read();
  for (const word of [
    ...cookies,
    ...tokens,
    ...ours.words,
    ...ours.emails,
    viewer.email,
    ours.owner.password,
    secret,
    bearer,
  ])
    expect(log).not.toContain(word);
});
