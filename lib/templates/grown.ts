import type { CardSeed, JourneySeed, TouchpointSeed } from "../journey/seed";
import type { ChannelId, PersonaId, StakeholderId } from "../journey/ids";
import type {
  Emotion,
  LaneKind,
  Span,
  Visibility,
} from "../journey/vocabulary";
import {
  grownActions,
  grownMessages,
  grownStages,
  grownSubjects,
  grownTails,
  grownVerbs,
} from "./grown-texts";

/** What the grown map points to; `random` gives numbers in [0, 1) and makes it repeatable. */
export interface GrownRefs {
  personas: readonly PersonaId[];
  stakeholders: readonly StakeholderId[];
  channels: readonly ChannelId[];
  random(): number;
  cards?: number;
}

interface GrownLane {
  kind: LaneKind;
  title: string;
  span?: Span;
  visibility?: Visibility;
}

const lanes: readonly GrownLane[] = [
  {
    kind: "text",
    span: "stage",
    title: "Bedürfnisse der Kundinnen und Kunden",
  },
  { kind: "text", span: "stage", title: "Fragen" },
  { kind: "text", span: "touchpoint", title: "Aktivitäten" },
  { kind: "text", span: "touchpoint", title: "Gedanken" },
  { kind: "text", span: "touchpoint", title: "Erwartungen" },
  { kind: "channel", title: "Kanäle" },
  { kind: "message", title: "Ideale Botschaft" },
  { kind: "key-moment", span: "touchpoint", title: "Schlüsselmomente" },
  { kind: "emotion", title: "Emotionskurve" },
  { kind: "pain", span: "touchpoint", title: "Schmerzpunkte" },
  { kind: "gain", span: "touchpoint", title: "Wünsche und Erfolgsfaktoren" },
  { kind: "metric", span: "touchpoint", title: "Kennzahlen" },
  { kind: "line", title: "Interaktionslinie" },
  {
    kind: "blueprint",
    span: "touchpoint",
    title: "Sichtbare Tätigkeiten der Kundenbetreuung",
  },
  { kind: "line", title: "Sichtbarkeitslinie", visibility: "frontstage" },
  {
    kind: "blueprint",
    span: "touchpoint",
    title: "Unsichtbare Tätigkeiten in der Fachabteilung",
  },
  {
    kind: "line",
    title: "Interne Interaktionslinie",
    visibility: "backstage",
  },
  {
    kind: "blueprint",
    span: "touchpoint",
    title: "Unterstützende Prozesse und Systeme",
  },
  { kind: "blueprint", span: "touchpoint", title: "Physische Belege" },
  { kind: "opportunity", span: "stage", title: "Verbesserungsmöglichkeiten" },
  { kind: "action", span: "touchpoint", title: "Maßnahmen" },
  { kind: "text", span: "stage", title: "Ziele des Unternehmens" },
  { kind: "text", span: "stage", title: "Bewährte Vorgehensweisen" },
  { kind: "text", span: "touchpoint", title: "Datenschutz und Einwilligungen" },
  { kind: "stakeholder", title: "Verantwortlichkeiten" },
];

const emotions: readonly Emotion[] = [-2, -1, 0, 1, 2];
const responseTimes = ["PT1M", "PT2H", "P1D", "P5D"];

type Pick = <T>(from: readonly T[]) => T;

function picker(random: () => number): Pick {
  return (from) => from[Math.floor(random() * from.length)]!;
}

function touchpointSeed(
  title: string,
  index: number,
  refs: GrownRefs,
): TouchpointSeed {
  const pick = picker(refs.random);
  const owners =
    index % 7 === 3
      ? []
      : [
          {
            stakeholderId: pick(refs.stakeholders),
            role: "responsible" as const,
          },
        ];
  return {
    key: `touchpoint-${index}`,
    title,
    message: pick(grownMessages),
    actualMessage: index % 3 === 0 ? pick(grownMessages) : undefined,
    messageStatus: index % 3 === 0 ? "differs" : undefined,
    medium: index % 4 === 0 ? "offline" : "online",
    responseTime: index % 2 === 0 ? pick(responseTimes) : undefined,
    momentOfTruth:
      index % 13 === 6
        ? { kind: "general", reason: pick(grownTails) }
        : undefined,
    dropOff:
      index % 9 === 4
        ? {
            share: Math.round(refs.random() * 500) / 1000,
            reasons: [{ text: pick(grownTails) }],
          }
        : undefined,
    channels: [...new Set([pick(refs.channels), pick(refs.channels)])],
    owners,
    emotions: Object.fromEntries(
      // Half of the values are missing, as on real maps: "no value yet" has to look right too.
      refs.personas
        .filter(() => refs.random() < 0.5)
        .map((persona) => [persona, pick(emotions)]),
    ),
  };
}

