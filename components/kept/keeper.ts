import {
  isAsWished,
  isDue,
  keepHeader,
  keptAtHeader,
  readKeep,
  surplus,
  type Keep,
  type Wish,
} from "@/lib/kept/keep";
import {
  filesName,
  filesPrefix,
  pagesName,
  pagesPrefix,
} from "@/lib/kept/names";
import { filesOf, isDrawn, shownAgain } from "@/lib/kept/page-text";
import { verdictOn } from "@/lib/kept/ways";
import { offlinePage, type KeptMap } from "./offline-page";

export interface KeeperOptions {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** A nonce that nobody can guess. */
  readonly nonce: () => string;
  readonly build: string;
  /** What a map page of this build may come to need; it never names all of it itself. */
  readonly files: readonly string[];
}

const policyHeader = "content-security-policy";
/** These say how an answer travelled. */
const travelHeaders = ["content-encoding", "content-length", "set-cookie"];
/** Nobody waits for what is kept, and somebody may be waiting for something else. */
const filesAtOnce = 4;

interface Kept extends KeptMap {
  readonly keep: Keep;
}

function keptOf(path: string, answer: Response): Kept | null {
  const keep = readKeep(answer.headers.get(keepHeader));
  if (!keep) return null;
  const at = Number(answer.headers.get(keptAtHeader));
  const { title, locale, theme } = keep;
  return { keep, path, at, title, locale, theme };
}

const pathOf = ({ url }: Request) => new URL(url).pathname;

/**
 * The pages of maps that this browser keeps, with the scripts that they need. A cache is opened before the server is asked
 * for what goes into it: where somebody erases it meanwhile, the answer goes into what is erased.
 */
export class Keeper {
  private readonly atWork = new Map<string, Promise<void>>();

  constructor(private readonly options: KeeperOptions) {}

  /** Keeps the page of a map, unless a fresh one lies here. */
  keep(wish: Wish): Promise<void> {
    const name = `${wish.person} ${wish.path}`;
    const before = this.atWork.get(name);
    if (before) return before;
    const work = this.ask(wish).finally(() => this.atWork.delete(name));
    this.atWork.set(name, work);
    return work;
  }

  /** The server shows a map to somebody: the pages of others go. */
  async meet(answer: Pick<Response, "headers">): Promise<void> {
    const keep = readKeep(answer.headers.get(keepHeader));
    if (keep) await this.forget((name) => name !== pagesName(keep.person));
  }

  /** Forgets the pages of those whom it concerns. */
  async forget(isMeant: (name: string) => boolean = () => true): Promise<void> {
    const { caches } = this.options;
    for (const name of await this.owners())
      if (isMeant(name)) await caches.delete(name);
  }

  /** Forgets one map, which is closed to whoever asked. */
  async close(path: string): Promise<void> {
    const { caches } = this.options;
    for (const name of await this.owners())
      await (await caches.open(name)).delete(path);
  }

  /** What is shown of a kept map; null where there is nothing to show. */
  async page(path: string): Promise<Response | null> {
    const cache = await this.only();
    const answer = await cache?.match(path);
    const keep = readKeep(answer?.headers.get(keepHeader) ?? null);
    if (!answer || !keep) return null;
    // Without its scripts it could only be looked at, and would never be alive.
    if (!(await this.options.caches.has(filesName(keep.build)))) return null;
    const text = {
      html: await answer.text(),
      policy: answer.headers.get(policyHeader) ?? "",
    };
    const shown = shownAgain(text, this.options.nonce());
    if (!shown) return null;
    const headers = new Headers(answer.headers);
    headers.set(policyHeader, shown.policy);
    headers.delete(keepHeader);
    headers.delete(keptAtHeader);
    return new Response(shown.html, { headers });
  }

  /** What is shown of any other page: the list of what lies here; null where nothing does. */
  async list(): Promise<Response | null> {
    const cache = await this.only();
    const maps = cache ? await this.read(cache) : [];
    return maps.length > 0 ? offlinePage(maps) : null;
  }

