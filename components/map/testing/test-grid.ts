import { asId } from "@/lib/journey/ids";
import type {
  CardId,
  ColumnId,
  LaneId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { LaneKind } from "@/lib/journey/vocabulary";
import type { GridView } from "../grid/grid-state";
import { shapeOf } from "../grid/shape";
import type { GridCell } from "../grid/shape";

/** A short name as an id: `stage` 1 and `touchpoint` 1 differ. */
export function idOf<T extends string>(
  kind: "a" | "b" | "c" | "d",
  number: number,
): T {
  return asId<never>(
    `${kind.repeat(8)}-0000-7000-8000-${String(number).padStart(12, "0")}`,
  ) as T;
}

export interface Plan {
  /** Touchpoints of each stage; a negative number is a folded stage with that many. */
  readonly stages: readonly number[];
  readonly lanes: readonly {
    readonly kind: LaneKind;
    readonly span?: "stage" | "touchpoint";
    readonly collapsed?: boolean;
  }[];
  /** How many cards stand where, by lane number and column. */
  readonly cards?: Readonly<Record<string, number>>;
  readonly canWrite?: boolean;
}

/** A map of nothing but its shape. */
export function planned({ stages, lanes }: Plan) {
  let touchpoint = 0;
  return {
    stages: stages.map((count, index) => ({
      id: idOf<StageId>("a", index + 1),
      title: `stage ${index + 1}`,
      description: "",
      colour: null,
      collapsed: count < 0,
      touchpoints: Array.from({ length: Math.abs(count) }, () => {
        touchpoint += 1;
        return { id: idOf<TouchpointId>("b", touchpoint) } as never;
      }),
    })),
    lanes: lanes.map(
      ({ kind, span = "touchpoint", collapsed = false }, index) => ({
        id: idOf<LaneId>("c", index + 1),
        kind,
        span,
        collapsed,
        title: `lane ${index + 1}`,
        hint: null,
        cellHints: {},
        visibility: "customer" as const,
        height: null,
      }),
    ),
  };
}

/** What the machine of the grid asks, answered from a plan. */
export function viewOf(plan: Plan): GridView {
  const shape = shapeOf(planned(plan));
  const cardsOf = (cell: GridCell): readonly CardId[] => {
    const count =
      plan.cards?.[
        nameOf(
          shape.lanes.findIndex(({ key }) => key === cell.row),
          cell.columnId,
        )
      ];
    return cell.role === "cards"
      ? Array.from({ length: count ?? 0 }, (_, index) =>
          idOf<CardId>("d", cardNumber(cell, index)),
        )
      : [];
  };
  return {
    shape,
    cardsOf,
    isFilled: (cell) => cell.role !== "cards" || cardsOf(cell).length > 0,
    whereIs: () => null,
    canWrite: plan.canWrite ?? true,
    newCardId: () => idOf<CardId>("d", 999_999),
  };
}

function nameOf(lane: number, columnId: ColumnId | null): string {
  return `${lane + 1}:${columnId?.[0]}${Number(columnId?.slice(-12))}`;
}

function cardNumber({ row, columnId }: GridCell, index: number): number {
  return (
    Number(row.slice(-4)) * 10_000 + Number(columnId?.slice(-4)) * 10 + index
  );
}
