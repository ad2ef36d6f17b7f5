import { createHmac, hkdfSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import type { Mailbox } from "./mailbox";
import type { TestServer } from "./server";
import type { TwoTeams } from "./two-teams";

/** Where a page is seen that needs a link, and with what status it is sent. */
interface LinkPage {
  readonly address: string;
  readonly status: number;
}

const open = (address: string): LinkPage => ({ address, status: 200 });
const absent = (address: string): LinkPage => ({ address, status: 404 });
const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** What a mail about notifications says at its end; nobody has to be mentioned first to have it. */
async function stopLink(
  { dataDir }: TestServer,
  member: { workspaceId: string; userId: string; email: string },
): Promise<string> {
  const { workspaceId, userId, email } = member;
  const secret = await readFile(path.join(dataDir, "auth-secret"), "utf8");
  const purpose = "waymark notices stop";
  const key = Buffer.from(hkdfSync("sha256", secret.trim(), "", purpose, 32));
  const whose = `${workspaceId}\n${userId}\n${email.toLowerCase()}`;
  const mark = createHmac("sha256", key).update(whose).digest("hex");
  return `/u/${workspaceId}.${userId}.${mark}`;
}

/**
 * For each page that needs a link: with one that is good, with one that is not, and with one that is over where that
 * is a page of its own.
 */
export async function linkPages(
  { ours, link, invitation }: TwoTeams,
  { server, mailbox }: { server: TestServer; mailbox: Mailbox },
): Promise<Readonly<Record<string, readonly LinkPage[]>>> {
  const { slug, journeyId, stakeholderId, owner } = ours;
  const { request } = owner.context;
  const base = `/api/v1/workspaces/${slug}`;
  const post = async <T>(at: string, data: object): Promise<T> => {
    const answer = await request.post(at, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  };
  const get = async <T>(at: string): Promise<T> =>
    (await (await request.get(at)).json()) as T;

  const soon = new Date(Date.now() + 10_000).toISOString();
  const over = await post<{ url: string }>(
    `${base}/journeys/${journeyId}/share-links`,
    { expiresAt: soon },
  );
  const personal = await post<{ url: string }>(
    `${base}/stakeholders/${stakeholderId}/personal-link`,
    {},
  );
  const { touchpoints } = await get<{
    touchpoints: { id: string; journey: { id: string } }[];
  }>(`${base}/touchpoints`);
  const [asked] = touchpoints;
  const pulse = await post<{ url: string }>(
    `${base}/journeys/${asked!.journey.id}/pulses`,
    { audience: "customers", touchpointIds: [asked!.id], locale: "en" },
  );
  await post("/api/v1/account/reset", { email: owner.email });
  const newest = () => mailbox.linkTo(owner.email);
  await expect.poll(newest).toContain("/reset/confirm");
  const reset = await newest();
  const { id: workspaceId } = await get<{ id: string }>(base);
  const { members } = await get<{
    members: { userId: string; email: string }[];
  }>(`${base}/members`);
  const me = members.find(({ email }) => email === owner.email)!;
  const stop = await stopLink(server, { workspaceId, ...me });
  return {
    "/invite/[token]": [open(invitation), open("/invite/nothing")],
    "/s/[token]": [
      open(link),
      absent("/s/nothing"),
      { address: pathOf(over.url), status: 410 },
    ],
    "/p/[token]": [open(pathOf(personal.url)), absent("/p/nothing")],
    "/u/[token]": [open(stop), absent("/u/nothing")],
    "/q/[token]": [open(pathOf(pulse.url)), absent("/q/nothing")],
    "/reset/confirm": [
      open(pathOf(reset)),
      open("/reset/confirm?token=nothing"),
    ],
    "/sign-up/confirm": [open("/sign-up/confirm?token=nothing")],
    "/_not-found": [absent("/nothing-here")],
  };
}
