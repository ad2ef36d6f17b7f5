import type { Issue, IssueCode } from "@/lib/journey/journey-map";

/** What is wrong with a map in the words of somebody who can do something about it, gravest first. */
const ISSUE_GROUPS = ["newer", "full", "lost", "unread"] as const;
export type IssueGroup = (typeof ISSUE_GROUPS)[number];

/** Null where nothing that people wrote is missing or waits for them. */
const GROUP_OF: Readonly<Record<IssueCode, IssueGroup | null>> = {
  newer_schema: "newer",
  too_many_cards: "full",
  bad_place: "lost",
  unknown_stage: "lost",
  unknown_column: "lost",
  unknown_lane: "lost",
  lane_holds_no_cards: "lost",
  bad_root: "unread",
  bad_id: "unread",
  bad_entity: "unread",
  bad_text: "unread",
  bad_value: "unread",
  bad_key: null,
  unknown_entity: null,
};

/** How many things are wrong in each way; only those ways of which there is something. */
export function issueGroups(
  issues: readonly Issue[],
): ReadonlyMap<IssueGroup, number> {
  const things = new Map<IssueGroup, Set<string>>();
  for (const { code, entity, key } of issues) {
    const group = GROUP_OF[code];
    if (group === null) continue;
    const found = things.get(group) ?? new Set();
    // A card that knows neither its lane nor its column is one card.
    found.add(group === "lost" ? `${entity}` : `${entity}/${key}`);
    things.set(group, found);
  }
  return new Map(
    ISSUE_GROUPS.flatMap((group) => {
      const { size = 0 } = things.get(group) ?? {};
      return size > 0 ? [[group, size] as const] : [];
    }),
  );
}