function sentence(kind: LaneKind, pick: Pick): string {
  if (kind === "action" || kind === "opportunity")
    return `${pick(grownActions)}, ${pick(grownTails)}`;
  return `${pick(grownSubjects)} ${pick(grownVerbs)}, ${pick(grownTails)}`;
}

function cardSeed(kind: LaneKind, number: number, refs: GrownRefs): CardSeed {
  const pick = picker(refs.random);
  const card: CardSeed = { text: sentence(kind, pick) };
  if (number % 11 === 0)
    card.colour = pick(["yellow", "blue", "green", "pink"] as const);
  if (kind === "metric")
    card.metric = { value: Math.round(refs.random() * 1000) / 10, unit: "%" };
  if (kind === "pain" && number % 2 === 0)
    card.decision = { status: "accepted", reason: pick(grownActions) };
  if (kind === "opportunity") {
    card.score = {
      customerValue: Math.round(refs.random() * 100),
      businessValue: Math.round(refs.random() * 100),
      effort: Math.round(refs.random() * 5),
    };
  }
  if (kind === "action" && number % 3 === 0) {
    card.task = {
      stakeholderId: pick(refs.stakeholders),
      status: pick(["open", "doing", "done"] as const),
    };
  }
  return card;
}

/** Card lanes and their columns, each column once; cards go round them so that every cell fills evenly. */
function cells(): { lane: number; kind: LaneKind; column: string }[] {
  const fieldKinds: readonly LaneKind[] = [
    "channel",
    "message",
    "emotion",
    "stakeholder",
    "line",
  ];
  return lanes.flatMap(({ kind, span }, lane) => {
    if (fieldKinds.includes(kind)) return [];
    const columns =
      span === "stage"
        ? grownStages.map((_, stage) => `stage-${stage}`)
        : grownStages.flatMap(({ touchpoints }, stage) =>
            touchpoints.map(
              (_, index) => `touchpoint-${stage * touchpoints.length + index}`,
            ),
          );
    return columns.map((column) => ({ lane, kind, column }));
  });
}

/**
 * The map that screens, figures and tests are judged on: 8 stages, 40 touchpoints, 25 lanes,
 * 1,000 cards (or `refs.cards`), German texts of real length, half of the emotions missing.
 */
export function grownSeed(refs: GrownRefs): JourneySeed {
  const places = cells();
  const cards = lanes.map((): Record<string, CardSeed[]> => ({}));
  for (let number = 0; number < (refs.cards ?? 1000); number++) {
    const { lane, kind, column } =
      places[Math.floor(refs.random() * places.length)]!;
    (cards[lane]![column] ??= []).push(cardSeed(kind, number, refs));
  }
  let index = 0;
  return {
    title: "Umzug mit Stromvertrag",
    scenario:
      "Eine Familie zieht in eine andere Stadt und möchte, dass der Strom in der neuen Wohnung vom ersten Tag an fließt, ohne zweimal zu bezahlen.",
    customerWord: "Kundin oder Kunde",
    locale: "de",
    state: "current",
    outcome: "open",
    reviewEveryDays: 180,
    personas: [...refs.personas],
    stages: grownStages.map(({ title, touchpoints }, stage) => ({
      key: `stage-${stage}`,
      title,
      touchpoints: touchpoints.map((name) =>
        touchpointSeed(name, index++, refs),
      ),
    })),
    lanes: lanes.map(({ kind, span, title }, lane) => ({
      key: `lane-${lane}`,
      kind,
      span,
      title,
      cards: cards[lane],
    })),
  };
}
