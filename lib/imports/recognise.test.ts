import { describe, expect, it, test } from "vitest";
import type { ColumnRole, Recognised } from "./contract";
import { importMapping } from "./mapping";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { tableOf } from "./testing/files";

async function see(
  lines: readonly string[] | string,
  name = "a.csv",
  language = "en",
): Promise<Recognised> {
  const text = typeof lines === "string" ? lines : lines.join("\n");
  const found = recognise(await tableOf(text, name), language);
  // Whatever is proposed can be confirmed as it is.
  expect(importMapping.safeParse(found.mapping).error).toBeUndefined();
  return found;
}

const rolesOf = ({ mapping }: Recognised): ColumnRole[] =>
  mapping.columns.map(({ role }) => role);

const scaleAt = ({ mapping }: Recognised, at: number) =>
  mapping.columns[at]!.scale;

describe("[R60] surveys", () => {
  test.each([
    [
      "Tijdstempel",
      "Hoe waarschijnlijk is het dat u ons aanbeveelt?",
      "Toelichting",
    ],
    [
      "Zeitstempel",
      "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
      "Anmerkung",
    ],
    ["Horodateur", "Nous recommanderiez-vous ?", "Commentaire"],
    ["Timestamp", "How likely are you to recommend us?", "Any comment"],
  ])(
    "Google Forms in another language: %s",
    async (stamp, question, remark) => {
      const found = await see([
        `${stamp},"${question}",${remark}`,
        "03/04/2026 10:00:00,9,Good shop and friendly people",
        "25/04/2026 11:00:00,3,It took them a long time to answer",
      ]);
      expect(found).toMatchObject({ tool: "googleForms", isSure: true });
      expect(rolesOf(found)).toEqual(["date", "value", "text"]);
      expect(found.mapping.columns[0]!.dates).toBe("dayFirst");
      expect(scaleAt(found, 1)).toMatchObject({
        metric: "nps",
        low: 0,
        high: 10,
      });
      expect(found.mapping.touchpointFrom).toBe("whole");
      expect(found.questions).toContainEqual({ about: "scale", column: 1 });
      expect(found.questions).toContainEqual({
        about: "touchpoint",
        column: null,
      });
    },
  );

  it("Typeform: leaves out what nobody submitted", async () => {
    const found = await see([
      "#,<b>How *satisfied* are you?</b>,Response Type,Start Date (UTC),Submit Date (UTC),Network ID,Tags",
      "a1,4,completed,2026-05-01 10:00:00,2026-05-01 10:01:00,x,",
      "a2,2,started,2026-05-01 10:00:00,,y,",
    ]);
    expect(found.tool).toBe("typeform");
    expect(rolesOf(found)).toEqual([
      "ignored",
      "value",
      "ignored",
      "ignored",
      "date",
      "personal",
      "ignored",
    ]);
    expect(found.mapping.leaveOut).toEqual([{ column: 4, leaveOut: [""] }]);
  });

  it("SurveyMonkey: questions and choices, words as a scale whose order is asked", async () => {
    const found = await see([
      "Respondent ID,Collector ID,Start Date,End Date,IP Address,How satisfied are you with,",
      ",,,,,delivery,returns",
      "1,2,04/25/2026 10:00,04/25/2026 10:05,192.0.2.1,Very satisfied,Dissatisfied",
      "2,2,04/26/2026 10:00,04/26/2026 10:05,192.0.2.2,Satisfied,Don't know",
    ]);
    expect(found.tool).toBe("surveyMonkey");
    expect(rolesOf(found)).toEqual([
      "personal",
      "personal",
      "ignored",
      "date",
      "personal",
      "value",
      "ignored",
    ]);
    expect(scaleAt(found, 5)).toEqual({
      metric: "csat",
      low: 1,
      high: 5,
      isHighBad: false,
      isShare: false,
      words: [
        { word: "very dissatisfied", value: 1 },
        { word: "dissatisfied", value: 2 },
        { word: "neutral", value: 3 },
        { word: "Satisfied", value: 4 },
        { word: "Very satisfied", value: 5 },
      ],
    });
    expect(found.questions).toContainEqual({ about: "words", column: 5 });
    expect(found.questions).toContainEqual({ about: "personal", column: 4 });
  });

  it("Qualtrics: leaves out previews and what nobody finished, and who answered", async () => {
    const found = await see([
      "StartDate,Status,IPAddress,Finished,RecordedDate,ResponseId,RecipientEmail,LocationLatitude,DistributionChannel,UserLanguage,Q1,Q1_NPS_GROUP,Q2",
      "Start,Status,IP,Finished,Recorded,Id,Email,Latitude,Channel,Language,Would you recommend us?,group,Why?",
      [
        "startDate",
        "status",
        "ipAddress",
        "finished",
        "recordedDate",
        "_recordId",
        "email",
        "lat",
        "ch",
        "lang",
        "QID1",
        "QID1_G",
        "QID2",
      ]
        .map((id) => `"{""ImportId"":""${id}""}"`)
        .join(","),
      "2026-05-01 10:00:00,0,192.0.2.1,1,2026-05-01 10:01:00,R_1,a@example.com,52.1,email,NL,10,3,Because they are fast and kind",
      "2026-05-01 10:00:00,0,192.0.2.1,0,2026-05-01 10:01:00,R_2,b@example.com,52.1,email,NL,2,1,Because nobody ever called me back",
    ]);
    expect(found.tool).toBe("qualtrics");
    expect(rolesOf(found)).toEqual([
      "ignored",
      "ignored",
      "personal",
      "ignored",
      "date",
      "ignored",
      "personal",
      "personal",
      "channel",
      "segment",
      "value",
      "ignored",
      "text",
    ]);
    expect(found.mapping.leaveOut).toEqual([
      { column: 3, leaveOut: ["0", "false"] },
      { column: 1, leaveOut: ["1", "survey preview"] },
    ]);
  });

  it("Delighted and Wootric", async () => {
    const delighted = await see(
      JSON.stringify([
        {
          id: "r1",
          person: "p1",
          survey_type: "csat",
          score: 4,
          comment: null,
          created_at: 1780760213,
          person_properties: { touchpoint: "Live chat" },
        },
      ]),
      "a.json",
    );
    expect(delighted.tool).toBe("delighted");
    expect(rolesOf(delighted)).toEqual([
      "ignored",
      "personal",
      "ignored",
      "value",
      "text",
      "date",
      "touchpoint",
    ]);
    expect(scaleAt(delighted, 3)).toMatchObject({
      metric: "csat",
      low: 1,
      high: 5,
    });
    expect(delighted.mapping.columns[5]!.dates).toBe("unixSeconds");
    const wootric = await see(
      JSON.stringify([
        {
          id: 1,
          score: 3,
          text: "slow",
          excluded_from_calculations: true,
          created_at: "2026-05-01T10:00:00Z",
        },
      ]),
      "a.json",
    );
    expect(wootric.tool).toBe("wootric");
    expect(scaleAt(wootric, 1)).toMatchObject({
      metric: "nps",
      low: 0,
      high: 10,
    });
    expect(wootric.mapping.leaveOut).toEqual([
      { column: 3, leaveOut: ["true"] },
    ]);
  });

  it("the survey of American public services: nought and one", async () => {
    const found = await see([
      "external_id,question_1,positive_ease,negative_ease,question_4",
      "1,1,1,0,quick",
      "2,1,0,0,",
    ]);
    expect(found.tool).toBe("federalCx");
    expect(rolesOf(found)).toEqual([
      "personal",
      "value",
      "ignored",
      "ignored",
      "text",
    ]);
    expect(scaleAt(found, 1)).toMatchObject({ metric: "share", isShare: true });
  });

  test.each([
    [
      "Wie zufrieden sind Sie?",
      ["sehr zufrieden", "weiß nicht", "unzufrieden"],
      [5, null, 2],
      "csat",
    ],
    [
      "Hoe tevreden ben je?",
      ["Zeer tevreden", "ontevreden", "neutraal"],
      [5, 2, 3],
      "csat",
    ],
    ["Was het makkelijk?", ["zeer moeilijk", "makkelijk"], [1, 4], "ces"],
    [
      "Êtes-vous satisfait ?",
      ["Très satisfait", "insatisfait"],
      [5, 2],
      "csat",
    ],
    ["Gevoel", ["😡", "😍", "🙂"], [1, 5, 4], "other"],
    ["Rating", ["Great", "Bad", "Okay"], [3, 1, 2], "other"],
    ["Thumb", ["👍", "👎"], [1, 0], "share"],
  ] as const)(
    "words become numbers: %s",
    async (question, words, values, metric) => {
      const found = await see([
        `when,${question}`,
        ...words.map((word) => `2026-05-01,${word}`),
      ]);
      const scale = scaleAt(found, 1)!;
      expect(scale.metric).toBe(metric);
      const known = new Map(
        scale.words.map(({ word, value }) => [word, value]),
      );
      expect(words.map((word) => known.get(word))).toEqual(values);
    },
  );

  it("[R59] makes no Net Promoter Score of answers from 1 to 5", async () => {
    const found = await see("recommend\n5\n4\n1\n");
    expect(scaleAt(found, 0)).toMatchObject({
      metric: "other",
      low: 1,
      high: 5,
    });
  });

  test.each([
    [
      "How much effort did it take?",
      [1, 5, 2],
      { metric: "ces", high: 5, isHighBad: true },
    ],
    [
      "They made it easy for me",
      [1, 7, 6],
      { metric: "ces", high: 7, isHighBad: false },
    ],
    ["Rapportcijfer", [1, 10, 7], { metric: "mark", low: 1, high: 10 }],
  ])(
    "proposes the scale and its direction: %s",
    async (question, answers, scale) => {
      const found = await see([question, ...answers.map(String)]);
      expect(scaleAt(found, 0)).toMatchObject(scale);
    },
  );

  it("gives each question a touchpoint of its own where there are several", async () => {
    const found = await see([
      "Satisfied with delivery,Satisfied with returns",
      "5,1",
      "4,2",
      "3,3",
    ]);
    expect(found.mapping.touchpointFrom).toBe("question");
  });
});

