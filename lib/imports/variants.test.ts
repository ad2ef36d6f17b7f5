import { describe, expect, test } from "vitest";
import { readCases } from "./cases";
import type { ColumnRole, ImportTool } from "./contract";
import { readTables } from "./read-tables";
import { tableOf } from "./testing/files";
import { rolesOf, see } from "./testing/seen";

interface Variant {
  readonly name: string;
  readonly lines: readonly string[];
  readonly tool: ImportTool;
  readonly roles: readonly ColumnRole[];
}

const survey: readonly Variant[] = [
  {
    name: "Google Forms: a grid is a question a row, several choices are one cell",
    lines: [
      "Timestamp,How satisfied are you with? [Delivery],How satisfied are you with? [Returns],What did you use?",
      '03/04/2026 10:00:00,5,4,"App, Shop"',
      "25/04/2026 11:00:00,3,1,Shop",
    ],
    tool: "googleForms",
    roles: ["date", "value", "value", "ignored"],
  },
  {
    name: "Typeform: each choice has a column with its label in it",
    lines: [
      "#,App,Shop,How satisfied are you?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags",
      "a,App,,4,completed,2026-05-01 10:00:00,,2026-05-01 10:01:00,x,",
      "b,,Shop,2,completed,2026-05-02 10:00:00,,2026-05-02 10:01:00,y,",
    ],
    tool: "typeform",
    roles: [
      "ignored",
      "ignored",
      "ignored",
      "value",
      "ignored",
      "ignored",
      "ignored",
      "date",
      "personal",
      "ignored",
    ],
  },
];

const counts: readonly Variant[] = [
  {
    name: "Matomo with translated names",
    lines: [
      "Label,Visits,Unique visitors,Bounce Rate,Metadata: url",
      "/a,5,4,31%,https://shop.example/a",
    ],
    tool: "matomo",
    roles: ["touchpoint", "count", "count", "rate", "ignored"],
  },
  {
    name: "Matomo of several dates, with goals",
    lines: [
      "date,label,nb_visits,goals_idgoal=1_nb_conversions,idsubdatatable",
      "2026-03-01,/a,5,1,7",
      "2026-03-02,/a,6,2,8",
    ],
    tool: "matomo",
    roles: ["date", "touchpoint", "count", "count", "ignored"],
  },
  {
    name: "Plausible sources",
    lines: [
      '"date","source","referrer","utm_source","utm_medium","utm_campaign","utm_content","utm_term","pageviews","visitors","visits","visit_duration","bounces"',
      '"2026-02-09","Google","google.com","","","","","",9,7,8,300,2',
    ],
    tool: "plausible",
    roles: [
      "date",
      "touchpoint",
      "ignored",
      "ignored",
      "ignored",
      "ignored",
      "ignored",
      "ignored",
      "count",
      "count",
      "count",
      "ignored",
      "ignored",
    ],
  },
  {
    name: "Plausible entry pages",
    lines: [
      '"date","entry_page","visitors","entrances","visit_duration","bounces","pageviews"',
      '"2026-02-09","/a",7,8,300,2,9',
    ],
    tool: "plausible",
    roles: [
      "date",
      "touchpoint",
      "count",
      "count",
      "ignored",
      "ignored",
      "count",
    ],
  },
  {
    name: "Plausible exit pages",
    lines: [
      '"date","exit_page","visitors","visit_duration","exits","bounces","pageviews"',
      '"2026-02-09","/a",7,300,8,2,9',
    ],
    tool: "plausible",
    roles: [
      "date",
      "touchpoint",
      "count",
      "ignored",
      "count",
      "ignored",
      "count",
    ],
  },
  {
    name: "Plausible custom events",
    lines: [
      '"date","name","link_url","path","visitors","events"',
      '"2026-02-09","Sign up","","/a",7,8',
    ],
    tool: "plausible",
    roles: ["date", "touchpoint", "ignored", "ignored", "count", "count"],
  },
  {
    name: "Plausible locations: a country is whom, not where in the journey",
    lines: [
      '"date","country","region","city","visitors","visits","visit_duration","bounces","pageviews"',
      '"2026-02-09","NL","NL-NH","2759794",7,8,300,2,9',
    ],
    tool: "plausible",
    roles: [
      "date",
      "segment",
      "ignored",
      "ignored",
      "count",
      "count",
      "ignored",
      "ignored",
      "count",
    ],
  },
];

const tickets: readonly Variant[] = [
  {
    name: "Intercom conversations",
    lines: [
      "Conversation ID,Conversation started at,Conversation closed at,Channel,Conversation tags,Team,Conversation rating,Conversation rating remark,First response time (seconds)",
      "1,2026-03-01 10:00,2026-03-01 12:00,Chat,delivery,Support,5,Thank you for the help,120",
      "2,2026-03-02 10:00,2026-03-02 12:00,Email,refund,Support,1,Nobody answered me for days,4000",
    ],
    tool: "tickets",
    roles: [
      "ignored",
      "date",
      "end",
      "channel",
      "touchpoint",
      "ignored",
      "value",
      "text",
      "duration",
    ],
  },
  {
    name: "Trengo tickets",
    lines: [
      "Ticket ID,Channel,Labels,Assignee,Created,Closed,Status,CSAT",
      "1,Chat,delivery,A,2026-03-01 10:00,2026-03-01 12:00,closed,5",
      "2,Email,refund,B,2026-03-02 10:00,2026-03-02 12:00,closed,2",
    ],
    tool: "tickets",
    roles: [
      "ignored",
      "channel",
      "touchpoint",
      "personal",
      "date",
      "end",
      "ignored",
      "value",
    ],
  },
  {
    name: "Help Scout ratings in words",
    lines: [
      "Conversation,Status,Subject,Tags,Created,Rating,Comments",
      "1,closed,Where is my parcel,delivery,2026-03-01 10:00,Great,They helped me at once",
      "2,closed,Refund of shoes,refund,2026-03-02 10:00,Okay,It took them quite a while",
      "3,closed,Coupon that fails,checkout,2026-03-03 10:00,Bad,Nobody ever answered me",
    ],
    tool: "tickets",
    roles: [
      "ignored",
      "ignored",
      "ignored",
      "touchpoint",
      "date",
      "value",
      "text",
    ],
  },
];

