import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Answers what asks for the page of a map; false for all else, and where the map is not to be shown to whoever asks. */
type AnswerMapPage = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

/** What the bundle of app/map-page offers; it is built by itself and draws in this process. */
interface MapPageBundle {
  createMapPages(setup: {
    readonly files: unknown;
    readonly onError: (error: unknown) => void;
  }): AnswerMapPage;
}

type OnError = (error: unknown) => void;

/**
 * What draws the pages of maps, as it was built.
 *
 * @param program - what runs this server; the bundle lies beside it.
 */
export async function loadMapPages(
  onError: OnError,
  program = process.argv[1] ?? "",
): Promise<AnswerMapPage> {
  const folder = path.join(path.dirname(path.resolve(program)), "map-page");
  const bundle = pathToFileURL(path.join(folder, "answer.js")).href;
  const { createMapPages } = (await import(bundle)) as MapPageBundle;
  const files = readFileSync(path.join(folder, "files.json"), "utf8");
  return createMapPages({ files: JSON.parse(files) as unknown, onError });
}

interface Development {
  developMapPage(server: Server): Promise<{
    load(): Promise<MapPageBundle>;
    readonly files: unknown;
    /** Answers what the page asks for while it is developed; calls for all else. */
    handle(
      request: IncomingMessage,
      response: ServerResponse,
      others: () => void,
    ): void;
  }>;
}

/** The same while developing: built while it is asked, and the page that is open is shown anew when a source changes. */
export async function developMapPages(
  onError: OnError,
  server: Server,
): Promise<AnswerMapPage> {
  const script = pathToFileURL(path.resolve("scripts/map-page.mjs")).href;
  const { developMapPage } = (await import(script)) as Development;
  const { load, files, handle } = await developMapPage(server);
  return async (request, response) => {
    const isOther = await new Promise<boolean>((done) => {
      response.once("close", () => done(false));
      handle(request, response, () => done(true));
    });
    if (!isOther) return true;
    const { createMapPages } = await load();
    return createMapPages({ files, onError })(request, response);
  };
}

/** Whether a socket is the one over which the page hears of changed sources. */
export const isOfDevelopment = ({ headers }: IncomingMessage): boolean =>
  headers["sec-websocket-protocol"] === "vite-hmr";

/** Draws maps before the others are asked. */
export const withMapPages =
  (answer: AnswerMapPage, others: Handle): Handle =>
  async (request, response) => {
    if (!(await answer(request, response))) return others(request, response);
  };
