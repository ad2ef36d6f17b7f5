import type { FileInfo } from "@/lib/api/files";
import type {
  CopiedAttachment,
  CopiedBlock,
  CopiedCard,
} from "@/lib/formats/copied-cells";

/** Files that a copied block shows, each once. */
export function filesOf(block: CopiedBlock): CopiedAttachment[] {
  const lane = block.lane?.columns.flatMap(({ cards }) => cards) ?? [];
  const files = [...block.rows.flat(2), ...lane].flatMap(
    ({ attachments = [] }) => attachments.filter(({ fileId }) => fileId),
  );
  return [...new Map(files.map((file) => [file.fileId, file])).values()];
}

/** The same block with the files as this map holds them; what could not be had is left out. */
export function withFiles(
  block: CopiedBlock,
  files: ReadonlyMap<string, FileInfo>,
): CopiedBlock {
  const all = (cards: readonly CopiedCard[]) =>
    cards.flatMap((card) => withOwn(card, files));
  return {
    ...block,
    rows: block.rows.map((row) => row.map(all)),
    lane: block.lane && {
      ...block.lane,
      columns: block.lane.columns.map((column) => ({
        ...column,
        cards: all(column.cards),
      })),
    },
  };
}

/** A card that was nothing but a picture is not put down as an empty one. */
function withOwn(
  card: CopiedCard,
  files: ReadonlyMap<string, FileInfo>,
): CopiedCard[] {
  const before = card.attachments ?? [];
  const attachments = before.flatMap((attachment) => {
    if (!attachment.fileId) return [attachment];
    const file = files.get(attachment.fileId);
    if (!file) return [];
    const { fileId, mime, bytes, sha256 } = file;
    return [{ ...attachment, fileId, mime, bytes, sha256 }];
  });
  const { text, metric, decision, score, task } = card;
  const saysMore = text.trim() !== "" || metric || decision || score || task;
  const isLost = attachments.length === 0 && before.length > 0;
  return isLost && !saysMore ? [] : [{ ...card, attachments }];
}
