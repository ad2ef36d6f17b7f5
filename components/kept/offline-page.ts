import { isLocale, type Locale } from "@/lib/i18n/config";
import de from "@/lib/i18n/messages/de/offline.json";
import en from "@/lib/i18n/messages/en/offline.json";
import nl from "@/lib/i18n/messages/nl/offline.json";

const words: Readonly<Record<Locale, typeof en>> = { en, nl, de };

export interface KeptMap {
  readonly path: string;
  readonly title: string;
  readonly locale: string;
  readonly theme: string;
  readonly at: number;
}

/** It runs nothing and loads nothing, so it needs no scripts of a build that may be gone. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const plain = (text: string) =>
  text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? "");

const style = `
:root{color-scheme:light dark}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
body{margin:0;background:light-dark(#faf8f4,#171613);color:light-dark(#211e1a,#ece8e1);
font:1rem/1.5 "Inter Variable",Inter,system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:4rem 1.25rem;overflow-wrap:anywhere}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .75rem}
h2{font-size:1rem;margin:2rem 0 .5rem}
p{margin:0 0 1rem;color:light-dark(#57514a,#b9b2a6)}
ul{list-style:none;margin:0;padding:0;border:1px solid light-dark(#e7e2d9,#2f2c27);border-radius:.5rem;
background:light-dark(#fff,#1f1d1a)}
li+li{border-top:1px solid light-dark(#e7e2d9,#2f2c27)}
a{color:light-dark(#2b4aa0,#9db0f0)}
a:focus-visible{outline:2px solid;outline-offset:-2px;border-radius:.5rem}
li a{display:block;padding:.75rem 1rem;font-weight:500;text-decoration:none}
li a:hover{text-decoration:underline}
.retry{display:inline-block;padding:.5rem 0;font-weight:500}
`;

/**
 * What is shown in the place of a page that needs the server: which maps lie on this device, and what can be done with
 * them.
 *
 * @param maps - at least one; the last opened says which language and theme are the person's.
 */
export function offlinePage(maps: readonly KeptMap[]): Response {
  const sorted = maps.toSorted((a, b) => b.at - a.at);
  const said = sorted[0]?.locale;
  const locale = isLocale(said) ? said : "en";
  const theme = plain(sorted[0]?.theme ?? "system");
  const t = words[locale];
  const links = sorted.map(
    ({ path, title }) =>
      `<li><a href="${plain(path)}">${plain(title.trim() || t.untitled)}</a></li>`,
  );
  const html = `<!doctype html>
<html lang="${locale}" data-theme="${theme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(t.title)} · Waymark</title><style>${style}</style></head>
<body><main>
<h1>${plain(t.title)}</h1>
<p>${plain(t.text)}</p>
<a class="retry" href="">${plain(t.retry)}</a>
<h2 id="kept">${plain(t.kept)}</h2>
<ul aria-labelledby="kept">${links.join("")}</ul>
</main></body></html>`;
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cache-control": "private, no-store",
    },
  });
}
