/** What a feed can be narrowed to. */
export const TOPICS = [
  "map",
  "talk",
  "work",
  "evidence",
  "journeys",
  "people",
] as const;
export type Topic = (typeof TOPICS)[number];

/** What the changes of a map itself are told as. */
const MAP_KINDS = [
  "touchpoint-added",
  "touchpoint-changed",
  "touchpoint-removed",
  "stage-added",
  "stage-changed",
  "stage-removed",
  "lane-added",
  "lane-changed",
  "lane-removed",
  "card-added",
  "card-changed",
  "card-removed",
  "map-arranged",
  "map-changed",
  "task-made",
  "task-done",
  "task-reopened",
  "decision-made",
  "journey-renamed",
] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** Everything that a feed tells. */
export const ACTIVITY_KINDS = [
  ...MAP_KINDS,
  "version-restored",
  "comment-written",
  "thread-resolved",
  "thread-reopened",
  "evidence-added",
  "evidence-changed",
  "evidence-deleted",
  "evidence-moved",
  "import-done",
  "import-undone",
  "pulse-opened",
  "pulse-closed",
  "pulse-reopened",
  "pulse-revoked",
  "journey-made",
  "journey-duplicated",
  "journey-archived",
  "journey-unarchived",
  "journey-deleted",
  "journey-restored",
  "journey-reviewed",
  "member-joined",
  "share-made",
  "share-revoked",
  "handed-over",
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

const topics: Readonly<Record<string, Topic>> = {
  touchpoint: "map",
  stage: "map",
  lane: "map",
  card: "map",
  map: "map",
  version: "map",
  comment: "talk",
  thread: "talk",
  task: "work",
  decision: "work",
  handed: "work",
  evidence: "evidence",
  import: "evidence",
  pulse: "evidence",
  journey: "journeys",
  member: "people",
  share: "people",
};

/** What a kind belongs to. */
export const topicOf = (kind: ActivityKind): Topic =>
  topics[kind.slice(0, kind.indexOf("-"))] ?? "map";

/** As many things one row names; whoever changed more changed "more than" so many. */
export const MOST_THINGS = 100;
