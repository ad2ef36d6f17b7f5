import { pressStyleId } from "@/components/ui/press-style";
import type { Locale } from "@/lib/i18n/config";
import { failedMark } from "@/lib/kept/names";

/** What the build made for browsers, as addresses. */
export interface PageFiles {
  /** The one that is asked for by the page; the others are what it needs at once. */
  readonly script: string;
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
  /** The letters of our languages. */
  readonly font: string | null;
}

/** Where the browser finds what the page was drawn from. */
export const dataId = "map-page-data";
export const wordsId = "map-page-words";
/** What the page is drawn into. */
export const rootId = "map-page";

/** A page that is hidden while it comes is not painted, and wakes all the same. */
const paintsWithinMs = 1000;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => entities[sign]!);

/** JSON that can stand in a script element: nothing in it can end the element or begin a comment. */
const withinScript = (json: string): string =>
  json.replaceAll("<", String.raw`\u003c`);

interface PageHead {
  readonly locale: Locale;
  readonly theme: string;
  readonly title: string;
  readonly nonce: string;
  readonly files: PageFiles;
  /** Runs before the map is there; a text that can stand within a script element. */
  readonly early: string | null;
}

const themeColours = [
  ["light", "#faf8f4"],
  ["dark", "#171613"],
] as const;

/** Everything in front of the map. */
export function beforeMap(head: PageHead): string {
  const { locale, theme, title, nonce, files, early } = head;
  const parts = [
    `<!DOCTYPE html><html lang="${locale}" data-theme="${escapeHtml(theme)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="referrer" content="strict-origin-when-cross-origin">`,
    ...themeColours.map(
      ([scheme, colour]) =>
        `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${colour}">`,
    ),
    `<meta property="csp-nonce" nonce="${nonce}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style id="${pressStyleId}"></style>`,
    `<link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any">`,
    ...files.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    files.font
      ? `<link rel="preload" as="font" type="font/woff2" href="${files.font}" crossorigin>`
      : "",
    // Fetched, and nothing more: what wakes the page has it run (afterMap).
    ...[files.script, ...files.preloads].map(
      (href) =>
        `<link rel="preload" as="script" nonce="${nonce}" href="${href}" crossorigin>`,
    ),
    `</head><body>`,
    early === null ? "" : `<script nonce="${nonce}">${early}</script>`,
    `<div id="${rootId}">`,
  ];
  return parts.join("");
}

/**
 * Has the page's script run once the map has been painted: to read it and to run it for the first time takes as long as
 * laying out and painting a map, and until then somebody waits for the map and for the first key in it. Where nothing is
 * painted, as in a tab that lies behind another, it does not wait.
 */
const wake = (script: string): string =>
  `(()=>{let woken;const{nonce}=document.currentScript,wake=()=>{if(woken)return;woken=1;const s=document.createElement("script");` +
  `s.type="module";s.nonce=nonce;s.src=${withinScript(JSON.stringify(script))};document.head.append(s)};` +
  `if(document.hidden)return wake();requestAnimationFrame(()=>setTimeout(wake));setTimeout(wake,${paintsWithinMs})})()`;

/** Everything behind it: what wakes the page, and what the browser draws it from again. */
export const afterMap = (of: {
  readonly nonce: string;
  readonly files: PageFiles;
  readonly data: string;
  readonly words: string;
}): string =>
  [
    `</div>`,
    `<script nonce="${of.nonce}">${wake(of.files.script)}</script>`,
    `<script type="application/json" nonce="${of.nonce}" id="${dataId}">${withinScript(of.data)}</script>`,
    `<script type="application/json" nonce="${of.nonce}" id="${wordsId}">${withinScript(of.words)}</script>`,
    `</body></html>`,
  ].join("");

/** In the place of a map that could not be drawn, where the answer has begun already. */
export const failedMap = (words: {
  readonly title: string;
  readonly text: string;
  readonly retry: string;
}): string =>
  [
    `<main ${failedMark} class="mx-auto flex min-h-[80dvh] w-full max-w-md flex-col items-center justify-center gap-4 px-5 py-16 text-center">`,
    `<h1 class="text-xl hyphens-auto">${escapeHtml(words.title)}</h1>`,
    `<p class="text-ink-2 hyphens-auto">${escapeHtml(words.text)}</p>`,
    `<a href="" class="text-accent underline">${escapeHtml(words.retry)}</a>`,
    `</main></div></body></html>`,
  ].join("");