  /** A script, style or font that lies here. */
  async file(path: string): Promise<Response | undefined> {
    const { caches, build } = this.options;
    const ours = await caches.match(path, {
      cacheName: filesName(build),
      ignoreVary: true,
    });
    if (ours) return ours;
    for (const name of await this.fileNames()) {
      const found = await caches.match(path, {
        cacheName: name,
        ignoreVary: true,
      });
      if (found) return found;
    }
    return undefined;
  }

  /** Drops the scripts of builds of which no page lies here any more. */
  async tidy(): Promise<void> {
    const { caches, build } = this.options;
    const needed = new Set([filesName(build)]);
    for (const owner of await this.owners())
      for (const { keep } of await this.read(await caches.open(owner)))
        needed.add(filesName(keep.build));
    for (const name of await this.fileNames())
      if (!needed.has(name)) await caches.delete(name);
  }

  private async ask(wish: Wish): Promise<void> {
    const { caches, build, now, fetch } = this.options;
    const name = pagesName(wish.person);
    const cache = await caches.open(name);
    try {
      const answer = await cache.match(wish.path);
      const kept = answer ? keptOf(wish.path, answer) : null;
      const age = kept && { build: kept.keep.build, at: kept.at };
      if (!isDue(age, { build, now: now() })) return;
      const fresh = await fetch(wish.path, {
        credentials: "same-origin",
        redirect: "manual",
      });
      await this.put(cache, fresh, wish);
    } finally {
      // Not even that somebody was here.
      if ((await cache.keys()).length === 0 && (await caches.has(name)))
        await caches.delete(name);
    }
  }

  private async put(cache: Cache, answer: Response, wish: Wish): Promise<void> {
    const { build, files, now } = this.options;
    const keep = readKeep(answer.headers.get(keepHeader));
    if (verdictOn(answer) !== "here") return;
    if (!isAsWished(keep, { ...wish, build })) return;
    const html = await answer.text();
    if (!isDrawn(html)) return;
    await this.putFiles([...new Set([...filesOf(html), ...files])]);
    const headers = new Headers(answer.headers);
    for (const header of travelHeaders) headers.delete(header);
    headers.set(keptAtHeader, String(now()));
    await cache.put(wish.path, new Response(html, { headers }));
    for (const { path } of surplus(await this.read(cache)))
      await cache.delete(path);
  }

  private async putFiles(paths: readonly string[]): Promise<void> {
    const { caches, build, fetch } = this.options;
    const cache = await caches.open(filesName(build));
    const here = new Set((await cache.keys()).map(pathOf));
    const missing = paths.filter((path) => !here.has(path));
    for (let at = 0; at < missing.length; at += filesAtOnce)
      await Promise.all(
        missing.slice(at, at + filesAtOnce).map(async (path) => {
          const answer = await fetch(path, { redirect: "error" });
          if (answer.status !== 200)
            throw new Error(`${path} is not to be had: ${answer.status}`);
          await cache.put(path, answer);
        }),
      );
  }

  private async read(cache: Cache): Promise<Kept[]> {
    const kept: Kept[] = [];
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      const one = answer && keptOf(pathOf(request), answer);
      if (one) kept.push(one);
    }
    return kept;
  }

  private async owners(): Promise<string[]> {
    const names = await this.options.caches.keys();
    return names.filter((name) => name.startsWith(pagesPrefix));
  }

  private async fileNames(): Promise<string[]> {
    const names = await this.options.caches.keys();
    return names.filter((name) => name.startsWith(filesPrefix));
  }

  /** Of the one person whose pages lie here. Of two it is not known who looks, so that neither is shown. */
  private async only(): Promise<Cache | null> {
    const [name, other] = await this.owners();
    return name === undefined || other !== undefined
      ? null
      : this.options.caches.open(name);
  }
}
