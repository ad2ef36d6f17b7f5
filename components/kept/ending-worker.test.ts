import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { FakeCaches } from "./testing/fake-caches";
import { endingWorker } from "@/lib/kept/ending-worker";

test("a worker that ends takes back what was kept, and itself", async () => {
  const caches = new FakeCaches();
  for (const name of ["waymark:pages:p", "waymark-files:b", "elsewhere"])
    await caches.open(name);
  const done: string[] = [];
  const works: Promise<unknown>[] = [];
  const step = (name: string) => () => {
    done.push(name);
    return Promise.resolve();
  };
  const handlers = new Map<string, (event: object) => void>();
  const self = {
    addEventListener: (name: string, handle: (event: object) => void) =>
      handlers.set(name, handle),
    skipWaiting: step("takes over"),
    registration: { unregister: step("unregisters") },
  };
  runInNewContext(endingWorker, { self, caches });
  expect([...handlers.keys()]).toEqual(["install", "activate"]);
  for (const handle of handlers.values())
    handle({ waitUntil: (work: Promise<unknown>) => works.push(work) });
  await Promise.all(works);
  expect(done).toEqual(["takes over", "unregisters"]);
  expect(await caches.keys()).toEqual(["elsewhere"]);
});
