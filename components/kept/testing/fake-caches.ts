const origin = "https://maps.example";

const pathOf = (asked: RequestInfo | URL): string =>
  new URL(asked instanceof Request ? asked.url : String(asked), origin)
    .pathname;

/** One cache, as far as the worker asks something of it. Whoever holds it after it was deleted writes into nothing. */
class FakeCache {
  private readonly answers = new Map<string, Response>();

  constructor(private readonly mayPut: () => void) {}

  match(asked: RequestInfo | URL): Promise<Response | undefined> {
    return Promise.resolve(this.answers.get(pathOf(asked))?.clone());
  }

  async put(asked: RequestInfo | URL, answer: Response): Promise<void> {
    this.mayPut();
    const body = await answer.arrayBuffer();
    const { status, headers } = answer;
    this.answers.set(pathOf(asked), new Response(body, { status, headers }));
  }

  delete(asked: RequestInfo | URL): Promise<boolean> {
    return Promise.resolve(this.answers.delete(pathOf(asked)));
  }

  keys(): Promise<Request[]> {
    return Promise.resolve(
      [...this.answers.keys()].map((path) => new Request(origin + path)),
    );
  }
}

/** The caches of a browser. */
export class FakeCaches {
  private readonly named = new Map<string, FakeCache>();
  /** Whether the browser has no room left. */
  isFull = false;

  open(name: string): Promise<FakeCache> {
    const there = this.named.get(name);
    if (there) return Promise.resolve(there);
    const made = new FakeCache(() => {
      if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    });
    this.named.set(name, made);
    return Promise.resolve(made);
  }

  has = (name: string): Promise<boolean> =>
    Promise.resolve(this.named.has(name));

  delete = (name: string): Promise<boolean> =>
    Promise.resolve(this.named.delete(name));

  keys = (): Promise<string[]> => Promise.resolve([...this.named.keys()]);

  async match(
    asked: RequestInfo | URL,
    { cacheName }: { readonly cacheName: string },
  ): Promise<Response | undefined> {
    return this.named.get(cacheName)?.match(asked);
  }

  /** As the browser's own. */
  get asCaches(): CacheStorage {
    return this as unknown as CacheStorage;
  }

  /** All that is kept: by cache, the addresses in it. */
  async all(): Promise<Record<string, string[]>> {
    const entries = [...this.named].map(async ([name, cache]) => {
      const requests = await cache.keys();
      return [name, requests.map(pathOf)] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }
}
