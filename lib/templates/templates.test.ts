// Long because it is one list of what the templates hold, asked in three languages with the same few helpers.
import { describe, expect, it } from "vitest";
import { createDocument } from "../journey/create";
import type { ChannelId, PersonaId, StakeholderId } from "../journey/ids";
import { resolve } from "../journey/resolve";
import { testContext } from "../journey/testing/context";
import { LANE_KIND_INFO } from "../journey/vocabulary";
import { BUILT_IN_CHANNELS } from "./channels";
import { sampleSeed } from "./sample";
import {
  samplePersona,
  sampleStakeholders,
  type SampleStakeholderKey,
} from "./sample-people";
import { isTemplateKey, templateSeed, templateStakeholders } from "./seed";
import { templates } from "./templates";
import { TEMPLATE_LOCALES, templateLocale } from "./text";

const uuid = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const channels = Object.fromEntries(
  BUILT_IN_CHANNELS.map((channel, index) => [
    channel.key,
    uuid(100 + index) as ChannelId,
  ]),
);
const noRows = { channels, personas: [] };
const persona = uuid(1) as PersonaId;
const stakeholders = Object.fromEntries(
  sampleStakeholders.map((stakeholder, index) => [
    stakeholder.key,
    uuid(10 + index),
  ]),
) as Record<SampleStakeholderKey, StakeholderId>;

/** Why people leave, in the words of the articles: personal data, a code that fails, no date that suits. */
const leaving = {
  en: [
    "Does not want to share much personal data",
    "The discount code does not work",
    "No suitable delivery date",
  ],
  nl: [
    "Deelt liever weinig privégegevens",
    "De kortingscode werkt niet",
    "Geen passende bezorgdatum",
  ],
  de: [
    "Möchte wenig persönliche Daten angeben",
    "Der Rabattcode funktioniert nicht",
    "Kein passender Liefertermin",
  ],
} as const;

/** Who the runner is, what he typed, and what was asked of how many by whom, as the articles have it. */
const facts = {
  en: {
    typed: "best running shoes for back pain",
    goal: /run five kilometres without pain/i,
    problem: /back pain/i,
    seventyFour: /Dutch.*order again.*Trengo, over 1,000 asked/,
    threeInFive: /three in five.*Zendesk/,
  },
  nl: {
    typed: "beste sportschoenen bij rugklachten",
    goal: /vijf kilometer lopen zonder pijn/i,
    problem: /rugpijn/i,
    seventyFour: /Nederlanders.*bestelt opnieuw.*Trengo, ruim 1000 ondervraagd/,
    threeInFive: /drie op de vijf.*Zendesk/,
  },
  de: {
    typed: "beste Laufschuhe bei Rückenschmerzen",
    goal: /fünf Kilometer ohne Schmerzen laufen/i,
    problem: /Rückenschmerzen/i,
    seventyFour: /Niederlanden bestellen.*wieder.*Trengo, über 1000 Befragte/,
    threeInFive: /drei von fünf.*Zendesk/,
  },
} as const;

/** Every string of a plain value, with the path that leads to it. */
function strings(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    strings(inner, `${path}.${key}`),
  );
}

