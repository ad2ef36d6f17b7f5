import type { AnchorRef } from "@/lib/api/comments";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { prisma } from "@/server/db/prisma";
import { readStoredMap } from "@/server/queries/shared-map";

/** A name is enough; the text of a card can be long. */
const mostLetters = 200;

const shortened = (text: string) => [...text].slice(0, mostLetters).join("");

interface Place {
  readonly workspaceId: string;
  readonly journeyId: string;
}

async function labelInRows(
  { workspaceId, journeyId }: Place,
  { kind, id }: AnchorRef,
): Promise<string | null> {
  const where = { workspaceId, journeyId, id: id ?? "" };
  switch (kind) {
    case "map":
      return "";
    case "stage":
      return (await prisma().stageRow.findFirst({ where }))?.title ?? null;
    case "touchpoint":
      return (await prisma().touchpointRow.findFirst({ where }))?.title ?? null;
    case "card":
      return (await prisma().cardRow.findFirst({ where }))?.text ?? null;
  }
}

function labelOnMap(map: JourneyMap, { kind, id }: AnchorRef): string | null {
  const touchpoints = [
    ...map.stages.flatMap((stage) => stage.touchpoints),
    ...map.tray.touchpoints,
  ];
  const cards = [...Object.values(map.cells).flat(), ...map.tray.cards];
  switch (kind) {
    case "map":
      return "";
    case "stage":
      return map.stages.find((one) => one.id === id)?.title ?? null;
    case "touchpoint":
      return touchpoints.find((one) => one.id === id)?.title ?? null;
    case "card":
      return cards.find((one) => one.id === id)?.text ?? null;
  }
}

/**
 * What the thing that somebody wants to talk about is called; null where it is not on that map. Rows follow the
 * document after a moment, so of what was just made the document itself is asked.
 */
export async function findAnchorLabel(
  place: Place,
  anchor: AnchorRef,
): Promise<string | null> {
  const known = await labelInRows(place, anchor);
  if (known !== null) return shortened(known);
  const map = await readStoredMap(place.journeyId);
  const label = map && labelOnMap(map, anchor);
  return label === null ? null : shortened(label.replaceAll("\0", ""));
}

/** What it is called by now; null where it is gone, or not yet among the rows. */
export async function anchorLabelNow(
  place: Place,
  anchor: AnchorRef,
): Promise<string | null> {
  const known = await labelInRows(place, anchor);
  return known === null ? null : shortened(known);
}
