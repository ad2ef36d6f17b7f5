import { oneStep } from "@/components/room/one-step";
import { deleteCard } from "@/lib/journey/cards";
import { removeChannel } from "@/lib/journey/channels";
import type { CommandContext } from "@/lib/journey/command";
import { setEmotion } from "@/lib/journey/emotions";
import type { PersonaId } from "@/lib/journey/ids";
import type { JourneyMap, Touchpoint } from "@/lib/journey/journey-map";
import { setOwner } from "@/lib/journey/owners";
import { setText } from "@/lib/journey/texts";
import { touchpointIn } from "../map-index";
import { selectedCells } from "./selected-cells";
import type { GridState } from "./grid-state";
import { cardsKey } from "./shape";
import type { GridCell, GridShape } from "./shape";

interface Clearing {
  readonly map: JourneyMap;
  readonly state: GridState;
  readonly shape: GridShape;
  /** Whose emotion a cell shows. */
  readonly personas: readonly PersonaId[];
}

/** Empties the selected cells and leaves columns and lanes alone; returns how many things went. */
export function clearCells(ctx: CommandContext, clearing: Clearing): number {
  const { map, state, shape } = clearing;
  const single = state.card;
  if (single !== null) return deleteCard(ctx, { cardId: single }).ok ? 1 : 0;
  const cells = selectedCells(state, shape).flat();
  return oneStep(ctx, (step) =>
    cells.reduce((sum, cell) => sum + clearCell(step, clearing, cell), 0),
  );

  function clearCell(
    step: CommandContext,
    { personas }: Clearing,
    cell: GridCell,
  ): number {
    const key = cardsKey(cell);
    if (key) {
      const cards = map.cells[key] ?? [];
      cards.forEach(({ id }) => deleteCard(step, { cardId: id }));
      return cards.length;
    }
    return cell.role === "field"
      ? clearField(step, { map, personas }, cell)
      : 0;
  }
}

function clearField(
  ctx: CommandContext,
  { map, personas }: Pick<Clearing, "map" | "personas">,
  cell: GridCell,
): number {
  const touchpoint = touchpointIn(map, cell.columnId);
  if (!touchpoint) return 0;
  const { id, channels, owners, message } = touchpoint;
  switch (cell.lane?.kind) {
    case "message":
      if (message !== "")
        setText(ctx, { kind: "touchpoint", id, field: "message" }, "");
      return message === "" ? 0 : 1;
    case "channel":
      channels.forEach((channelId) =>
        removeChannel(ctx, { touchpointId: id, channelId }),
      );
      return channels.length;
    case "stakeholder":
      owners.forEach(({ stakeholderId }) =>
        setOwner(ctx, { touchpointId: id, stakeholderId, role: null }),
      );
      return owners.length;
    case "emotion":
      return clearEmotions(ctx, touchpoint, personas);
    default:
      return 0;
  }
}

function clearEmotions(
  ctx: CommandContext,
  { id, emotions }: Touchpoint,
  personas: readonly PersonaId[],
): number {
  const felt = personas.filter(
    (personaId) => (emotions[personaId] ?? null) !== null,
  );
  for (const personaId of felt)
    setEmotion(ctx, { touchpointId: id, personaId, value: null });
  return felt.length;
}