describe.each(TEMPLATE_LOCALES)("templates in %s", (locale) => {
  it.each(templates.map((template) => template.key))(
    "[R14] %s makes a map without a flaw, titles and hints filled",
    (key) => {
      const seed = templateSeed(key, locale, { channels, personas: [persona] });
      const map = resolve(createDocument(testContext(), seed));
      expect(map.issues).toEqual([]);
      expect(map.tray).toEqual({ touchpoints: [], cards: [] });
      expect(map.stages.map((stage) => stage.title)).toEqual(
        seed.stages.map((s) => s.title),
      );
      expect(map.lanes.every((lane) => lane.title !== "" && lane.hint)).toBe(
        true,
      );
      expect(map.personas).toEqual([persona]);
      expect(map.meta.locale).toBe(locale);
    },
  );

  it("[R25] the sample is the runner with a sore back, without a flaw", () => {
    const map = resolve(
      createDocument(
        testContext(),
        sampleSeed(locale, { persona, stakeholders, channels }),
      ),
    );
    expect(map.issues).toEqual([]);
    expect(map.stages).toHaveLength(5);
    const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
    expect(touchpoints).toHaveLength(15);
    expect(touchpoints[0]?.searchQueries).not.toBe("");
    const shares = touchpoints.flatMap((t) => [
      t.dropOff?.share,
      ...(t.dropOff?.reasons.map((reason) => reason.share) ?? []),
    ]);
    expect(shares, "[R57]").toEqual(
      expect.arrayContaining([0.461, 0.374, 0.357, 0.209, 0.2]),
    );
    const metrics = Object.values(map.cells)
      .flat()
      .map((card) => card.metric?.value);
    expect(metrics, "[R57] [R59]").toEqual(
      expect.arrayContaining([46.1, 40, 20, 74]),
    );
    expect(
      touchpoints.map((t) => t.timing?.offset),
      "[R42] [R85]",
    ).toEqual(expect.arrayContaining(["PT3H", "P7D"]));
    const values = map.curves[0]?.points.map((point) => point.value);
    expect(values, "[R52] no value yet is a state").toContain(null);
    expect(touchpoints.some((t) => t.owners.length === 0)).toBe(true);
  });

  it("the sample tells [R25] the runner's goal, his problem and what he typed, [R57] the share that left at each step, and [R59] who found what among how many", () => {
    const { stages, lanes } = sampleSeed(locale, {
      persona,
      stakeholders,
      channels,
    });
    const { typed, goal, problem, seventyFour, threeInFive } = facts[locale];
    const { goals, pains, attributes } = samplePersona;
    expect([goals[locale], pains[locale]]).toEqual([
      expect.stringMatching(goal),
      expect.stringMatching(problem),
    ]);
    expect(attributes.map(({ value }) => value[locale])).toEqual([typed]);
    const touchpoints = stages.flatMap((stage) => stage.touchpoints ?? []);
    expect(touchpoints[0]?.searchQueries).toBe(typed);
    const left = touchpoints.flatMap(({ key, dropOff }) =>
      dropOff ? [[key, dropOff.share] as const] : [],
    );
    expect(Object.fromEntries(left)).toMatchObject({
      "log-in": 0.374,
      pay: 0.461,
    });
    const cards = lanes.flatMap((lane) => Object.values(lane.cards ?? {}));
    const found = cards.flat().filter(({ text }) => seventyFour.test(text));
    expect(found.map(({ metric }) => metric?.value)).toEqual([74]);
    expect(cards.flat().some(({ text }) => threeInFive.test(text))).toBe(true);
  });

  it("the sample names [R35] channels of every kind, [R38] those that help in each stage, and [R58] reasons for leaving", () => {
    const map = resolve(
      createDocument(
        testContext(),
        sampleSeed(locale, { persona, stakeholders, channels }),
      ),
    );
    const keyOf = new Map(
      Object.entries(channels).map(([key, id]) => [id as string, key]),
    );
    const used = map.stages.map(({ touchpoints }) =>
      touchpoints.flatMap((held) => held.channels.map((id) => keyOf.get(id))),
    );
    const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
    expect(touchpoints.every((held) => held.channels.length > 0)).toBe(true);
    expect(used.flat()).toEqual(
      expect.arrayContaining(
        "website search ads live-chat chatbot help-centre email phone postcard".split(
          " ",
        ),
      ),
    );
    const helping = [
      ["live-chat"],
      ["help-centre", "instagram", "facebook"],
      ["live-chat", "phone", "email"],
      ["email", "social"],
      ["email"],
    ];
    for (const [index, stage] of helping.entries())
      expect(used[index]).toEqual(expect.arrayContaining(stage));
    const reasons = touchpoints.map((held) =>
      (held.dropOff?.reasons ?? []).map(({ text }) => text),
    );
    expect(reasons.flat()).toEqual(
      expect.arrayContaining([...leaving[locale]]),
    );
    for (const held of touchpoints)
      expect(held.dropOff?.reasons.length).not.toBe(0);
  });

  it("leaves no text of a template in another language than asked for", () => {
    for (const template of templates) {
      const texts = strings(template).filter(([path]) =>
        path.endsWith(`.${locale}`),
      );
      expect(texts.length).toBeGreaterThan(0);
      // A blank map leaves it to its team to say what a stage is.
      const isLeftOpen = (path: string) =>
        template.key === "blank" && path.includes("description");
      const empty = texts.filter(
        ([path, value]) => !value.trim() && !isLeftOpen(path),
      );
      expect(empty).toEqual([]);
    }
  });
});

