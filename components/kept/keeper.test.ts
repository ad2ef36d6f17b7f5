import { beforeEach, describe, expect, test, vi } from "vitest";
import { keepHeader, keepWords, keptAtHeader } from "@/lib/kept/keep";
import { failedMark, filesName, pagesName } from "@/lib/kept/names";
import { answerVisit, type Visit } from "./answering";
import { Keeper } from "./keeper";
import { FakeCaches } from "./testing/fake-caches";

const map = "0c9d7c52-4f0b-4d4e-9a51-0f2a3c4d5e6f";
const path = `/w/acme/journeys/${map}`;
const chunk = "/_next/static/chunks/a.js";
const late = "/_next/static/chunks/late.js";
const policy = "script-src 'nonce-c2VjcmV0' 'strict-dynamic'";
const html = `<!DOCTYPE html><html lang="en"><body>Our words<script nonce="c2VjcmV0" src="${chunk}"></script></body></html>`;

interface Said {
  readonly person?: string;
  readonly build?: string;
  readonly title?: string;
  readonly of?: string;
}

function page({
  person = "ada",
  build = "b1",
  title = "Shoes",
  of = map,
}: Said = {}) {
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "content-encoding": "gzip",
      [keepHeader]: keepWords({
        person,
        map: of,
        build,
        title,
        locale: "de",
        theme: "dark",
      }),
    },
  });
}

const script = () =>
  new Response("run()", { headers: { "content-type": "text/javascript" } });

let caches: FakeCaches;
let now: number;
let asked: string[];
/** What the server says to an address. */
let server: (path: string) => Response | Promise<Response>;

const keeperOf = (build: string) =>
  new Keeper({
    caches: caches.asCaches,
    fetch: async (input) => {
      const address = input as string;
      asked.push(address);
      return server(address);
    },
    now: () => now,
    nonce: () => "bmV3",
    build,
    files: [late],
  });

let keeper: Keeper;

const answering = (address: string) =>
  address.startsWith("/_next/") ? script() : page();

beforeEach(() => {
  caches = new FakeCaches();
  now = 1_000_000;
  asked = [];
  server = answering;
  keeper = keeperOf("b1");
});

const keep = (person = "ada", of = path) => keeper.keep({ path: of, person });

/** Opens an address while the server says this; nothing said is no network. */
async function visit(said: Response | null, url = path, isMap = true) {
  const after: Promise<unknown>[] = [];
  const visiting: Visit = {
    url: new URL(url, "https://maps.example"),
    isMap,
    ask: () =>
      said ? Promise.resolve(said) : Promise.reject(new TypeError("offline")),
    after: (work) => after.push(work),
  };
  const answer = await answerVisit(keeper, visiting);
  await Promise.all(after);
  return answer;
}

const signedOut = () =>
  Object.defineProperty(new Response(null), "type", {
    value: "opaqueredirect",
  });

describe("keeping", () => {
  test("[FT-15] a page is kept with the scripts that it names and those that come later, and says nothing of how it travelled", async () => {
    await keep();
    expect(await caches.all()).toEqual({
      [pagesName("ada")]: [path],
      [filesName("b1")]: [chunk, late],
    });
    const kept = await (await caches.open(pagesName("ada"))).match(path);
    expect(kept?.headers.get("content-encoding")).toBeNull();
    expect(kept?.headers.get(keptAtHeader)).toBe(String(now));
  });

  test("a page is asked for once, and again after ten minutes or by a newer build", async () => {
    await Promise.all([keep(), keep()]);
    await keep();
    expect(asked.filter((one) => one === path)).toHaveLength(1);
    now += 11 * 60 * 1000;
    await keep();
    expect(asked.filter((one) => one === path)).toHaveLength(2);
    keeper = keeperOf("b2");
    server = (address) =>
      address.startsWith("/_next/") ? script() : page({ build: "b2" });
    await keep();
    expect(Object.keys(await caches.all())).toContain(filesName("b2"));
  });

  test.each<[string, () => Response]>([
    [
      "one that does not say so",
      () =>
        new Response(html, { headers: { "content-security-policy": policy } }),
    ],
    ["another person's", () => page({ person: "grace" })],
    ["another map's", () => page({ of: "other" })],
    ["another build's", () => page({ build: "b0" })],
    ["the way to sign-in", signedOut],
    [
      "a refusal",
      () => new Response("no", { status: 404, headers: page().headers }),
    ],
  ])("nothing is kept of %s", async (_what, answer) => {
    server = answer;
    await keep();
    expect(await caches.all()).toEqual({});
  });

  test("a page whose scripts are not to be had is not kept", async () => {
    server = (address) =>
      address === late
        ? new Response(null, { status: 404 })
        : answering(address);
    await expect(keep()).rejects.toThrow("404");
    expect((await caches.all())[pagesName("ada")]).toBeUndefined();
  });

  test("[FT-15] a page that says that its map could not be drawn is not kept, and does not take the place of one that is", async () => {
    const failed = () =>
      new Response(`${html}<main ${failedMark} class="p">Oh</main>`, {
        headers: page().headers,
      });
    server = failed;
    await keep();
    expect(await caches.all()).toEqual({});
    server = answering;
    await keep();
    await visit(failed());
    expect(await (await visit(null)).text()).not.toContain(failedMark);
  });

  test("[FT-40] a browser without room keeps nothing and leaves nothing", async () => {
    caches.isFull = true;
    await expect(keep()).rejects.toThrow("full");
    expect((await caches.all())[pagesName("ada")]).toBeUndefined();
  });

  test("what was erased while the server was asked does not come back", async () => {
    server = async (address) => {
      if (address === path) await caches.delete(pagesName("ada"));
      return answering(address);
    };
    await keep();
    expect(Object.keys(await caches.all())).toEqual([filesName("b1")]);
  });

  test("of thirty-one maps the one that was opened longest ago goes", async () => {
    const ids = Array.from(
      { length: 31 },
      (_, at) => map.slice(0, -2) + String(at).padStart(2, "0"),
    );
    for (const id of ids) {
      now += 1;
      server = (address) =>
        address.startsWith("/_next/") ? script() : page({ of: id });
      await keep("ada", `/w/acme/journeys/${id}`);
    }
    const kept = (await caches.all())[pagesName("ada")] ?? [];
    expect(kept).toHaveLength(30);
    expect(kept).not.toContain(`/w/acme/journeys/${ids[0]}`);
  });

  test("scripts of a build go when the last page of it has gone", async () => {
    await keep();
    keeper = keeperOf("b2");
    await keeper.tidy();
    expect(Object.keys(await caches.all())).toContain(filesName("b1"));
    await keeper.forget();
    await keeper.tidy();
    expect(await caches.all()).toEqual({});
  });
});

