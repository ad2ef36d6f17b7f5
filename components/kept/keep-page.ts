import { keptEpoch } from "@/components/room/device-store";
import type { Wish } from "@/lib/kept/keep";
import { workerPath } from "@/lib/kept/names";

export interface OpenMap {
  readonly workspaceSlug: string;
  readonly journeyId: string;
  readonly userId: string;
}

/**
 * Has the page of a map kept beside its copy, so that it can be opened without a connection. Where this browser keeps no
 * copy, or no connection is safe, there is nothing to open.
 *
 * @returns what ends it.
 */
export function keepPage(of: OpenMap): () => void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || keptEpoch(of) === null) return () => undefined;
  const { workspaceSlug, journeyId, userId } = of;
  const path = `/w/${workspaceSlug}/journeys/${journeyId}`;
  const wish: Wish = { path, person: userId };
  let isOver = false;
  const tell = () => {
    if (!isOver) workers.controller?.postMessage(wish);
  };
  // A worker of a newer build takes over some time after a page has come.
  workers.addEventListener("controllerchange", tell);
  workers.register(workerPath).then(tell, () => undefined);
  return () => {
    isOver = true;
    workers.removeEventListener("controllerchange", tell);
  };
}