const logs: readonly Variant[] = [
  ["SessionID,page,VisitDate", "by session and page"],
  ["JourneyID,Stage,Timestamp", "by journey and stage"],
  ["customer_id,action,EventDateTime", "by customer and action"],
  ["CaseID,Activity,dateCompleted", "by the day on which it was complete"],
  ["CaseID,Activity,timeCompleted", "by the time at which it was complete"],
].map(([header, name]) => ({
  name: `A log ${name}`,
  lines: [
    header!,
    "c1,Cart,2026-05-01T10:00:00Z",
    "c1,Pay,2026-05-01T11:00:00Z",
  ],
  tool: "eventLog",
  roles: ["case", "activity", "time"],
}));

const customer = "CustomerID;AgeCategory;Gender;Office_U;Office_W";
const person = "7;30-39;V;1;2";
const insurance: readonly Variant[] = [
  {
    name: "UWV clicks of those who are logged in",
    lines: [
      `${customer};SessionID;IPID;TIMESTAMP;VHOST;URL_FILE;PAGE_NAME`,
      `${person};9;4;2026-07-01 10:00:00;www;/a;taken`,
    ],
    tool: "uwvLog",
    roles: [
      "case",
      "ignored",
      "ignored",
      "ignored",
      "ignored",
      "ignored",
      "personal",
      "time",
      "ignored",
      "ignored",
      "activity",
    ],
  },
  {
    name: "UWV clicks of those who are not: each session is a case",
    lines: [
      "SessionID;IPID;TIMESTAMP;VHOST;URL_FILE;PAGE_NAME",
      "9;4;2026-07-01 10:00:00;www;/a;home",
    ],
    tool: "eventLog",
    roles: ["case", "personal", "time", "ignored", "ignored", "activity"],
  },
  {
    name: "UWV questions",
    lines: [
      `${customer};ContactDate;ContactTimeStart;ContactTimeEnd;QuestionThemeID;QuestionTheme;QuestionTheme_EN`,
      `${person};2026-07-01;10:00:00;10:05:00;3;Betaling;Payment`,
    ],
    tool: "uwvLog",
    roles: [
      "case",
      "ignored",
      "ignored",
      "ignored",
      "ignored",
      "time",
      "clock",
      "ignored",
      "ignored",
      "ignored",
      "activity",
    ],
  },
];

test("[N15] contacts of one day are in the order of their time of the day, and their waits are no whole days", async () => {
  const { mapping } = await see([
    `${customer};ContactDate;ContactTimeStart;ContactTimeEnd;QuestionTheme_EN`,
    `${person};2026-07-01;11:30:00;11:35:00;Payment`,
    `${person};2026-07-01;10:00:00;10:05:00;Form`,
  ]);
  const table = await tableOf(
    [
      `${customer};ContactDate;ContactTimeStart;ContactTimeEnd;QuestionTheme_EN`,
      `${person};2026-07-01;11:30:00;11:35:00;Payment`,
      `${person};2026-07-01;10:00:00;10:05:00;Form`,
    ].join("\n"),
  );
  const [only] = readCases(table, mapping).cases;
  expect(only!.events.map(({ activity }) => activity)).toEqual([
    "Form",
    "Payment",
  ]);
  const [first, second] = only!.events;
  expect(second!.at! - first!.at!).toBe(90 * 60_000);
});

describe("[R57] [R60] [N15] files as these tools write them", () => {
  test.each([...survey, ...counts, ...tickets, ...logs, ...insurance])(
    "$name",
    async ({ lines, tool, roles }) => {
      const found = await see([...lines]);
      expect([found.tool, rolesOf(found)]).toEqual([tool, roles]);
    },
  );

  test.each(["No data available\n", "value\n"])(
    "Matomo without data (%j) is said to have no rows",
    async (text) => {
      const bytes = new Uint8Array(Buffer.from(text));
      const { problems } = await readTables(bytes, "export.csv");
      expect(problems.fatal?.code).toBe("headerOnly");
    },
  );

  test.each([
    ["812", "count"],
    ["31%", "rate"],
  ] as const)(
    "Matomo with one value (%s) is a %s of the whole",
    async (value, role) => {
      const found = await see(["value", value]);
      expect([found.tool, rolesOf(found)]).toEqual(["matomo", [role]]);
      expect(found.mapping.touchpointFrom).toBe("whole");
    },
  );

  test("Matomo with one number is a count of the whole", async () => {
    const found = await see(["nb_visits", "812"]);
    expect(rolesOf(found)).toEqual(["count"]);
    expect(found.mapping.touchpointFrom).toBe("whole");
  });
});
