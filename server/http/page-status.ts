import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

// Next's bundle and ours are two copies of this module; the store must be one.
const holder = globalThis as typeof globalThis & {
  waymarkPageStatus?: AsyncLocalStorage<ServerResponse>;
};
const store = (holder.waymarkPageStatus ??= new AsyncLocalStorage());

/** Lets the page that is drawn for this response set its status. */
export const withPageStatus = <T>(response: ServerResponse, draw: () => T): T =>
  store.run(response, draw);

/** The response that is being drawn, where a page of ours draws one. */
export const pageResponse = (): ServerResponse | undefined => store.getStore();

/** Sets the status of the page being drawn; the framework itself knows 200, 404 and 500 only. */
export function setPageStatus(status: 410 | 429): void {
  const response = pageResponse();
  if (response && !response.headersSent) response.statusCode = status;
}