describe("tickets", () => {
  it("Zendesk: tags name the touchpoint, a word the satisfaction", async () => {
    const found = await see([
      "Summation column,Id,Requester,Requester email,Assignee,Subject,Tags,Status,Via,Ticket type,Created at,Satisfaction Score,Group stations",
      "1,9,A,a@example.com,B,Where is it?,delivery late,Solved,Chat,Question,2026-03-01 09:12,Good,1",
      "2,8,C,c@example.com,B,Coupon fails,checkout,Solved,Email,Question,2026-03-01 09:12,Offered,1",
    ]);
    expect(found.tool).toBe("zendesk");
    expect(rolesOf(found)).toEqual([
      "ignored",
      "ignored",
      "personal",
      "personal",
      "personal",
      "text",
      "touchpoint",
      "ignored",
      "channel",
      "ignored",
      "date",
      "value",
      "ignored",
    ]);
    expect(found.mapping.separator).toBe(" ");
    expect(scaleAt(found, 11)!.words).toEqual([
      { word: "bad", value: 0 },
      { word: "Good", value: 1 },
      { word: "Offered", value: null },
    ]);
  });

  it("a table of tickets of no known tool", async () => {
    const found = await see([
      "Conversation,Closed,Status,Priority,Kanaal,Onderwerp,CSAT,E-mail",
      "c1,2026-03-01,closed,low,chat,Levering,5,a@example.com",
      "c2,2026-03-02,closed,low,mail,Retour,2,b@example.com",
    ]);
    expect(found).toMatchObject({ tool: "tickets", isSure: false });
    expect(rolesOf(found)).toEqual([
      "ignored",
      "date",
      "ignored",
      "ignored",
      "channel",
      "touchpoint",
      "value",
      "personal",
    ]);
  });
});

