import "../no-made-code";
import "@fontsource-variable/inter/wght.css";
import "../globals.css";
import type { Messages } from "next-intl";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { dataId, rootId, wordsId } from "./document";
import { MapPage, type MapPageData } from "./map-page";

/** What the server drew the page from; the text is not kept. Nothing where it could draw none. */
function take(id: string): unknown {
  const element = document.getElementById(id);
  if (!element) return null;
  const value = JSON.parse(element.textContent) as unknown;
  element.remove();
  return value;
}

function start(): void {
  const data = take(dataId) as MapPageData | null;
  const words = take(wordsId) as Messages | null;
  if (!data || !words) return;
  // In slices: all at once would keep words waiting that are written meanwhile.
  startTransition(() => {
    hydrateRoot(
      document.getElementById(rootId)!,
      <MapPage data={data} words={words} />,
    );
  });
}

// The script comes by itself, so that nothing waits for it, and what it needs stands at the end of the page.
if (document.readyState === "loading")
  document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
