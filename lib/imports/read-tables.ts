import { unzipTables } from "./archive";
import {
  IMPORT_LIMITS,
  type FileLayout,
  type ImportTable,
  type TablesRead,
} from "./contract";
import { readCsv } from "./csv";
import { decode } from "./decode";
import { readJson } from "./json";
import { checkLimits, tablesOf } from "./layout";
import { cut } from "./plain-text";
import { partOf, type OnShare } from "./progress";
import { problemCollector, type ProblemCollector } from "./problems";
import { unpack } from "./unpack";
import { readXes } from "./xes";
import { isOffice, readXlsx } from "./xlsx";
import { zipEntries, type ZipEntry } from "./zip";

type Found = Omit<TablesRead, "problems">;

const nothing: Found = { tables: [], encoding: null, delimiter: null };

interface How {
  readonly layout?: FileLayout | undefined;
  readonly onShare?: OnShare | undefined;
}

/**
 * The tables of a file, whatever kind it is: its first bytes tell, not its name. Never rejects: what is wrong with it
 * is among the problems.
 *
 * @param fileName - as people see it; kept with the tables.
 * @param how.layout - what somebody knows better than the file tells.
 * @param how.onShare - hears nothing of a workbook before it is read: it is unpacked and read as a whole.
 */
export async function readTables(
  bytes: Uint8Array,
  fileName: string,
  { layout = {}, onShare }: How = {},
): Promise<TablesRead> {
  const problems = problemCollector();
  const source = { bytes, fileName, problems, layout, onShare };
  const { tables, ...told } = await found(source);
  checkLimits(tables, problems);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (tables.length > 0 && filled.length === 0)
    problems.add("headerOnly", { text: tables[0]!.columns[0]?.name });
  if (tables.length === 0 && !problems.isFatal()) problems.add("empty");
  // A table of names alone is worth showing only where there is no other.
  const kept = filled.length > 0 ? filled : tables;
  return {
    ...told,
    tables: kept.map((table, index) => ({ ...table, index })),
    problems: problems.all(),
  };
}

interface Source {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly problems: ProblemCollector;
  readonly layout: FileLayout;
  readonly onShare: OnShare | undefined;
}

async function found(source: Source): Promise<Found> {
  const { bytes, fileName, problems, layout } = source;
  if (bytes.length > IMPORT_LIMITS.bytes) {
    problems.add("tooManyBytes");
    return nothing;
  }
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const entries = zipEntries(bytes);
    if (entries === null) problems.add("unreadable");
    else if (!isOffice(entries)) return readArchive(entries, source);
    else
      return {
        ...nothing,
        tables: await readXlsx(entries, { fileName, layout }, problems),
      };
    return nothing;
  }
  if (!beginsWith(bytes, [0x1f, 0x8b])) return readText(source);
  const unpacked = await unpack(bytes, "gzip", IMPORT_LIMITS.unpackedBytes);
  if (unpacked === null) problems.add("unreadable");
  else if (unpacked === "tooMany") problems.add("tooManyBytes");
  else return readText({ ...source, bytes: unpacked });
  return nothing;
}

function beginsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, at) => bytes[at] === byte);
}

/** Every table of every file in a zip; each is called by its file. One in which nothing stands is left out. */
async function readArchive(
  entries: readonly ZipEntry[],
  { problems, layout, onShare }: Source,
): Promise<Found> {
  const files = await unzipTables(entries);
  if (files === null || files === "tooMany" || files.length === 0) {
    problems.add(files === "tooMany" ? "tooManyBytes" : "unreadable");
    return nothing;
  }
  let how = nothing;
  const tables = files.flatMap(({ name, bytes: own }, at) => {
    const part = { from: at / files.length, to: (at + 1) / files.length };
    const found = readText({
      bytes: own,
      fileName: name,
      problems,
      layout,
      onShare: partOf(onShare, part),
    });
    if (how === nothing) how = found;
    return found.tables.map((table) => ({
      ...table,
      name: table.name === "" ? cut(name, 300) : table.name,
    }));
  });
  return { ...how, tables };
}

/** How much of the time it takes to read rows goes into what comes before they are laid out. */
const untilText = 0.2;
const untilRows = 0.6;

function readText(source: Source): Found {
  const { bytes, fileName, problems, layout, onShare } = source;
  if (isBinary(bytes)) {
    problems.add("unreadable");
    return nothing;
  }
  const { text, encoding } = decode(bytes, problems, layout.encoding);
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) {
    problems.add("empty");
    return { ...nothing, encoding };
  }
  // Cells may begin with anything; whoever calls a file so means rows.
  const isRows = /\.(csv|tsv|txt)$/i.test(fileName);
  onShare?.(untilText);
  if (first === "<" && !isRows) {
    const rest = partOf(onShare, { from: untilText, to: 1 });
    const tables = readXes({ text, fileName, onShare: rest }, problems);
    return { ...nothing, encoding, tables };
  }
  if ((first === "{" || first === "[") && !isRows)
    return { ...nothing, encoding, tables: readJson(text, fileName, problems) };
  const { rows, delimiter } = readCsv(text, problems, layout.delimiter);
  onShare?.(untilRows);
  const tables: ImportTable[] = problems.isFatal()
    ? []
    : tablesOf(
        {
          rows,
          name: "",
          file: { name: fileName, kind: "csv" },
          isTyped: false,
          delimiter,
          headerRows: layout.headerRows,
        },
        problems,
      );
  onShare?.(1);
  return { tables, encoding, delimiter };
}

/** Pictures, documents and programs begin with bytes that no text has; zeros alone may be UTF-16 or an accident. */
function isBinary(bytes: Uint8Array): boolean {
  if (beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff]))
    return false;
  const sample = bytes.subarray(0, 4_000);
  const controls = sample.reduce(
    (count, byte) =>
      count + Number(byte > 0 && byte < 9) + Number(byte > 13 && byte < 32),
    0,
  );
  const isOther = beginsWith(bytes, [0x25, 0x50, 0x44, 0x46]);
  return isOther || controls > sample.length / 50;
}
