import type { CopiedCard } from "@/lib/formats/copied-cells";
import type { CellFill, FillArgs } from "@/lib/journey/fill-layout";
import type { LaneId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import type { LaneKind } from "@/lib/journey/vocabulary";
import type { Catalogue } from "../drawing/catalogue";
import { laneIn } from "../map-index";
import { distinct, readNames } from "./names";
import { cardFill } from "./paste-card";
import type { PasteSpot } from "./paste-card";

interface PastedCell {
  readonly text: string;
  /** What was copied from a map comes with its cards as such. */
  readonly cards: readonly CopiedCard[];
}

/** A block that is pasted, or waits for a yes. */
export interface PastePlan {
  readonly spot: PasteSpot;
  /** The lanes that are shown, which are the ones that a paste goes down through. */
  readonly lanes: readonly LaneId[];
  readonly cells: readonly (readonly PastedCell[])[];
  /** Whether it comes behind what stands there already, unless somebody says otherwise. */
  readonly isBehind: boolean;
}

/** A channel or a person that a pasted cell names and nobody knows here. */
export interface UnknownName {
  readonly kind: "channel" | "person";
  readonly name: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

/** What is called how here. */
export interface NameBook {
  readonly channels: readonly Named[];
  readonly stakeholders: Catalogue["stakeholders"];
  readonly stakeholderOf: Catalogue["stakeholderOf"];
  /** People who are about to be made. */
  readonly people?: readonly Named[];
}

/** The same with names that are still to be made, to count beforehand what they will fill. */
export function withHoped(
  book: NameBook,
  names: readonly UnknownName[],
): NameBook {
  const rows = (kind: UnknownName["kind"]) =>
    names
      .filter((one) => one.kind === kind)
      .map(({ name }) => ({ id: `new ${name}`, name, archived: false }));
  return {
    ...book,
    channels: [...book.channels, ...rows("channel")],
    people: rows("person"),
  };
}

interface Fills {
  readonly rows: readonly (readonly CellFill[])[];
  readonly unknown: readonly UnknownName[];
}

/** What a block says in the lanes it falls on: cards, messages, or channels and people by their names. */
export function fillsOf(
  { spot, lanes, cells }: PastePlan,
  map: JourneyMap,
  book: NameBook,
): Fills {
  const unknown = { channel: [] as string[], person: [] as string[] };
  const top = lanes.indexOf(spot.laneId);
  const rows = cells.map((row, down) => {
    const kind = laneIn(map, lanes[top + down] ?? "")?.kind;
    return row.map((cell) => fillOf(cell, kind));
  });
  return {
    rows,
    unknown: (["channel", "person"] as const).flatMap((kind) =>
      distinct(unknown[kind]).map((name) => ({ kind, name })),
    ),
  };

  function fillOf(cell: PastedCell, kind: LaneKind | undefined): CellFill {
    const isCards = kind !== undefined && LANE_KIND_INFO[kind].holdsCards;
    if (isCards && cell.cards.length > 0)
      return { cards: cell.cards.map((card) => cardFill(card, book)) };
    if (kind === "channel") return named(cell.text, "channel", book.channels);
    if (kind === "stakeholder")
      return named(cell.text, "person", [
        ...book.stakeholders,
        ...(book.people ?? []),
      ]);
    return cell.text;
  }
  function named(
    text: string,
    kind: UnknownName["kind"],
    known: readonly Named[],
  ): CellFill {
    const read = readNames(text, known);
    unknown[kind].push(...read.unknown);
    return { ids: read.ids };
  }
}

/** The same for the command that pastes. */
export function fillArgs(
  { spot, lanes }: PastePlan,
  rows: Fills["rows"],
  replace: boolean,
): FillArgs {
  return { ...spot, lanes, rows, replace, addColumns: true };
}
