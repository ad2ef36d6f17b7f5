// The service worker: asks the network first, always, and answers from this device where the network fails. Built beside the
// server, which sends it (server/http/page-worker.ts).
import { readWish } from "@/lib/kept/keep";
import { wayOf } from "@/lib/kept/ways";
import { BUILD } from "@/lib/protocol/build";
import { answerVisit } from "./answering";
import { FILES } from "./build-files";
import { Keeper } from "./keeper";
import type { Asking, WorkerScope } from "./worker-scope";

const scope = globalThis as unknown as WorkerScope;
const nonceBytes = 16;

const keeper = new Keeper({
  caches,
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  nonce: () =>
    btoa(
      String.fromCharCode(
        ...crypto.getRandomValues(new Uint8Array(nonceBytes)),
      ),
    ),
  build: BUILD,
  files: FILES,
});

/** What fails here is only not kept. */
const attempt = (work: Promise<unknown>) => work.catch(() => undefined);

scope.addEventListener("install", (event) =>
  event.waitUntil(scope.skipWaiting()),
);

scope.addEventListener("activate", (event) => {
  // Without it every page would wait until the worker has been started.
  const preload = scope.registration.navigationPreload?.enable();
  event.waitUntil(
    Promise.all([
      preload && attempt(preload),
      scope.clients.claim(),
      attempt(keeper.tidy()),
    ]),
  );
});

scope.addEventListener("message", (event) => {
  const wish = readWish(event.data);
  if (wish) event.waitUntil(attempt(keeper.keep(wish)));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, mode } = request;
  const url = new URL(request.url);
  const way = wayOf({ method, mode, url, origin: scope.location.origin });
  switch (way) {
    case "map":
    case "page":
      return event.respondWith(
        answerVisit(keeper, {
          url,
          isMap: way === "map",
          ask: () => fromNetwork(event),
          after: (work) => event.waitUntil(attempt(work)),
        }),
      );
    case "file":
      return event.respondWith(
        keeper
          .file(url.pathname)
          .catch(() => undefined)
          .then((kept) => kept ?? fetch(request)),
      );
    case "entry":
      // Whoever comes or goes: who is here afterwards is not known yet.
      return event.waitUntil(attempt(keeper.forget()));
    case "none":
  }
});

async function fromNetwork({ request, preloadResponse }: Asking) {
  const early = await preloadResponse?.catch(() => undefined);
  return early ?? fetch(request);
}
