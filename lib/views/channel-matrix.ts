import type { ChannelId } from "../journey/ids";
import type { MatrixColumn } from "./columns";

/** How the line of a channel passes one side of a cell: between neighbours, or over columns that do without it. */
export type Thread = "solid" | "bridged" | null;

export interface ChannelCell {
  /** How many touchpoints of the column run over the channel. */
  readonly uses: number;
  readonly left: Thread;
  readonly right: Thread;
}

export interface ChannelRow {
  readonly channelId: ChannelId;
  readonly cells: readonly ChannelCell[];
  /** How many stages it reaches. */
  readonly stages: number;
  readonly touchpoints: number;
}

/** Where each channel is used, and the line that it draws from its first use to its last (R49). */
export function channelRows(
  columns: readonly MatrixColumn[],
  channelIds: readonly ChannelId[],
): ChannelRow[] {
  return channelIds.map((channelId) => {
    const uses = columns.map(
      ({ touchpoints }) =>
        touchpoints.filter(({ channels }) => channels.includes(channelId))
          .length,
    );
    const reached = columns.filter((_, at) => (uses[at] ?? 0) > 0);
    return {
      channelId,
      cells: uses.map((count, at) => ({
        uses: count,
        left: threadBetween(uses, at - 1),
        right: threadBetween(uses, at),
      })),
      stages: new Set(reached.map(({ stage }) => stage.id)).size,
      touchpoints: uses.reduce((sum, count) => sum + count, 0),
    };
  });
}

/** The line between a column and the next one. */
function threadBetween(uses: readonly number[], at: number): Thread {
  const isUsed = (count: number) => count > 0;
  const first = uses.findIndex(isUsed);
  const last = uses.findLastIndex(isUsed);
  if (first < 0 || at < first || at >= last) return null;
  return isUsed(uses[at] ?? 0) && isUsed(uses[at + 1] ?? 0)
    ? "solid"
    : "bridged";
}

/** The channels that touchpoints of these columns use, each once. */
export function usedChannels(
  columns: readonly MatrixColumn[],
): ReadonlySet<ChannelId> {
  return new Set(
    columns.flatMap(({ touchpoints }) =>
      touchpoints.flatMap(({ channels }) => channels),
    ),
  );
}
