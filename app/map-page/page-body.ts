import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { createGzip } from "node:zlib";
import { takesGzip } from "@/server/http/takes-gzip";

/** Where a page is written to. */
export interface PageBody {
  /** Sends the first part; resolves when it is on its way. */
  begin(text: string): Promise<void>;
  /** Takes all that follows. */
  readonly rest: Writable;
  /** Calls when nobody reads any more, also where that is so already. */
  onGone(call: () => void): void;
}

/** Begins the answer that is a page: made small where the browser can read that. */
export function openBody(
  request: IncomingMessage,
  response: ServerResponse,
): PageBody {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("vary", "Accept-Encoding");
  const isSmall = takesGzip(request) && request.method !== "HEAD";
  if (isSmall) response.setHeader("content-encoding", "gzip");
  const gzip = isSmall ? createGzip() : null;
  gzip?.pipe(response);
  const rest: Writable = gzip ?? response;
  response.writeHead(200);
  return {
    rest,
    begin: (text) =>
      new Promise((sent) => {
        rest.write(text);
        if (gzip) gzip.flush(() => sent());
        else sent();
      }),
    onGone(call) {
      const gone = () => {
        if (!response.writableFinished) call();
        gzip?.destroy();
      };
      // Rows are read before anything is sent, and whoever asked may have gone meanwhile.
      if (response.closed) gone();
      else response.once("close", gone);
    },
  };
}
