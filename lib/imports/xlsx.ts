import { zipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { IMPORT_LIMITS, type ImportTable } from "./contract";
import { tablesOf } from "./layout";
import type { ProblemCollector } from "./problems";
import { cut, plainText } from "./plain-text";
import { unzip, type ZipEntry } from "./zip";

/** The list of parts that every package of an office program has. */
const PARTS = "[Content_Types].xml";
/** Sheets, their words and styles, and what leads from one to the other; all else is pictures and settings. */
const NEEDED = /\.(xml|rels)$/;
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
  fileName: string,
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
  return sheets.slice(0, IMPORT_LIMITS.tables).flatMap(({ sheet, data }) =>
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
      },
      problems,
    ),
  );
}

/**
 * The library unpacks a zip whatever it grows to, large files in threads of their own. So it never gets the one that
 * somebody sent: it gets the parts again, which are unpacked and counted, with nothing left to unpack.
 */
function cleanZip(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const files = Object.fromEntries(parts);
  return zipSync(files, { level: 0, mtime: SOME_DAY }).buffer;
}

function textOf(cell: unknown): string {
  if (typeof cell === "string") return plainText(cell);
  if (typeof cell === "number" || typeof cell === "boolean")
    return String(cell);
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return "";
  const text = cell.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}
