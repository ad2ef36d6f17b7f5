import readXlsxFile from "read-excel-file/universal";
import { IMPORT_LIMITS, type ImportTable } from "./contract";
import { tablesOf } from "./layout";
import type { ProblemCollector } from "./problems";
import { cut, plainText } from "./plain-text";

/**
 * The tables of every sheet of a workbook. Of a formula its last result counts; days, which a workbook keeps as serial
 * numbers and tells from numbers by their style, become ISO 8601.
 */
export async function readXlsx(
  bytes: Uint8Array,
  fileName: string,
  problems: ProblemCollector,
): Promise<ImportTable[]> {
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    // The library takes the buffer whole, so it gets one that holds nothing else.
    sheets = await readXlsxFile(new Uint8Array(bytes).buffer);
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

function textOf(cell: unknown): string {
  if (typeof cell === "string") return plainText(cell);
  if (typeof cell === "number" || typeof cell === "boolean")
    return String(cell);
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return "";
  const text = cell.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}