describe.each(TEMPLATE_LOCALES)("the mortgage example in %s", (locale) => {
  const ids = Object.fromEntries(
    templateStakeholders("mortgage").map(({ key }, index) => [
      key,
      uuid(20 + index) as StakeholderId,
    ]),
  );
  const example = () =>
    resolve(
      createDocument(
        testContext(),
        templateSeed("mortgage", locale, {
          channels,
          personas: [persona],
          stakeholders: ids,
        }),
      ),
    );

  it("[R83] is filled from the first calculation to the after-care: feelings, channels, messages, pains, gains, owners", () => {
    const map = example();
    expect(map.issues).toEqual([]);
    expect(map.stages).toHaveLength(6);
    const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
    expect(touchpoints).toHaveLength(12);
    for (const { message, channels: used } of touchpoints)
      expect([message === "", used.length > 0]).toEqual([false, true]);
    const feelings = touchpoints.map(({ emotions }) => emotions[persona]);
    expect(new Set(feelings)).toEqual(new Set([-2, -1, 0, 1, 2, undefined]));
    const owned = touchpoints.filter(({ owners }) => owners.length > 0);
    expect(owned, "one shows that somebody is missing").toHaveLength(11);
    const cards = Object.values(map.cells).flat();
    for (const kind of ["text", "pain", "gain", "action"])
      expect(cards.filter((card) => card.kind === kind).length).toBeGreaterThan(
        2,
      );
    for (const { task } of cards.filter((card) => card.kind === "action"))
      expect(Object.values(ids)).toContain(task?.stakeholderId);
  });

  it("[R83] says in which forms it can be opened, and has a hint in every lane", () => {
    const { summary, lanes } = templates.find(({ key }) => key === "mortgage")!;
    const forms = {
      en: /map.*line diagram.*table/,
      nl: /kaart.*lijndiagram.*tabel/,
      de: /Karte.*Liniendiagramm.*Tabelle/,
    };
    expect(summary[locale]).toMatch(forms[locale]);
    for (const { hint } of lanes) expect(hint[locale]).not.toBe("");
  });
});

it("[R83] an example without rows for its people has no owners and is whole all the same", () => {
  const seed = templateSeed("mortgage", "en", noRows);
  const map = resolve(createDocument(testContext(), seed));
  expect(map.issues).toEqual([]);
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  expect(touchpoints.flatMap(({ owners }) => owners)).toEqual([]);
});

it("[R15] the donor journey speaks of donors, in every language", () => {
  const words = TEMPLATE_LOCALES.map(
    (locale) => templateSeed("donor", locale, noRows).customerWord,
  );
  expect(new Set(words).size).toBe(TEMPLATE_LOCALES.length);
  expect(templateSeed("blank", "en", noRows).customerWord).toBeUndefined();
});

it("[R01] the service canvas has the five stages and [R02] the three lanes of the canvas", () => {
  const seed = templateSeed("service-canvas", "nl", { channels, personas: [] });
  expect(seed.stages.map((stage) => stage.title)).toEqual([
    "Bewustmaking",
    "Overweging",
    "Besluit",
    "Retentie",
    "Belangenbehartiging",
  ]);
  const german = templateSeed("service-canvas", "de", {
    channels,
    personas: [],
  });
  expect(german.stages.map((stage) => stage.title)).toEqual([
    "Bewusstseinsbildung",
    "Betrachtung",
    "Entscheidung",
    "Beibehaltung",
    "Befürwortung",
  ]);
  expect(seed.lanes.slice(0, 3).map((lane) => lane.kind)).toEqual([
    "text",
    "key-moment",
    "action",
  ]);
});

