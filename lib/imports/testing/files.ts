import { crc32 } from "node:zlib";
import type { ImportTable, TablesRead } from "../contract";
import { readTables } from "../read-tables";

/** Bytes of a text in an encoding. */
export const bytesOf = {
  utf8: (text: string) => new TextEncoder().encode(text),
  utf16le: (text: string) => wide(text, true),
  utf16be: (text: string) => wide(text, false),
  /** Each character by the number that it has, up to 255. */
  latin1: (text: string) =>
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
};

function wide(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

/** Reads a text as the file that it would be. */
export function readText(text: string, name = "a.csv"): Promise<TablesRead> {
  return readTables(bytesOf.utf8(text), name);
}

/** The only table of a text. */
export async function tableOf(
  text: string,
  name = "a.csv",
): Promise<ImportTable> {
  const { tables, problems } = await readText(text, name);
  if (tables.length !== 1)
    throw new Error(`${tables.length} tables: ${JSON.stringify(problems)}`);
  return tables[0]!;
}

/** The cells of a table, row by row. */
export function cellsOf(table: ImportTable): string[][] {
  return table.rows.map(({ cells }) => [...cells]);
}

/** A zip of files that are not packed. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(title.length, 22);
    const own = Buffer.concat([
      Buffer.from("PK\u0003\u0004"),
      common,
      title,
      body,
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    local.push(own);
    central.push(
      Buffer.concat([
        Buffer.from("PK\u0001\u0002"),
        Buffer.from([20, 0]),
        common,
        rest,
        title,
      ]),
    );
    offset += own.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(
    Buffer.concat([...local, list, Buffer.from("PK\u0005\u0006"), end]),
  );
}

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

/** A cell of a workbook: text, a number, a day as its serial number in the style of dates, or a formula with its result. */
export type SheetCell =
  | string
  | number
  | { readonly serial: number }
  | {
      readonly formula: string;
      readonly type: "n" | "str" | "b" | "e";
      readonly result: string | null;
    }
  | null;

interface BookLook {
  /** What the workbook says about the year from which it counts days. */
  readonly date1904?: string;
  /** By the name of a sheet: the cells that are one, such as "B1:C1". */
  readonly merged?: Readonly<Record<string, readonly string[]>>;
}

/** A workbook such as spreadsheet programs write, of named sheets of rows. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  { date1904, merged = {} }: BookLook = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  const files: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${relations}">${date1904 === undefined ? "" : `<workbookPr date1904="${date1904}"/>`}<sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packaged}/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${head}<styleSheet xmlns="${spreadsheet}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  Object.entries(sheets).forEach(([name, rows], at) => {
    const spans = merged[name] ?? [];
    const cells = spans.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    const behind =
      cells && `<mergeCells count="${spans.length}">${cells}</mergeCells>`;
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `${head}<worksheet xmlns="${spreadsheet}"><sheetData>${rows.map(rowXml).join("")}</sheetData>${behind}</worksheet>`;
  });
  return zipOf(files);
}

function rowXml(cells: readonly SheetCell[], index: number): string {
  const row = index + 1;
  const inner = cells.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${row}`;
    if (cell === null) return "";
    if (typeof cell === "string")
      return `<c r="${place}" t="inlineStr"><is><t>${cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
    if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
    if ("serial" in cell)
      return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
    const { formula, type, result } = cell;
    const value = result === null ? "" : `<v>${result}</v>`;
    return `<c r="${place}" t="${type}"><f>${formula}</f>${value}</c>`;
  });
  return `<row r="${row}">${inner.join("")}</row>`;
}
