/** What is used of the things that only a service worker knows; TypeScript describes them apart from pages. */
export interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

export interface Told extends Lasting {
  readonly data: unknown;
}

export interface Asking extends Lasting {
  readonly request: Request;
  /** What the browser asked for while the worker was being started. */
  readonly preloadResponse?: Promise<Response | undefined>;
  readonly respondWith: (answer: Promise<Response>) => void;
}

interface Events {
  readonly install: Lasting;
  readonly activate: Lasting;
  readonly message: Told;
  readonly fetch: Asking;
}

export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly registration: {
    readonly navigationPreload?: { readonly enable: () => Promise<void> };
  };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <Name extends keyof Events>(
    name: Name,
    handle: (event: Events[Name]) => void,
  ) => void;
}
