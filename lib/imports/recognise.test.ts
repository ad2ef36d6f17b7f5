import { describe, expect, it, test } from "vitest";
import { importMapping } from "./mapping";
import { readRecords } from "./read-records";
import { tableOf } from "./testing/files";
import { rolesOf, scaleAt, see } from "./testing/seen";

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
    expect(found.mapping.leaveOut).toEqual([
      { column: 4, leaveOut: [""], why: "unfinished" },
    ]);
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
      { column: 3, leaveOut: ["0", "false"], why: "unfinished" },
      { column: 1, leaveOut: ["1", "survey preview"], why: "preview" },
    ]);
  });

  it("Qualtrics in its older form: names below numbers, what nobody finished is left out, and can be put back", async () => {
    const text = [
      "V1,V2,V3,V4,V5,V6,V7,V8,Q1",
      "ResponseID,ResponseSet,Name,EmailAddress,IPAddress,Status,EndDate,Finished,How satisfied are you?",
      "R_1,Default,Jo,jo@example.com,192.0.2.1,0,2026-03-01 10:00:00,1,5",
      "R_2,Default,Al,al@example.com,192.0.2.2,0,2026-03-02 10:00:00,0,1",
      "R_3,Default,Me,me@example.com,192.0.2.3,1,2026-03-02 10:00:00,1,2",
    ];
    const found = await see(text);
    expect(found.tool).toBe("qualtrics");
    expect(rolesOf(found)).toEqual([
      "ignored",
      "ignored",
      "personal",
      "personal",
      "personal",
      "ignored",
      "date",
      "ignored",
      "value",
    ]);
    const table = await tableOf(text.join("\n"));
    const values = (mapping: typeof found.mapping) =>
      readRecords(table, mapping).records.map(({ value }) => value);
    expect(values(found.mapping)).toEqual([5]);
    const [unfinished, preview] = found.mapping.leaveOut;
    const back = { ...unfinished!, isOff: true };
    const changed = { ...found.mapping, leaveOut: [back, preview!] };
    expect(importMapping.safeParse(changed).success).toBe(true);
    expect(values(changed)).toEqual([5, 1]);
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
      { column: 3, leaveOut: ["true"], why: "excluded" },
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
