import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import type { BrowserContext } from "@playwright/test";
import type { TestServer } from "./server";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends requests as they are written: no path is tidied up, no redirect followed. */
export type Ask = (path: string, options?: RawRequest) => Promise<RawAnswer>;

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** @param cookie - whose requests these are; empty for a stranger's. */
export function askAs({ url }: TestServer, cookie = ""): Ask {
  const { host, port } = new URL(url);
  const ask: Ask = (path, options = {}) =>
    new Promise((resolve, reject) => {
      const { method = "GET", headers = {}, body } = options;
      const sent = request(
        {
          agent,
          host: "127.0.0.1",
          port,
          path,
          method,
          headers: { host, ...(cookie && { cookie }), ...headers },
        },
        (answer) => {
          text(answer).then(
            (said) =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: said,
              }),
            reject,
          );
        },
      );
      // The server may have ended a connection that rested just as it was taken up again: nothing was asked then.
      sent.on("error", (error) => {
        if (sent.reusedSocket) ask(path, options).then(resolve, reject);
        else reject(error);
      });
      sent.end(body);
    });
  return ask;
}

/** The cookies of a browser as a request header. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

export interface Case {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks once more where the framework wants the number that belongs to these headers in the address. */
export async function follow(ask: Ask, { address, headers }: Case) {
  const answer = await ask(address, { headers });
  const { location = "" } = answer.headers;
  return answer.status === 307 && /[?&]_rsc\b/.test(location)
    ? ask(location, { headers })
    : answer;
}

/** A few at a time, as a browser does. */
export async function each<T>(
  list: readonly T[],
  work: (item: T) => Promise<void>,
) {
  const queue = [...list];
  const lane = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}
