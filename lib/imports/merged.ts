import { strFromU8 } from "fflate";
import { IMPORT_LIMITS } from "./contract";
import type { Span } from "./layout";

const BOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
/** What a sheet says about merged cells stands behind its rows, and is a few lines. */
const TAIL = 4 * 1024 * 1024;
const MERGED =
  /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})\d{1,7}"/g;

type Parts = ReadonlyMap<string, Uint8Array>;

const tagsOf = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<(?:\\w{1,20}:)?${name}\\s[^<>]{0,2000}>`, "g")) ?? [];

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s(?:\\w{1,20}:)?${name}=["']([^"']{0,500})["']`).exec(
    tag,
  )?.[1] ?? null;

const textOf = (parts: Parts, name: string): string => {
  const part = parts.get(name);
  return part ? strFromU8(part) : "";
};

/** Names of the parts that hold the sheets, in the order of the workbook. */
function sheetParts(parts: Parts): (string | null)[] {
  const targets = new Map(
    tagsOf(textOf(parts, RELATIONS), "Relationship").map((tag) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  return tagsOf(textOf(parts, BOOK), "sheet").map((tag) => {
    // Beside the id of its relation a sheet has one of its own, without a prefix.
    const relation = /\s\w{1,20}:id=["']([^"']{0,500})["']/.exec(tag)?.[1];
    const target = targets.get(relation ?? null);
    if (!target) return null;
    return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  });
}

function columnAt(letters: string): number {
  let at = 0;
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - 64;
  return at - 1;
}

function spansIn(part: Uint8Array): ReadonlyMap<number, readonly Span[]> {
  const found = new Map<number, Span[]>();
  const tail = strFromU8(part.subarray(Math.max(0, part.length - TAIL)));
  const begin = tail.lastIndexOf("</sheetData>");
  for (const [, from, row, to] of tail
    .slice(Math.max(0, begin))
    .matchAll(MERGED)) {
    const span = { from: columnAt(from!), to: columnAt(to!) };
    if (span.to <= span.from || span.from >= IMPORT_LIMITS.columns) continue;
    const at = Number(row);
    const own = found.get(at);
    if (own) own.push(span);
    else found.set(at, [span]);
  }
  return found;
}

/**
 * Cells of the sheets of a workbook that reach over others at their right, sheet by sheet in its order: of merged cells
 * only the first one holds what stands in them.
 */
export function mergedCells(
  parts: Parts,
): readonly ReadonlyMap<number, readonly Span[]>[] {
  return sheetParts(parts).map((name) => {
    const part = name === null ? undefined : parts.get(name);
    return part ? spansIn(part) : new Map<number, readonly Span[]>();
  });
}
