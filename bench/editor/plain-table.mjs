// The limit for opening and scrolling: the words of a map as one static table, from a plain server of this machine.
import http from "node:http";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { freePort } from "../../scripts/processes.mjs";

const gzip = promisify(zlib.gzip);

const escaped = (text) =>
  text.replace(
    /[&<>]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign],
  );

/** In the page of a map: its rows, each a list of cells, each the texts that stand in it. */
export function readRows() {
  const textsOf = (cell) => {
    const cards = [...cell.querySelectorAll("[data-card]")];
    return (cards.length > 0 ? cards : [cell]).map((it) => it.textContent);
  };
  return [...document.querySelectorAll("[role=grid] [role=row]")].map((row) =>
    [...row.querySelectorAll("[role$=header], [role=gridcell]")].map(
      (cell) => ({
        span: Number(cell.getAttribute("aria-colspan") ?? 1),
        texts: textsOf(cell),
      }),
    ),
  );
}

function pageOf(rows) {
  const cell = ({ span, texts }) =>
    `<td colspan="${span}">${texts.map((text) => `<p>${escaped(text)}</p>`).join("")}</td>`;
  const body = rows.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`);
  return (
    `<!doctype html><meta charset="utf-8"><title>Plain</title>` +
    `<style>td{min-width:220px;max-width:220px;vertical-align:top;border:1px solid;font:14px sans-serif}</style>` +
    `<textarea></textarea><table>${body.join("")}</table>`
  );
}

/** In such a page: words into which `writeLetter` writes, as long as those of a card. */
export function findWords() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode() && walk.currentNode.data.trim().length < 20);
  globalThis.words = walk.currentNode;
}

export const writeLetter = () => void (globalThis.words.data += "y");

const paragraph =
  `<!doctype html><meta charset="utf-8"><title>Plain</title><style>p{width:190px;font:14px sans-serif}</style>` +
  `<p>As many words as a card has that somebody else goes on writing</p>`;

/** Serves pages that are only text; `/` is empty but for a field to type in. */
export async function servePlain() {
  const pages = new Map([
    ["/", await gzip(pageOf([]))],
    ["/paragraph", await gzip(paragraph)],
  ]);
  const server = http.createServer(({ url }, answer) => {
    const page = pages.get(url);
    answer.writeHead(page ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "content-encoding": "gzip",
      "cache-control": "no-store",
    });
    answer.end(page);
  });
  const port = await freePort();
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  const base = `http://127.0.0.1:${port}`;
  return {
    empty: `${base}/`,
    paragraph: `${base}/paragraph`,
    /** @returns the address of a table of these rows. */
    async add(name, rows) {
      pages.set(`/${name}`, await gzip(pageOf(rows)));
      return `${base}/${name}`;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
