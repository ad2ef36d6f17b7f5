import { pagesPrefix } from "@/lib/kept/names";

/** Erases the pages of maps that this browser keeps, of those whose name is meant. */
export async function forgetPages(
  isMeant: (name: string) => boolean,
): Promise<void> {
  // There are none where the connection is not safe, nor where the browser keeps nothing.
  if (typeof caches === "undefined") return;
  try {
    for (const name of await caches.keys())
      if (name.startsWith(pagesPrefix) && isMeant(name))
        await caches.delete(name);
  } catch {
    // What cannot be opened keeps nothing either.
  }
}