it("[R11] the mapping canvas keeps the order needs, touchpoints, messages, emotion, pains, gains, owners", () => {
  const seed = templateSeed("mapping-canvas", "en", { channels, personas: [] });
  const order = [
    "text",
    "touchpoint",
    "message",
    "emotion",
    "pain",
    "gain",
    "stakeholder",
  ];
  expect(
    seed.lanes.map((lane) => lane.kind).filter((kind) => order.includes(kind)),
  ).toEqual(order);
  const ofStages = seed.lanes.filter(({ span }) => span === "stage");
  expect(
    ofStages.map(({ kind }) => kind),
    "[R10] [R70]",
  ).toEqual(["text", "pain", "gain"]);
});

it("[R08] [R12] the mapping canvas reaches from who does not know us to ambassadors", () => {
  const { stages } = templateSeed("mapping-canvas", "en", noRows);
  expect(stages.map(({ key }) => key)).toEqual([
    "unknown",
    "interested",
    "customer",
    "loyal",
    "ambassador",
  ]);
  expect(stages.at(-1)?.description).toMatch(/friends, family and colleagues/);
});

it("the service canvas explains itself: [R06] stages, [R03] needs in the customer's words, [R38] channels that help", () => {
  const { stages, lanes } = templateSeed("service-canvas", "en", noRows);
  for (const { description } of stages) expect(description).not.toBe("");
  const hintsOf = (key: string) =>
    Object.values(lanes.find((lane) => lane.key === key)?.cellHints ?? {});
  const [needs, actions] = [hintsOf("needs"), hintsOf("actions")];
  expect(needs).toHaveLength(stages.length);
  for (const hint of needs) expect(hint).toMatch(/^“I (want|have)/);
  expect(actions.map((hint) => /chat|help centre|mail/i.test(hint))).toEqual(
    stages.map(() => true),
  );
});

it("[R40] [R43] the line diagram has a touchpoint for each kind of contact, the last a farewell", () => {
  const { stages } = templateSeed("line-diagram", "en", noRows);
  const keys = stages.flatMap(({ touchpoints = [] }) =>
    touchpoints.map(({ key }) => key),
  );
  expect(keys).toEqual([
    "discover",
    "offer",
    "agree",
    "pay",
    "deliver",
    "follow-up",
  ]);
  expect(stages.at(-1)?.description).toMatch(/follow-up.*gift.*card/);
});

