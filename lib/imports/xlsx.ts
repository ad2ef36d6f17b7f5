import { strFromU8, strToU8, zipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { IMPORT_LIMITS, type FileLayout, type ImportTable } from "./contract";
import { tablesOf } from "./layout";
import { mergedCells } from "./merged";
import type { ProblemCollector } from "./problems";
import { cut, plainText } from "./plain-text";
import { unzip, type ZipEntry } from "./zip";

/** The list of parts that every package of an office program has. */
const PARTS = "[Content_Types].xml";
/** Sheets, their words and styles, and what leads from one to the other; all else is pictures and settings. */
const NEEDED = /\.(xml|rels)$/;
const BOOK = "xl/workbook.xml";
/** What stands in a cell whose formula has no result. */
const NO_RESULT =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;
/** Any day does; the files are read at once and kept nowhere. */
const SOME_DAY = "2000-01-02";

/** Whether a zip is the package of an office program, and no archive of files. */
export function isOffice(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === PARTS);
}

/**
 * The tables of every sheet of a workbook. Of a formula its last result counts; days, which a workbook keeps as serial
 * numbers and tells from numbers by their style, become ISO 8601.
 */
export async function readXlsx(
  entries: readonly ZipEntry[],
  { fileName, layout }: { fileName: string; layout: FileLayout },
  problems: ProblemCollector,
): Promise<ImportTable[]> {
  const parts = await unzip(
    entries.filter(({ name }) => NEEDED.test(name)),
    IMPORT_LIMITS.unpackedBytes,
  );
  if (parts === null || parts === "tooMany") {
    problems.add(parts === null ? "unreadable" : "tooManyBytes");
    return [];
  }
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(cleanZip(parts));
  } catch {
    problems.add("unreadable");
    return [];
  }
  const merged = mergedCells(parts);
  return sheets.slice(0, IMPORT_LIMITS.tables).flatMap(({ sheet, data }, nth) =>
    tablesOf(
      {
        rows: data.map((cells, index) => ({
          at: index + 1,
          cells: cells.map(textOf),
        })),
        name: cut(plainText(sheet), 300),
        file: { name: fileName, kind: "xlsx" },
        isTyped: true,
        delimiter: " ",
        headerRows: layout.headerRows,
        spans: merged[nth],
      },
      problems,
    ),
  );
}

/**
 * The library unpacks a zip whatever it grows to, large files in threads of their own. So it never gets the one that
 * somebody sent: it gets the parts again, which are unpacked and counted, with nothing left to unpack. Of the two ways to
 * write that days are counted from 1904 it knows one.
 */
function cleanZip(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const files = Object.fromEntries(parts);
  const book = files[BOOK];
  if (book)
    files[BOOK] = strToU8(
      strFromU8(book).replace(
        /(\sdate1904=)(["'])true\2/,
        (_, name: string, mark: string) => `${name}${mark}1${mark}`,
      ),
    );
  return zipSync(files, { level: 0, mtime: SOME_DAY }).buffer;
}

function textOf(cell: unknown): string {
  if (typeof cell === "string")
    return NO_RESULT.test(cell) ? "" : plainText(cell);
  if (typeof cell === "number" || typeof cell === "boolean")
    return String(cell);
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return "";
  const text = cell.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}
