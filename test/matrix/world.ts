// Longer than most: one thing of every kind that a row of the matrix may act on, each made in a few lines.
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import type { JourneySummary } from "@/lib/api/journeys";
import { addCard, setCard } from "@/lib/journey/cards";
import type { StakeholderId } from "@/lib/journey/ids";
import { addLane } from "@/lib/journey/lanes";
import { resolve } from "@/lib/journey/resolve";
import { newInvitationLink } from "@/server/auth/invitation-link";
import { hashPassword } from "@/server/auth/password";
import { hashSecret } from "@/server/auth/secrets";
import { fillWorkspace } from "@/server/commands/fill-workspace";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";
import { addPersonWithLink } from "../person";
import { addPulse, type PulseIds } from "../pulse";
import type { Principal, PrincipalName, TestApp, TestWorkspace } from "../app";

import { createMap, type MapIds, type TrashKind } from "./map";

export const rightPassword = "correct horse battery staple";

/** Those without an account, each with a link of their own kind. */
type ByLink = "link" | "person" | "pulse";

/** The columns of the matrix. */
export const columns = [
  "anon",
  "link",
  "outsider",
  "viewer",
  "commenter",
  "editor",
  "admin",
  "owner",
  "tokR",
  "tokW",
  "person",
  "pulse",
] as const satisfies readonly (PrincipalName | ByLink)[];
export type Column = (typeof columns)[number];

/** Makes what a cell of the matrix acts on: fresh each time, because some cells use it up. */
export interface World {
  readonly app: TestApp;
  readonly workspace: TestWorkspace;
  readonly png: Uint8Array;
  /** Empty for whoever is no person. */
  readonly userId: (who: Column) => string;
  readonly principal: (who: Column) => Principal;
  journey(createdBy?: Column): Promise<string>;
  deletedJourney(createdBy?: Column): Promise<string>;
  /** A task of nobody's, or of the person behind the personal link. */
  task(of?: "person"): Promise<{ journeyId: string; cardId: string }>;
  /** A stakeholder without an account who has a personal link. */
  linkedStakeholder(): Promise<string>;
  /** The workspace in which somebody with an account is a stakeholder. */
  ownStakeholder(of: Column): Promise<{ workspaceId: string }>;
  /** A map with one of everything, and what can be put on it; the thing of one kind is in its trash. */
  map(inTrash?: TrashKind): Promise<MapIds>;
  /** The same, on a map where a few more of everything are. */
  onSharedMap(inTrash?: TrashKind): Promise<MapIds>;
  shareLink(): Promise<{ journeyId: string; linkId: string }>;
  review(by: Column): Promise<{ journeyId: string; reviewId: string }>;
  /** A saved view of theirs alone, or one of somebody else that is shared. */
  savedView(
    of: Column | "shared",
  ): Promise<{ journeyId: string; viewId: string }>;
  /** What somebody wrote down about a touchpoint of a map. */
  evidence(of: Column, isDeleted?: boolean): Promise<EvidenceIds>;
  /** An import of an event log, without any pieces. */
  importRun(): Promise<{ journeyId: string; importId: string }>;
  /** An import that a process is at, as far as anybody can see. */
  importWork(): Promise<{ journeyId: string; workId: string }>;
  /** What somebody said about a map of the workspace, and nothing after it. */
  thread(of: Column): Promise<ThreadIds>;
  /** Something that somebody was told. */
  notification(of: Column): Promise<string>;
  /** A journey in which something was done. */
  deed(): Promise<{ journeyId: string }>;
  /** A pulse that somebody has answered. */
  pulse(): Promise<PulseIds>;
  /** The one that the holder of the link in the matrix answers, about a touchpoint of the person's there. */
  askedPulse(): Promise<PulseIds>;
  persona(isArchived?: boolean): Promise<string>;
  template(isArchived?: boolean): Promise<string>;
  stakeholder(isArchived?: boolean): Promise<string>;
  channel(): Promise<string>;
  file(): Promise<string>;
  member(role?: string): Promise<string>;
  invitation(): Promise<{ id: string; token: string }>;
  apiToken(of: Column): Promise<string>;
  session(of: Column): Promise<string>;
}

