import type { Card, JourneyMap } from "@/lib/journey/journey-map";

export interface RecoveryCopy {
  /** How many things differ. */
  readonly count: number;
  /** Them as plain text, each under where it stood. */
  readonly text: string;
}

interface Words {
  readonly heading: string;
  readonly text: string;
}

/**
 * What a person wrote here that the server does not have, as text to take away: the words of everything that is
 * new or differs from the last state that was saved.
 */
export function recoveryCopy(
  saved: JourneyMap,
  local: JourneyMap,
): RecoveryCopy | null {
  const known = new Map(wordsOf(saved).map(([key, { text }]) => [key, text]));
  const changed = wordsOf(local)
    .filter(([key, { text }]) => text.trim() !== "" && known.get(key) !== text)
    .map(([, words]) => words);
  if (changed.length === 0) return null;
  const text = changed
    .map((words) => `${words.heading}\n${words.text}`)
    .join("\n\n");
  return { count: changed.length, text };
}

function wordsOf(map: JourneyMap): [string, Words][] {
  return [
    ["title", { heading: "—", text: map.meta.title }],
    ["scenario", { heading: map.meta.title, text: map.meta.scenario }],
    ...stageWords(map),
    ...map.lanes.map(({ id, title }): [string, Words] => [
      id,
      { heading: "—", text: title },
    ]),
    ...cardWords(map),
  ];
}

function stageWords(map: JourneyMap): [string, Words][] {
  return map.stages.flatMap((stage): [string, Words][] => [
    [`${stage.id}:title`, { heading: "—", text: stage.title }],
    [
      `${stage.id}:description`,
      { heading: stage.title, text: stage.description },
    ],
    ...stage.touchpoints.flatMap((touchpoint): [string, Words][] => {
      const place = `${stage.title} › ${touchpoint.title}`;
      const {
        title,
        message,
        actualMessage,
        notes,
        searchQueries,
        inspiration,
      } = touchpoint;
      return [
        [`${touchpoint.id}:title`, { heading: stage.title, text: title }],
        ...Object.entries({
          message,
          actualMessage,
          notes,
          searchQueries,
          inspiration,
        }).map(([field, text]): [string, Words] => [
          `${touchpoint.id}:${field}`,
          { heading: place, text },
        ]),
      ];
    }),
  ]);
}

function cardWords(map: JourneyMap): [string, Words][] {
  const columns = new Map<string, string>(
    map.stages.flatMap((stage): [string, string][] => [
      [stage.id, stage.title],
      ...stage.touchpoints.map(({ id, title }): [string, string] => [
        id,
        title,
      ]),
    ]),
  );
  const lanes = new Map<string, string>(
    map.lanes.map(({ id, title }) => [id, title]),
  );
  const cards: Card[] = [...Object.values(map.cells).flat(), ...map.tray.cards];
  return cards.map(({ id, laneId, columnId, text }) => {
    const heading = [
      lanes.get(laneId ?? ""),
      columns.get(columnId ?? ""),
    ].filter(Boolean);
    return [id, { heading: heading.join(" › ") || "—", text }];
  });
}
