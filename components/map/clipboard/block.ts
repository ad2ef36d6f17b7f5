import { copiedBlock } from "@/lib/formats/copied-cells";
import { readAs } from "@/lib/journey/kind";
import type { CopiedBlock } from "@/lib/formats/copied-cells";

const ATTRIBUTE = "data-waymark-cells";

/** The block as an HTML table for documents and mails, which carries the cards themselves along. */
export function writeHtml(
  texts: readonly (readonly string[])[],
  copied: CopiedBlock,
): string {
  const rows = texts
    .map(
      (row) =>
        `<tr>${row.map((text) => `<td>${lines(text)}</td>`).join("")}</tr>`,
    )
    .join("");
  return `<table ${ATTRIBUTE}="${escape(JSON.stringify(copied))}">${rows}</table>`;
}

/** The cards in a piece of HTML that came from a map; null in any other. */
export function readHtml(html: string): CopiedBlock | null {
  if (!html.includes(ATTRIBUTE)) return null;
  const table = new DOMParser()
    .parseFromString(html, "text/html")
    .querySelector(`[${ATTRIBUTE}]`);
  try {
    const held = table?.getAttribute(ATTRIBUTE) ?? "null";
    return readAs(copiedBlock, JSON.parse(held)) ?? null;
  } catch {
    return null;
  }
}

function lines(text: string): string {
  return escape(text).replaceAll("\n", "<br>");
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