it("the sample has [R07] three questions each where people look and compare, [R30] contacts of every kind and [R44] messages ready to send", () => {
  const seed = sampleSeed("en", { persona, stakeholders, channels });
  const questions = seed.lanes.find(({ key }) => key === "questions")?.cards;
  expect(questions?.["awareness"]).toHaveLength(3);
  expect(questions?.["consideration"]).toHaveLength(3);
  const touchpoints = seed.stages.flatMap((stage) => stage.touchpoints ?? []);
  const used = new Set(touchpoints.flatMap((one) => one.channels ?? []));
  for (const key of ["ads", "live-chat", "email", "social", "delivery"])
    expect(used).toContain(channels[key]);
  const messages = touchpoints.map(({ message }) => message);
  expect(messages.some((text) => /#\w+ \p{Emoji}/u.test(text ?? ""))).toBe(
    true,
  );
  expect(messages.some((text) => /\d+%/.test(text ?? ""))).toBe(true);
});

/** The stages of templates and their rows in order, each with its kind. */
const made: Readonly<Record<string, { stages: string; rows: string }>> = {
  "service-canvas": {
    stages: "awareness consideration decision retention advocacy",
    rows: "needs:text key-moments:key-moment actions:action questions:text channels:channel",
  },
  "mapping-canvas": {
    stages: "unknown interested customer loyal ambassador",
    rows: "needs:text touchpoints:touchpoint channels:channel messages:message examples:evidence emotions:emotion pains:pain gains:gain stakeholders:stakeholder",
  },
  aaarrr: {
    stages: "awareness acquisition activation retention referral revenue",
    rows: "customer-goals:text customer-activities:text touchpoints:touchpoint experience:text emotions:emotion expectations:text our-goals:text kpis:metric our-activities:action messages:message checks:text stakeholders:stakeholder",
  },
  "line-diagram": {
    stages: "first-contact quotation purchase delivery completion",
    rows: "touchpoints:touchpoint experience:emotion notes:text",
  },
  checkout: {
    stages:
      "cart log-in shipping-cost billing-address delivery-address payment follow-up",
    rows: "touchpoints:touchpoint share-leaving:metric reasons:pain help:action channels:channel response-time:text emotions:emotion stakeholders:stakeholder",
  },
  donor: {
    stages: "unknown interested first-gift regular ambassador",
    rows: "needs:text touchpoints:touchpoint channels:channel messages:message examples:evidence emotions:emotion pains:pain gains:gain stakeholders:stakeholder",
  },
  blank: {
    stages: "stage-1 stage-2 stage-3 stage-4 stage-5",
    rows: "notes:text emotions:emotion",
  },
};

it.each(Object.entries(made))(
  "[R01] [R02] [R09] [R11] %s has its stages and rows, in their order",
  (wanted, { stages, rows }) => {
    const template = templates.find(({ key }) => key === wanted);
    expect(template?.stages.map(({ key }) => key).join(" ")).toBe(stages);
    expect(
      template?.lanes.map(({ key, kind }) => `${key}:${kind}`).join(" "),
    ).toBe(rows);
  },
);

it("[R09] AAARRR has its six stages", () => {
  expect(
    templateSeed("aaarrr", "en", { channels, personas: [] }).stages.map(
      (s) => s.key,
    ),
  ).toEqual([
    "awareness",
    "acquisition",
    "activation",
    "retention",
    "referral",
    "revenue",
  ]);
});

it.each([
  "mapping-canvas",
  "service-canvas",
  "aaarrr",
  "line-diagram",
  "checkout",
  "blank",
])(
  "[R06] %s says in the cells of its first column what could be written there, in every language",
  (key) => {
    for (const locale of TEMPLATE_LOCALES) {
      const { stages, lanes } = templateSeed(key, locale, noRows);
      const [first] = stages;
      const columns = [first?.key, first?.touchpoints?.[0]?.key];
      const written = lanes.filter(
        ({ kind, span }) =>
          LANE_KIND_INFO[kind].holdsCards &&
          (span === "stage" || columns[1] !== undefined) &&
          kind !== "key-moment",
      );
      expect(written.length).toBeGreaterThan(0);
      for (const { cellHints = {} } of written)
        expect(
          columns.map((column) => cellHints[column ?? ""]).join(""),
        ).not.toBe("");
    }
  },
);

it("cell hints point at stages or touchpoints that exist", () => {
  for (const template of templates) {
    const columns = template.stages.flatMap((stage) => [
      stage.key,
      ...(stage.touchpoints ?? []).map((touchpoint) => touchpoint.key),
    ]);
    for (const lane of template.lanes) {
      for (const column of Object.keys(lane.cellHints ?? {}))
        expect(columns).toContain(column);
    }
  }
});

it("a key that no template has is refused", () => {
  expect(isTemplateKey("blank")).toBe(true);
  expect(isTemplateKey("__proto__")).toBe(false);
  expect(() =>
    templateSeed("no-such", "en", { channels, personas: [] }),
  ).toThrow("no-such");
});

it("an unknown language falls back to English, a regional one to its language", () => {
  expect([
    templateLocale("fr"),
    templateLocale("de-AT"),
    templateLocale("NL"),
  ]).toEqual(["en", "de", "nl"]);
});