describe("[R57] analytics", () => {
  it("GA4 report: period above, people not to be added up, rates left out", async () => {
    const found = await see([
      "# ----",
      "# Pages and screens",
      "# Account: Shop",
      "# Property: Web",
      "# ----",
      "#",
      "# All Users",
      "# Start date: 20260901",
      "# End date: 20260930",
      "",
      "Page path and screen class,Views,Active users,Views per active user,Event count",
      "/cart,620,310,2,900",
    ]);
    expect(found.tool).toBe("ga4Report");
    expect(rolesOf(found)).toEqual([
      "touchpoint",
      "count",
      "count",
      "ignored",
      "count",
    ]);
    expect(found.mapping.columns.map(({ isAdditive }) => isAdditive)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(found.mapping.period).toEqual({
      from: "2026-09-01",
      to: "2026-09-30",
    });
  });

  it("GA4 funnel: steps in their order, by device the exact rows for all", async () => {
    const found = await see([
      "# 20260901-20260930",
      "",
      "Step,Device category,Active users,Completion rate,Abandonments,Abandonment rate",
      "1. Cart,Total,100,0.8,20,0.2",
      "1. Cart,mobile,60,0.8,12,0.2",
      "2. Payment,Total,80,1,0,0",
    ]);
    expect(found.tool).toBe("ga4Funnel");
    expect(rolesOf(found)).toEqual([
      "step",
      "segment",
      "count",
      "ignored",
      "ignored",
      "ignored",
    ]);
    expect(found.mapping.leaveOut).toEqual([
      { column: 1, leaveOut: [], keepOnly: ["Total"] },
    ]);
    expect(found.mapping.isClosed).toBe(true);
    expect(found.questions).toContainEqual({
      about: "openOrClosed",
      column: null,
    });
  });

  it("[R57] GA4 funnel by more countries than anybody could name: every one is counted once, in the row for all", async () => {
    const countries = Array.from({ length: 150 }, (_, at) => `Land ${at}`);
    const rows = (step: string) => [
      ...countries.map((country) => `${step},${country},2,0.5,1,0.5`),
      `${step},Gesamtergebnis,300,0.5,150,0.5`,
    ];
    const table = await tableOf(
      [
        "Step,Country,Active users,Completion rate,Abandonments,Abandonment rate",
        ...rows("1. Cart"),
        ...rows("2. Payment"),
      ].join("\n"),
    );
    const { mapping, tool } = recognise(table);
    expect(tool).toBe("ga4Funnel");
    expect(importMapping.safeParse(mapping).error).toBeUndefined();
    const { records, leftOut } = readRecords(table, mapping);
    expect(records.map(({ key, value }) => [key, value])).toEqual([
      ["1. Cart", 300],
      ["2. Payment", 300],
    ]);
    expect(leftOut).toBe(300);
  });

  it("Matomo and Plausible", async () => {
    const matomo = await see([
      "label,nb_visits,nb_uniq_visitors,bounce_rate,metadata_url",
      "/a,5,4,31%,https://shop.example/a",
    ]);
    expect(matomo.tool).toBe("matomo");
    expect(rolesOf(matomo)).toEqual([
      "touchpoint",
      "count",
      "count",
      "ignored",
      "ignored",
    ]);
    const plausible = await see([
      '"date","hostname","page","visits","visitors","pageviews"',
      '"2026-02-09","shop.example","/a",8,7,9',
    ]);
    expect(plausible.tool).toBe("plausible");
    expect(rolesOf(plausible)).toEqual([
      "date",
      "ignored",
      "touchpoint",
      "count",
      "count",
      "count",
    ]);
    expect(plausible.mapping.columns[4]!.isAdditive).toBe(false);
  });

  it("any table of counts, in another language", async () => {
    const found = await see(
      "Seite;Besuche;Absprungrate\n/a;1.234;0,5\n/b;7;0,25\n",
    );
    expect(found).toMatchObject({ tool: "counts", isSure: false });
    expect(rolesOf(found)).toEqual(["touchpoint", "count", "ignored"]);
    expect(found.questions).toContainEqual({ about: "decimal", column: 1 });
  });
});

describe("[N15] event logs", () => {
  test.each([
    ["case_id,activity,timestamp,channel", "eventLog"],
    ["CaseID,Activity,Timestamp,channel", "eventLog"],
    ["case:concept:name,concept:name,time:timestamp,channel", "eventLog"],
    ["customer_id,touchpoint_type,touchpoint_date,channel", "eventLog"],
  ])("finds case, activity and time in %s", async (header, tool) => {
    const found = await see([header, "c1,Cart,2026-05-01T10:00:00Z,app"]);
    expect(found.tool).toBe(tool);
    expect(rolesOf(found)).toEqual(["case", "activity", "time", "channel"]);
  });

  it("logs of the Dutch insurance for employees, by their own columns", async () => {
    const found = await see([
      "CustomerID;AgeCategory;Gender;Office_U;Office_W;EventDateTime;EventType;HandlingChannelID",
      "7;30-39;V;1;2;2026-07-01 10:00:00;Question;3",
    ]);
    expect(found).toMatchObject({ tool: "uwvLog", isSure: true });
    expect(rolesOf(found)).toEqual([
      "case",
      "segment",
      "ignored",
      "ignored",
      "ignored",
      "time",
      "activity",
      "channel",
    ]);
  });

  it("counts an event once that is there when it starts and when it is complete", async () => {
    const found = await see([
      "case id,activity,timestamp,lifecycle:transition",
      "1,A,2026-05-01T10:00:00Z,start",
      "1,A,2026-05-01T10:05:00Z,complete",
    ]);
    expect(found.mapping.leaveOut).toEqual([
      { column: 3, leaveOut: ["start"] },
    ]);
  });
});

describe("personal data is left out until somebody decides otherwise", () => {
  test.each([
    ["Your name", "Jan Jansen"],
    ["Telefoonnummer", "06 12345678"],
    ["contact", "jan@example.com"],
    ["host", "192.0.2.7"],
    ["Klantnummer", "A-77"],
    ["RecipientLastName", "Jansen"],
    ["Latitude", "52.09"],
  ])("%s", async (name, cell) => {
    const found = await see([
      `${name},satisfaction`,
      `${cell},4`,
      `${cell}1,5`,
    ]);
    expect(rolesOf(found)).toEqual(["personal", "value"]);
    expect(found.questions).toContainEqual({ about: "personal", column: 0 });
  });
});
