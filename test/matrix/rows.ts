import { accountRows } from "./account-rows";
import { commentRows } from "./comment-rows";
import { evidenceRows } from "./evidence-rows";
import { importRows } from "./import-rows";
import { journeyRows } from "./journey-rows";
import { libraryRows } from "./library-rows";
import { mapRows } from "./map-rows";
import { personRows } from "./person-rows";
import { pulseRows } from "./pulse-rows";
import type { MatrixRow } from "./row";
import { seatRows } from "./seat-rows";
import { workspaceRows } from "./workspace-rows";

/** The matrix: every route of the API, who may, and what is answered to the others. */
export const matrix: readonly MatrixRow[] = [
  ...accountRows,
  ...workspaceRows,
  ...journeyRows,
  ...mapRows,
  ...seatRows,
  ...libraryRows,
  ...evidenceRows,
  ...importRows,
  ...commentRows,
  ...personRows,
  ...pulseRows,
];
