import { newId } from "@/components/room/new-id";
import { asId } from "@/lib/journey/ids";
import type {
  CardId,
  ColumnId,
  LaneId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";
import { isFieldFilled } from "../lanes/is-filled";
import { touchpointIn } from "../map-index";
import { follow } from "./follow";
import { startState, turn } from "./grid-state";
import type { Effect, GridState, GridView, Intent } from "./grid-state";
import { NO_PICKS } from "./picks";
import type { Pick as Choice } from "./picks";
import { placeOf } from "./places";
import type { Place, Subject } from "./places";
import { cardsKey, shapeOf } from "./shape";
import type { GridCell, GridShape } from "./shape";

interface MapSource {
  readonly get: () => JourneyMap;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The part of the map that this tab shows; what is kept stays in it. */
interface SeenSource extends MapSource {
  readonly keep: (ids: readonly string[]) => void;
}

/** What is being moved, by pointer or by keys, and where it would land. */
export interface Hand {
  readonly subject: Subject;
  readonly place: Place | null;
  readonly by: "pointer" | "keys";
}

/** What cells ask the grid about. */
export interface GridNow {
  readonly state: GridState;
  readonly shape: GridShape;
  readonly hand: Hand | null;
  readonly looksWritable: boolean;
}

function hasField(map: JourneyMap, cell: GridCell): boolean {
  const touchpoint = touchpointIn(map, cell.columnId);
  const kind = cell.lane?.kind ?? "touchpoint";
  return touchpoint !== null && isFieldFilled(map, kind, touchpoint);
}

/** The selection of this tab, followed by the few cells that it concerns. */
export class GridStore {
  private state: GridState;
  private shape: GridShape;
  /** Of what the shape was made. */
  private frame: Pick<JourneyMap, "stages" | "lanes">;
  private hand: Hand | null = null;
  private canWrite = false;
  private looksWritable: boolean;
  /** How the server drew it; parts of the grid that come alive later begin with it. */
  private readonly sent: GridNow;
  /** Raised when the selection moved by the reader's own hand, so that focus and scroll follow. */
  private steps = 0;
  private readonly listeners = new Set<() => void>();
  private readonly losers = new Set<(lost: Subject) => void>();
  private readonly takers = new Set<(files: readonly File[]) => void>();

  constructor(
    private readonly source: MapSource,
    private readonly seen: SeenSource = { ...source, keep: () => undefined },
    looksWritable = false,
  ) {
    this.looksWritable = looksWritable;
    const { stages, lanes } = this.seen.get();
    this.frame = { stages, lanes };
    this.shape = shapeOf(this.frame);
    this.state = startState(this.shape);
    this.sent = { ...this.now(), looksWritable };
  }

  readonly getState = (): GridState => this.state;
  readonly getShape = (): GridShape => this.shape;
  readonly getHand = (): Hand | null => this.hand;
  readonly getSteps = (): number => this.steps;
  readonly getSent = () => this.sent;
  readonly now = (): GridNow => {
    const { state, shape, hand, looksWritable } = this;
    return { state, shape, hand, looksWritable };
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls when what was held is no longer on the map. */
  readonly onLost = (listener: (lost: Subject) => void): (() => void) => {
    this.losers.add(listener);
    return () => this.losers.delete(listener);
  };

  /** Calls with files that were chosen for what is selected. */
  readonly onFiles = (
    taker: (files: readonly File[]) => void,
  ): (() => void) => {
    this.takers.add(taker);
    return () => this.takers.delete(taker);
  };

  readonly give = (files: readonly File[]): void => {
    for (const take of this.takers) take(files);
  };

  /** Follows the map as long as the grid is on the page. */
  readonly connect = (): (() => void) => {
    this.take();
    return this.seen.subscribe(() => this.take());
  };

  /** What of the map is drawn; the arrows and drops go from one thing in it to the next. */
  readonly getSeen = (): JourneyMap => this.seen.get();

  readonly view = (): GridView => {
    const map = this.source.get();
    const cardsOf = (cell: GridCell): readonly CardId[] => {
      const key = cardsKey(cell);
      return key ? (map.cells[key] ?? []).map(({ id }) => id) : [];
    };
    return {
      shape: this.shape,
      cardsOf,
      isFilled: (cell) =>
        cell.role === "cards"
          ? cardsOf(cell).length > 0
          : cell.role !== "field" || hasField(map, cell),
      whereIs: (card) => this.pointOf(card)?.point ?? null,
      canWrite: this.canWrite,
      newCardId: () => asId<CardId>(newId()),
    };
  };

  readonly dispatch = (intent: Intent): Effect | null => {
    const { state, effect } = turn(this.state, intent, this.view());
    this.set(state, true);
    return effect;
  };

  /** Goes to a thing wherever it is drawn now; false where it is not on the map. */
  readonly reveal = (id: string): boolean => {
    if (!this.pointOf(id)) this.bringBack(id);
    const point = this.pointOf(id);
    if (!point) return false;
    this.set({ ...point, anchor: null, picks: NO_PICKS, edit: null }, true);
    return true;
  };

  /** Goes to the first of several things and chooses all of them; a stage or a lane is chosen by itself only. */
  readonly choose = (things: readonly Subject[]): void => {
    const [first] = things;
    if (!first || !this.reveal(first.id) || things.length === 1) return;
    const picks = things.flatMap((thing): Choice[] =>
      thing.kind === "card" || thing.kind === "touchpoint" ? [thing] : [],
    );
    if (picks.length > 0) this.set({ ...this.state, picks }, true);
  };

  /** Brings the focus back to the selected cell. */
  readonly focus = (): void => this.set(this.state, true);

  readonly take = (): void => {
    const before = this.shape;
    this.takeShape();
    this.releaseLost();
    const state = follow(this.state, before, this.view());
    if (this.shape !== before || state !== this.state) this.set(state, false);
  };

  private takeShape(): void {
    const { stages, lanes } = this.seen.get();
    if (stages === this.frame.stages && lanes === this.frame.lanes) return;
    this.frame = { stages, lanes };
    const next = shapeOf(this.frame);
    if (!isSameShape(this.shape, next)) this.shape = next;
  }

  /** Stands where somebody stood on an earlier map, without a step of theirs: the focus stays. */
  readonly standAt = (state: GridState, shape: GridShape): void =>
    this.set(follow(state, shape, this.view()), false);

  readonly allowWriting = (canWrite: boolean): void => {
    this.canWrite = canWrite;
    if (!canWrite) this.hold(null);
    if (!canWrite && this.state.edit)
      this.set({ ...this.state, edit: null }, false);
  };

  /** Whether cells offer what changes them, which they do before it can be done. */
  readonly lookWritable = (looksWritable: boolean): void => {
    if (looksWritable === this.looksWritable) return;
    this.looksWritable = looksWritable;
    this.notify();
  };

  readonly hold = (hand: Hand | null): void => {
    if (hand === this.hand) return;
    this.hand = hand;
    this.notify();
  };

  /** A colleague deleted what is being moved: the hand is empty, and whoever listens is told. */
  private releaseLost(): void {
    const { hand } = this;
    if (!hand || placeOf(this.source.get(), hand.subject)) return;
    this.hold(null);
    for (const listener of this.losers) listener(hand.subject);
  }

  /** What somebody asks for by name is shown, whatever is put aside. */
  private bringBack(id: string): void {
    const card = this.cardOf(id);
    const { laneId, columnId } = card ?? {};
    this.seen.keep(laneId && columnId ? [laneId, columnId] : [id]);
    this.take();
  }

  private cardOf(id: string): Card | undefined {
    return Object.values(this.source.get().cells)
      .flat()
      .find((card) => card.id === id);
  }

  private pointOf(id: string): Pick<GridState, "point" | "card"> | null {
    const { shape } = this;
    if (shape.lanes.some(({ key }) => key === id)) {
      return { point: { row: id as LaneId, leaf: "head" }, card: null };
    }
    const stage = shape.stages.find(({ stageId }) => stageId === id);
    const leaf = stage
      ? shape.leaves[stage.from]
      : shape.leaves.find(({ key }) => key === id);
    if (leaf) {
      const row = stage ? "stages" : "touchpoints";
      return { point: { row, leaf: leaf.key }, card: null };
    }
    const card = this.cardOf(id);
    if (!card?.laneId || !card.columnId) return null;
    const { laneId } = card;
    const column = this.leafOf(card.columnId);
    const isShown = shape.lanes.some(({ key }) => key === laneId);
    return column && isShown
      ? { point: { row: laneId, leaf: column }, card: card.id }
      : null;
  }

  private leafOf(columnId: ColumnId): StageId | TouchpointId | null {
    const run = this.shape.stages.find(({ stageId }) => stageId === columnId);
    if (run) return this.shape.leaves[run.from]?.key ?? null;
    return this.shape.leaves.find(({ key }) => key === columnId)?.key ?? null;
  }

  private set(state: GridState, isOwn: boolean): void {
    if (isOwn) this.steps += 1;
    this.state = state;
    if (isOwn) this.seen.keep([state.point.row, state.point.leaf]);
    this.notify();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

function isSameShape(a: GridShape, b: GridShape): boolean {
  return (
    a.leaves.length === b.leaves.length &&
    a.lanes.length === b.lanes.length &&
    a.stages.length === b.stages.length &&
    a.leaves.every((leaf, index) => isSame(leaf, b.leaves[index])) &&
    a.lanes.every((lane, index) => isSame(lane, b.lanes[index])) &&
    a.stages.every((stage, index) => isSame(stage, b.stages[index]))
  );
}

function isSame<T extends object>(a: T, b: T | undefined): boolean {
  if (b === undefined) return false;
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}