export interface EvidenceIds {
  readonly journeyId: string;
  readonly touchpointId: string;
  readonly evidenceId: string;
}

export interface ThreadIds {
  readonly journeyId: string;
  readonly threadId: string;
  readonly commentId: string;
}

/** More make the map large, and each change to it dear. */
const onOneMap = 8;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function toPng(): Promise<Uint8Array> {
  const create = {
    width: 4,
    height: 4,
    channels: 3,
    background: "red",
  } as const;
  return new Uint8Array(await sharp({ create }).png().toBuffer());
}

/** Whose workspace it is, and through whom things are made in it. */
export interface Place {
  readonly workspace: TestWorkspace;
  readonly owner: Principal;
}

/** Fills a workspace, by default the app's first, and learns to make more of everything in it. */
export async function createWorld(
  app: TestApp,
  { workspace, owner }: Place = {
    workspace: app.workspace,
    owner: app.people.owner,
  },
): Promise<World> {
  const { people } = app;
  const workspaceId = workspace.id;
  const base = `/workspaces/${workspace.slug}`;
  const png = await toPng();
  const links = new Map<ByLink, Principal>();
  const principal = (who: Column) =>
    who === "link" || who === "person" || who === "pulse"
      ? (links.get(who) ?? people.anon)
      : people[who];
  const userId = (who: Column) => principal(who).userId;
  await fillWorkspace({
    workspaceId,
    actor: {
      kind: "member",
      userId: owner.userId,
      role: "owner",
      workspaceId,
    },
    locale: "en",
  });
  const passwordHash = await hashPassword(rightPassword);
  await prisma().user.updateMany({ where: {}, data: { passwordHash } });

  async function journey(createdBy: Column = "owner") {
    const makerId = userId(createdBy) || owner.userId;
    const made = await owner.send("POST", `${base}/journeys`, {
      source: { kind: "blank" },
    });
    const { id } = (await made.json()) as JourneySummary;
    await prisma().journey.update({
      where: { id },
      data: { createdById: makerId },
    });
    return id;
  }

  /** For what is of a map and leaves the map as it is: making one for each took most of the time. */
  let home: Promise<string> | null = null;
  const homeJourney = () => (home ??= journey());

  let shared: { readonly journeyId: Promise<string>; free: number } | null =
    null;
  function sharedJourney() {
    if (!shared?.free) shared = { journeyId: journey(), free: onOneMap };
    shared.free -= 1;
    return shared.journeyId;
  }

  async function task(of?: "person") {
    const journeyId = await journey();
    const author = { kind: "user", id: owner.userId } as const;
    const { value } = await withDocument(journeyId, author, null, (ctx) => {
      const lane = addLane(ctx, { kind: "action", title: "To do" });
      const [stage] = resolve(ctx.doc).stages;
      if (!lane.ok || !stage) throw new Error("no cell to put a card into");
      const { laneId } = lane;
      const added = addCard(ctx, { laneId, columnId: stage.id });
      if (!added.ok) throw new Error(added.reason);
      const { cardId } = added;
      const stakeholderId = of === "person" ? personId : null;
      const open = { stakeholderId, status: "open", due: null } as const;
      setCard(ctx, { cardId, task: open });
      return cardId;
    });
    return { journeyId, cardId: value ?? "" };
  }

  const version = { updatedAt: new Date() };
  const { person, stakeholderId } = await addPersonWithLink(app, workspaceId);
  const personId = stakeholderId as StakeholderId;
  links.set("person", person);
  const asked = await addPulse({
    workspaceId,
    journeyId: await journey(),
    createdById: owner.userId,
  });
  links.set("pulse", app.asRespondent(asked.token));
  const world: World = {
    app,
    workspace,
    png,
    userId,
    principal,
    journey,
    task,
    async map(inTrash) {
      const made = {
        journeyId: await journey(),
        workspaceId,
        userId: owner.userId,
      };
      return createMap(made, inTrash);
    },
    async onSharedMap(inTrash) {
      const journeyId = await sharedJourney();
      return createMap(
        { journeyId, workspaceId, userId: owner.userId },
        inTrash,
      );
    },
    async deletedJourney(createdBy) {
      const id = await journey(createdBy);
      await owner.send("DELETE", `${base}/journeys/${id}`);
      return id;
    },
    async shareLink() {
      const journeyId = await journey();
      const made = await owner.send(
        "POST",
        `${base}/journeys/${journeyId}/share-links`,
        {},
      );
      const { id } = (await made.json()) as { id: string };
      return { journeyId, linkId: id };
    },
    async review(by) {
      const journeyId = await homeJourney();
      const byId = userId(by) || owner.userId;
      const { id } = await prisma().journeyReview.create({
        data: { workspaceId, journeyId, seq: 1, byId },
        select: { id: true },
      });
      return { journeyId, reviewId: id };
    },
    async savedView(of) {
      const journeyId = await homeJourney();
      const isShared = of === "shared";
      const ownerId = isShared ? randomUUID() : userId(of) || owner.userId;
      const { id } = await prisma().savedView.create({
        data: {
          workspaceId,
          journeyId,
          ownerId,
          name: "View",
          isShared,
          sight: {},
        },
        select: { id: true },
      });
      return { journeyId, viewId: id };
    },
    async evidence(of, isDeleted = false) {
      const journeyId = await homeJourney();
      // As of one that has left the map: what is known of it stays.
      const touchpointId = randomUUID();
      const { id } = await prisma().evidence.create({
        data: {
          workspaceId,
          journeyId,
          touchpointId,
          kind: "soft",
          origin: "service",
          quote: "They always ask for the size",
          heldOn: new Date("2026-10-31"),
          createdById: userId(of) || owner.userId,
          deletedAt: isDeleted ? new Date() : null,
        },
        select: { id: true },
      });
      return { journeyId, touchpointId, evidenceId: id };
    },
    async importWork() {
      const journeyId = await journey();
      const { id: workId } = await prisma().importWork.create({
        data: {
          workspaceId,
          journeyId,
          createdById: owner.userId,
          kind: "import",
          fileName: "survey.csv",
        },
        select: { id: true },
      });
      return { journeyId, workId };
    },
    async importRun() {
      const journeyId = await homeJourney();
      const proportion = { n: 12, share: 0.5 };
      const touchpoint = {
        touchpointId: randomUUID(),
        reach: proportion,
        visits: 14,
        wait: { n: 9, median: 3_600_000, long: 86_400_000 },
        ends: proportion,
        next: { touchpointId: randomUUID(), share: proportion },
      };
      const { id: importId } = await prisma().importRun.create({
        data: {
          workspaceId,
          journeyId,
          kind: "log",
          tool: "eventLog",
          fileName: "log.csv",
          bytes: 100,
          sha256: randomUUID(),
          requestHash: "",
          settings: {},
          result: {
            rows: 20,
            leftOutRows: 0,
            pieces: 0,
            quotes: 0,
            touchpoints: 1,
            unmatchedValues: 0,
            unmatchedRows: 0,
            wrongCells: 0,
          },
          flow: {
            cases: 12,
            outside: 1,
            period: { from: "2026-10-01", to: "2026-10-31" },
            touchpoints: [touchpoint],
          },
          createdById: owner.userId,
        },
        select: { id: true },
      });
      return { journeyId, importId };
    },
    async thread(of) {
      const journeyId = await journey();
      const authorId = userId(of) || owner.userId;
      const { id: threadId } = await prisma().commentThread.create({
        data: {
          workspaceId,
          journeyId,
          anchorKind: "map",
          createdById: authorId,
        },
        select: { id: true },
      });
      const { id: commentId } = await prisma().comment.create({
        data: { workspaceId, threadId, authorId, body: "Why do they call?" },
        select: { id: true },
      });
      return { journeyId, threadId, commentId };
    },
    async deed() {
      const journeyId = await journey();
      const { userId: by } = owner;
      await prisma().activity.create({
        data: {
          workspaceId,
          journeyId,
          kind: "journey-reviewed",
          topic: "journeys",
          userId: by,
        },
      });
      return { journeyId };
    },
    async notification(of) {
      const key = { workspaceId, userId: userId(of) || owner.userId };
      const found = await prisma().membership.findUnique({
        where: { workspaceId_userId: key },
      });
      const { id } = await prisma().notification.create({
        data: {
          workspaceId,
          userId: found ? key.userId : owner.userId,
          journeyId: await homeJourney(),
          kind: "task",
          entityId: randomUUID(),
          label: "Call them back",
        },
        select: { id: true },
      });
      return id;
    },
    async pulse() {
      const at = { workspaceId, journeyId: await journey() };
      return addPulse({ ...at, createdById: owner.userId });
    },
    async askedPulse() {
      const { journeyId, touchpointId } = await world.map();
      const role = "responsible";
      const change = { journeyId, touchpointId, stakeholderId, role };
      await owner.send("POST", `${base}/owners`, { changes: [change] });
      const key = { workspaceId, id: asked.pulseId };
      const data = { journeyId, touchpointIds: [touchpointId] };
      await prisma().pulse.update({ where: { workspaceId_id: key }, data });
      return { ...asked, journeyId, touchpointId };
    },
    async persona(isArchived = false) {
      const archivedAt = isArchived ? new Date() : null;
      const data = { workspaceId, name: "Persona", archivedAt, ...version };
      return (await prisma().persona.create({ data })).id;
    },
    async template(isArchived = false) {
      const archivedAt = isArchived ? new Date() : null;
      const seed = {
        title: "Template",
        locale: "en",
        personas: [],
        stages: [],
        lanes: [],
      };
      const data = { workspaceId, name: "Template", seed, archivedAt };
      return (await prisma().template.create({ data })).id;
    },
    async stakeholder(isArchived = false) {
      const archivedAt = isArchived ? new Date() : null;
      const data = {
        workspaceId,
        name: "Stakeholder",
        kind: "person",
        archivedAt,
        ...version,
      };
      return (await prisma().stakeholder.create({ data })).id;
    },
    async linkedStakeholder() {
      return (await addPersonWithLink(app, workspaceId)).stakeholderId;
    },
    async ownStakeholder(of) {
      const at = of === "outsider" ? app.other.id : app.workspace.id;
      const key = { workspaceId: at, userId: userId(of) || owner.userId };
      await prisma().stakeholder.upsert({
        where: { workspaceId_userId: key },
        create: { ...key, name: of, kind: "person" },
        update: {},
      });
      return { workspaceId: at };
    },
    async channel() {
      const data = { workspaceId, name: `Fax ${randomUUID()}` };
      return (await prisma().channel.create({ data })).id;
    },
    async file() {
      const made = await owner.fetch(`${base}/files?name=a.png`, {
        method: "POST",
        body: png.slice(),
        headers: { "content-type": "image/png" },
      });
      return ((await made.json()) as { fileId: string }).fileId;
    },
    async member(role = "viewer") {
      const person = await app.addPerson(`extra-${randomUUID()}`);
      const data = { workspaceId, userId: person.userId, role };
      await prisma().membership.create({ data });
      return person.userId;
    },
    async invitation() {
      const { token, sealed } = newInvitationLink();
      const { id } = await prisma().invitation.create({
        data: {
          workspaceId,
          role: "viewer",
          tokenHash: hashSecret(token),
          tokenSealed: sealed,
          invitedById: owner.userId,
          expiresAt: inDays(7),
        },
      });
      return { id, token };
    },
    async apiToken(of) {
      const { id } = await prisma().apiToken.create({
        data: {
          workspaceId,
          userId: userId(of) || owner.userId,
          name: "token",
          scope: "read",
          tokenHash: randomUUID(),
          lastFour: "abcd",
        },
      });
      return id;
    },
    async session(of) {
      const data = { userId: userId(of) || owner.userId };
      return (await prisma().session.create({ data })).id;
    },
  };
  const { linkId } = await world.shareLink();
  links.set("link", app.asVisitor(linkId));
  return world;
}
