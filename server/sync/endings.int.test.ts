import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { prisma } from "@/server/db/prisma";
import { sealSession } from "@/server/auth/session-token";
import { openBrowser, type Browser } from "@/test/browser";
import { Guests } from "./testing/guests";
import { startLab, type Lab } from "./testing/lab";

/** How long whoever has lost their place may still see the map. */
const soon = 5_000;

let lab: Lab;
let guests: Guests;
beforeAll(async () => {
  // Nobody is looked up again here: whoever loses a seat loses it because they were told of.
  lab = await startLab({ settings: { recheckMs: 3_600_000 } });
  guests = new Guests(lab);
});
afterEach(() => guests.leave());
afterAll(() => lab.stop());

async function anotherDevice(userId: string): Promise<Record<string, string>> {
  const { id } = await prisma().session.create({ data: { userId } });
  const sealed = await sealSession({ userId, sessionId: id });
  return {
    cookie: `waymark-session=${sealed}`,
    origin: `http://localhost:${lab.port}`,
  };
}

const signingOut: [string, (browser: Browser) => Promise<Response>][] = [
  ["the API", (browser) => browser.send("DELETE", "/me/session")],
  [
    "next-auth",
    async (browser) => {
      const answer = await browser.fetch("/api/auth/csrf");
      const { csrfToken } = (await answer.json()) as { csrfToken: string };
      return browser.send("POST", "/api/auth/signout", { csrfToken });
    },
  ],
];

test.each(signingOut)(
  "[AN-15] whoever signs out by %s leaves the map within five seconds on that device, and on no other",
  async (_, signOut) => {
    const journeyId = await lab.newJourney();
    const person = await guests.newMember("editor");
    const device = await anotherDevice(person.userId);
    const [ends, stays] = [
      guests.raw(journeyId, device),
      guests.rawAs(person, journeyId),
    ];
    await Promise.all([ends.join(), stays.join()]);
    const browser = openBrowser(lab.app);
    const [name = "", sealed = ""] = (device["cookie"] ?? "").split("=");
    browser.cookies.set(name, sealed);
    expect((await signOut(browser)).status).toBeLessThan(400);
    expect((await ends.closedWithin(soon)).code).toBe(4401);
    expect(stays.isOpen).toBe(true);
  },
);

test("[AN-16] whoever signs out everywhere leaves the map on every device within five seconds, and nobody else does", async () => {
  const journeyId = await lab.newJourney();
  const person = await guests.newMember("editor");
  const devices = [
    lab.headersOf(person),
    await anotherDevice(person.userId),
    await anotherDevice(person.userId),
  ];
  const sockets = devices.map((headers) => guests.raw(journeyId, headers));
  const other = guests.rawAs("admin", journeyId);
  await Promise.all([...sockets, other].map((socket) => socket.join()));
  expect((await person.send("DELETE", "/me/sessions")).status).toBe(204);
  for (const socket of sockets)
    expect((await socket.closedWithin(soon)).code).toBe(4401);
  expect(other.isOpen).toBe(true);
  for (const headers of devices) {
    const again = guests.raw(journeyId, headers);
    expect((await again.closed).code).toBe(4401);
  }
});

test("[AZ-21] whoever is removed by the API loses the map that is open within five seconds, on every device and as a program", async () => {
  const journeyId = await lab.newJourney();
  const { app } = lab;
  const person = await guests.newMember("editor");
  const token = await app.addToken(
    { userId: person.userId, workspaceId: app.workspace.id },
    "write",
  );
  const sockets = [
    lab.headersOf(person),
    await anotherDevice(person.userId),
    lab.headersOf(token),
  ].map((headers) => guests.raw(journeyId, headers));
  await Promise.all(sockets.map((socket) => socket.join()));
  const path = `/workspaces/${app.workspace.slug}/members/${person.userId}`;
  expect((await app.people.owner.send("DELETE", path)).status).toBe(204);
  for (const socket of sockets)
    expect((await socket.closedWithin(soon)).code).toBe(4403);
});
