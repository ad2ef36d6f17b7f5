import type { Assembly } from "./assemble";
import type { JourneyMap } from "./journey-map";
import type { Tables } from "./tables";

/** Gives the tables the things of a map that was shown before, to be kept where what is read turns out to be the same. */
export function seedTables(tables: Tables, shown: JourneyMap): void {
  const { cells, tray, lanes, attachments } = shown;
  const lists = [tray.cards, lanes, ...Object.values(cells)];
  for (const thing of [...lists, ...Object.values(attachments)].flat())
    tables.shown.set(thing.id, thing);
}

/** A map as if it had been put together here; what is made after it shares with it whatever is the same. */
export function seedAssembly(shown: JourneyMap): Assembly {
  const { personas, stages, tray, curves, cells } = shown;
  const touchpoints = [
    ...stages.flatMap((stage) => stage.touchpoints),
    ...tray.touchpoints,
  ].map((touchpoint) => [touchpoint.id, { touchpoint, parts: [] }] as const);
  return {
    map: shown,
    columns: {
      personas,
      stages,
      touchpoints: new Map<string, (typeof touchpoints)[number][1]>(
        touchpoints,
      ),
      tray: tray.touchpoints,
      spans: new Map(),
      curves,
      issues: [],
    },
    cells: { cells, tray: tray.cards, places: new Map(), issues: [] },
    // No map has this structure, so every card finds its place anew.
    structure: "shown before",
    strays: [],
  };
}
