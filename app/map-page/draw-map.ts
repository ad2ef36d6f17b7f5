import { Transform } from "node:stream";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import type { PageBody } from "./page-body";

interface Drawing {
  readonly nonce: string;
  readonly body: PageBody;
  /** What stands behind the map. */
  readonly after: () => string;
  /** What stands in its place, where it cannot be drawn. */
  readonly failed: () => string;
  readonly onError: (error: unknown) => void;
}

/** Draws the map into the body of its page, and ends it. Resolves when all is drawn, or nobody reads any more. */
export function drawMap(
  map: ReactNode,
  { nonce, body, after, failed, onError }: Drawing,
): Promise<void> {
  return new Promise((done) => {
    let isGone = false;
    const { abort, pipe } = renderToPipeableStream(map, {
      nonce,
      onShellReady() {
        const whole = new Transform({
          transform: (part, _, next) => next(null, part),
          flush(next) {
            this.push(after());
            next();
          },
        });
        whole.once("end", done);
        pipe(whole).pipe(body.rest);
      },
      onShellError() {
        body.rest.end(failed());
        done();
      },
      // That nobody reads any more is no fault of what is drawn.
      onError: (error) => {
        if (!isGone) onError(error);
      },
    });
    body.onGone(() => {
      isGone = true;
      abort();
      done();
    });
  });
}