describe("without a network", () => {
  test("[FT-15] a kept map is shown with a nonce of its own and the mark of a kept page", async () => {
    await keep();
    const answer = await visit(null, `${path}?card=1`);
    expect(answer.headers.get("content-security-policy")).toBe(
      "script-src 'nonce-bmV3' 'strict-dynamic'",
    );
    const text = await answer.text();
    expect(text).toContain('<html data-kept="" lang="en">');
    expect(text).toContain(`<script nonce="bmV3" src="${chunk}">`);
    expect(text).not.toContain("c2VjcmV0");
  });

  test("[FT-15] what a proxy says of a server that is away leads to the kept map as well, and elsewhere stands", async () => {
    await keep();
    const away = () => new Response("bad gateway", { status: 502 });
    expect(await (await visit(away())).text()).toContain("Our words");
    expect((await visit(away(), "/w/acme/journeys", false)).status).toBe(502);
  });

  test("any other address lists the kept maps in their person's language", async () => {
    server = (address) =>
      address.startsWith("/_next/")
        ? script()
        : page({ title: "<b>Shoes</b>" });
    await keep();
    const text = await (await visit(null, "/w/acme/journeys", false)).text();
    expect(text).toContain('<html lang="de" data-theme="dark">');
    expect(text).toContain("Keine Verbindung");
    expect(text).toContain(`<a href="${path}">&lt;b&gt;Shoes&lt;/b&gt;</a>`);
  });

  test("where nothing is kept the browser says what it says", async () => {
    await expect(visit(null)).rejects.toThrow("offline");
    await expect(visit(null, "/", false)).rejects.toThrow("offline");
  });

  test("pages of two people are shown to nobody", async () => {
    await keep();
    server = (address) =>
      address.startsWith("/_next/") ? script() : page({ person: "grace" });
    await keep("grace");
    await expect(visit(null)).rejects.toThrow("offline");
  });

  test("a page whose scripts are gone is not shown", async () => {
    await keep();
    await caches.delete(filesName("b1"));
    expect(await (await visit(null)).text()).not.toContain("Our words");
  });

  test("scripts are had from here, those of an older build too", async () => {
    await keep();
    keeper = keeperOf("b2");
    expect(await (await keeper.file(chunk))?.text()).toBe("run()");
    expect(await keeper.file("/_next/static/chunks/none.js")).toBeUndefined();
  });
});

describe("with a network", () => {
  test("the server's page is shown as it comes, and what is kept stays until it is asked for again", async () => {
    await keep();
    now += 5;
    const fresh = page({ title: "New" });
    const copied = vi.spyOn(fresh, "clone");
    const answer = await visit(fresh);
    expect(answer).toBe(fresh);
    expect(copied).not.toHaveBeenCalled();
    expect(fresh.bodyUsed).toBe(false);
    const kept = await (await caches.open(pagesName("ada"))).match(path);
    expect(kept?.headers.get(keptAtHeader)).toBe(String(now - 5));
  });

  test("a page is not kept because it was opened", async () => {
    await visit(page());
    expect(await caches.all()).toEqual({});
  });

  test("another person's page erases what the one before kept", async () => {
    await keep();
    await visit(page({ person: "grace" }));
    expect((await caches.all())[pagesName("ada")]).toBeUndefined();
  });

  test.each([401, 403, 404, 410])(
    "[FT-16] a map that answers %i is forgotten, and no other",
    async (status) => {
      await keep();
      const second = map.replace("0c", "1c");
      server = (address) =>
        address.startsWith("/_next/") ? script() : page({ of: second });
      await keep("ada", `/w/acme/journeys/${second}`);
      await visit(new Response("no", { status }));
      expect((await caches.all())[pagesName("ada")]).toEqual([
        `/w/acme/journeys/${second}`,
      ]);
    },
  );

  test("where a map leads to sign-in everything is forgotten", async () => {
    await keep();
    await visit(signedOut());
    expect((await caches.all())[pagesName("ada")]).toBeUndefined();
  });

  test("a server that fails is shown as it fails, and what is kept stays", async () => {
    await keep();
    expect((await visit(new Response("oh", { status: 500 }))).status).toBe(500);
    expect((await caches.all())[pagesName("ada")]).toEqual([path]);
  });
});
