/**
 * A worker that takes back what workers of Waymark kept, and then itself. It is sent where pages are not kept: browsers
 * look for a new worker with every page that they open, and find this one.
 */
export const endingWorker = `
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys())
    if (/^waymark(:pages|-files):/.test(name)) await caches.delete(name);
  await self.registration.unregister();
})()));
`;
