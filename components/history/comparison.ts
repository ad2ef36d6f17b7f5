"use client";

import { createContext, useContext } from "react";
import type { Author, VersionAuthors } from "@/lib/api/versions";
import type { Change } from "@/lib/journey/difference-types";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Places } from "./places";

/** Two maps that are compared, and who wrote what between them. */
export interface Comparison {
  readonly from: JourneyMap;
  readonly to: JourneyMap;
  readonly places: Places;
  readonly authors: VersionAuthors | null;
}

export const ComparisonContext = createContext<Comparison | null>(null);

export function useComparison(): Comparison {
  const comparison = useContext(ComparisonContext);
  if (!comparison) throw new Error("nothing is compared here");
  return comparison;
}

export interface Written {
  readonly author: Author;
  readonly at: string;
}

const ROOTS = {
  meta: "meta",
  stage: "stages",
  touchpoint: "touchpoints",
  lane: "lanes",
  card: "cards",
  attachment: "attachments",
} as const;

/** Fields of which any tells who did it, the first one found. */
function addressOf(
  change: Change,
): readonly [string, string, readonly string[]] {
  switch (change.kind) {
    case "added":
      return [
        ROOTS[change.thing.kind],
        change.thing.value.id,
        ["", "del", "loc", "pos"],
      ];
    case "revived":
    case "removed":
      return [ROOTS[change.thing.kind], change.thing.value.id, ["del"]];
    case "moved":
      return [ROOTS[change.thing.kind], change.thing.id, ["loc", "pos"]];
    case "renamed":
    case "text":
      return addressOfText(change);
    case "set":
      return change.of === "meta"
        ? ["meta", "", [change.field]]
        : [ROOTS[change.of], change.id, [change.field]];
    case "channel":
      return ["touchpoints", change.touchpointId, ["channels"]];
    case "owner":
      return ["touchpoints", change.touchpointId, ["owners"]];
    case "emotion":
      return ["touchpoints", change.touchpointId, ["emotions"]];
    case "check":
      return ["touchpoints", change.touchpointId, ["checklist"]];
    case "persona":
      return ["personas", change.personaId, [""]];
    case "link": {
      const { from, to, kind } = change.link;
      return ["links", `${from}:${to}:${kind}`, [""]];
    }
  }
}

function addressOfText({
  ref,
}: Extract<Change, { kind: "text" | "renamed" }>): readonly [
  string,
  string,
  readonly string[],
] {
  switch (ref.kind) {
    case "meta":
      return ["meta", "", [ref.field]];
    case "notes":
      return ["touchpoints", ref.id, ["notes"]];
    case "checklist":
      return ["touchpoints", ref.touchpointId, ["checklist"]];
    case "card":
      return ["cards", ref.id, ["text"]];
    default:
      return [ROOTS[ref.kind], ref.id, [ref.field]];
  }
}

/** Who brought a change about, and when; null where that is not known. */
export function writerOf(
  change: Change,
  authors: VersionAuthors | null,
): Written | null {
  if (!authors) return null;
  const [root, id, names] = addressOf(change);
  for (const name of names) {
    const found = authors.fields.find(
      (field) => field.root === root && field.id === id && field.field === name,
    );
    const author = found && authors.people[found.by];
    if (found && author) return { author, at: found.at };
  }
  return null;
}
