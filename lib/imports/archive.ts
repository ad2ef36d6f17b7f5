import { unzipSync } from "fflate";
import { IMPORT_LIMITS } from "./contract";

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
 * The files of a zip that are read here, in its order, such as the tables of an export. How much all of them unpack to
 * has to be known before.
 *
 * @returns null where the zip is broken.
 */
export function unzipTables(bytes: Uint8Array): PackedFile[] | null {
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (originalSize === 0 || !READ_HERE.test(name) || HIDDEN.test(name))
          return false;
        count += 1;
        return count <= IMPORT_LIMITS.tables + 1;
      },
    });
    return Object.entries(files).map(([path, file]) => ({
      name: path.slice(path.lastIndexOf("/") + 1),
      bytes: file,
    }));
  } catch {
    return null;
  }
}
