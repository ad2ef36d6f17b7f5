import type { IncomingMessage, ServerResponse } from "node:http";
import { createTranslator, type Messages } from "next-intl";
import { earlyScript } from "@/components/map/early/early-script";
import { nonceHeader } from "@/server/http/page-header";
import { withPageStatus } from "@/server/http/page-status";
import { askedMap, type AskedMap } from "./asked-map";
import { afterMap, beforeMap, failedMap, type PageFiles } from "./document";
import { drawMap } from "./draw-map";
import { MapPage, type MapPageData } from "./map-page";
import { openBody } from "./page-body";
import { pageWords } from "./page-words";
import { readPage, type ReadPage } from "./read-page";

export interface MapPageSetup {
  readonly files: PageFiles;
  readonly onError: (error: unknown) => void;
}

/** Answers a request for the page of a map; false where somebody else has to. */
export type AnswerMapPage = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

/**
 * Draws the pages of maps, without the framework: what its router would do in the browser is a third of what a page of ours
 * weighs there, and nothing of it draws a map (docs/decisions/039).
 */
export function createMapPages(setup: MapPageSetup): AnswerMapPage {
  return (request, response) =>
    withPageStatus(response, async () => {
      const asked = askedMap(request);
      if (!asked) return false;
      // The router takes anything but its own kind of answer for a document of its own, and goes there.
      if (asked.isByRouter) {
        response.writeHead(200, { "content-type": "text/plain" });
        response.end();
        return true;
      }
      return answer(request, response, { ...setup, asked });
    });
}

interface Answering extends MapPageSetup {
  readonly asked: AskedMap;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { asked, files, onError }: Answering,
): Promise<boolean> {
  let read: ReadPage | null;
  try {
    read = await readPage(asked, request.headers);
  } catch (error) {
    onError(error);
    return false;
  }
  if (!read) return false;
  const { data, theme } = read;
  const words = await pageWords(data.locale);
  const t = createTranslator({ locale: data.locale, messages: words.messages });
  const nonce = String(request.headers[nonceHeader]);
  const body = openBody(request, response);
  if (request.method === "HEAD") {
    response.end();
    return true;
  }
  const name = t("common.productName");
  // Sent before the map is drawn: the browser asks for its scripts and styles meanwhile.
  await body.begin(
    beforeMap({
      locale: data.locale,
      theme,
      title: data.title ? `${data.title} · ${name}` : name,
      nonce,
      files,
      early: takesWords(data) ? earlyScript(earlyOf(data, t)) : null,
    }),
  );
  await drawMap(<MapPage data={data} words={words.messages} />, {
    nonce,
    body,
    onError,
    after: () =>
      afterMap({ nonce, files, data: JSON.stringify(data), words: words.json }),
    failed: () =>
      failedMap({
        title: t("common.error.title"),
        text: t("common.error.text"),
        retry: t("common.retry"),
      }),
  });
  return true;
}

/** Whether words may be written before the page is alive: by whoever may edit, on the map itself. */
const takesWords = ({ editor: { abilities, asks } }: MapPageData): boolean =>
  abilities.edit && (asks ?? "map") === "map";

function earlyOf(
  { editor: { journeyId, me, singleKeys } }: MapPageData,
  t: ReturnType<typeof createTranslator<Messages>>,
) {
  return {
    journeyId,
    userId: me.id,
    singleKeys,
    words: {
      card: t("map.edit.card"),
      newCard: t("map.edit.newCard"),
      waiting: t("map.early.waiting"),
    },
  };
}
