import { IMPORT_LIMITS } from "./contract";
import { unzip, type ZipEntry } from "./zip";

/** A file that was packed together with others. */
export interface PackedFile {
  /** Without its folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const READ_HERE = /\.(csv|tsv|txt|json|xes|xml)$/i;
/** What systems add on their own, beside the files that people packed. */
const HIDDEN = /(^|\/)(\.|__MACOSX\/)/;

/**
 * The files of a zip that are read here, in its order, such as the tables of an export. Whatever else lies in it stays
 * packed.
 *
 * @returns null where the zip is broken.
 */
export async function unzipTables(
  entries: readonly ZipEntry[],
): Promise<PackedFile[] | "tooMany" | null> {
  const tables = entries
    .filter(
      ({ name, size }) =>
        size > 0 && READ_HERE.test(name) && !HIDDEN.test(name),
    )
    .slice(0, IMPORT_LIMITS.tables + 1);
  const files = await unzip(tables, IMPORT_LIMITS.unpackedBytes);
  if (files === null || files === "tooMany") return files;
  return Array.from(files, ([path, file]) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    bytes: file,
  }));
}
