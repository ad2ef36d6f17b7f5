import { ReadingProvider } from "@/components/room/reading-mode";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import * as Y from "yjs";
import type { CatalogueRows } from "@/components/map/editor-props";
import { LibraryProvider } from "@/components/room/library";
import { MapSource } from "@/components/room/map-source";
import type { RoomClient } from "@/components/room/room-client";
import type { RoomState } from "@/components/room/room-state";
import type { Seen } from "@/components/room/presence-book";
import { RecoveryShelf } from "@/components/room/recovery-shelf";
import { RoomContext, type Room } from "@/components/room/room-context";
import { Seat } from "@/components/room/seat";
import { Toasts } from "@/components/ui/toast";
import failure from "@/lib/i18n/messages/en/failure.json";
import activity from "@/lib/i18n/messages/en/activity.json";
import conversation from "@/lib/i18n/messages/en/conversation.json";
import lanes from "@/lib/i18n/messages/en/lanes.json";
import map from "@/lib/i18n/messages/en/map.json";
import type { Locale } from "@/lib/i18n/config";
import { formats } from "@/lib/i18n/formats";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { CardId, PersonaId, TouchpointId } from "@/lib/journey/ids";
import { createLiveMap } from "@/lib/journey/live-map";
import { linkPersona } from "@/lib/journey/meta";
import { addStage } from "@/lib/journey/stages";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { addLane } from "@/lib/journey/lanes";
import { addCard } from "@/lib/journey/cards";
import { createUndoStack } from "@/lib/journey/undo";
import type { CardKind } from "@/lib/journey/vocabulary";
import type { Presence, PresenceUser } from "@/lib/protocol/presence";

/** A room without a server: the real document, commands, map and undo of one tab. */
export class TestRoom {
  readonly doc = new Y.Doc();
  readonly origin = {};
  readonly undo = createUndoStack();
  readonly live = createLiveMap(this.doc);
  readonly source = new MapSource(null);
  readonly told: unknown[] = [];
  others: readonly PresenceUser[] = [];
  /** What those are called who were here, by their id or by that of their tab. */
  readonly names = new Map<string | number, string>();
  canEdit = true;
  private seen: Seen = { people: [], places: new Map(), presences: [] };
  private readonly watchers = new Set<() => void>();
  private serial = 0;

  constructor() {
    this.source.follow(this.live);
  }

  readonly newId = (): string => {
    this.serial += 1;
    return `0198c000-0000-7000-8000-${String(this.serial).padStart(12, "0")}`;
  };

  get ctx(): CommandContext {
    const { doc, origin, undo, newId } = this;
    return {
      doc,
      actorId: "me",
      now: () => 0,
      newId,
      random: () => 0.5,
      origin,
      undo,
    };
  }

  /** A map with one stage, one touchpoint and one persona. */
  begin(): { touchpointId: TouchpointId; personaId: PersonaId } {
    const personaId = this.newId() as PersonaId;
    linkPersona(this.ctx, { personaId });
    const stage = must(addStage(this.ctx, { title: "Buy" }));
    const { touchpointId } = must(
      addTouchpoint(this.ctx, { stageId: stage.stageId, title: "Checkout" }),
    );
    this.undo.clear();
    return { touchpointId, personaId };
  }

  /** A card of some kind on that map. */
  beginCard(kind: Exclude<CardKind, "key-moment" | "blueprint">): CardId {
    this.begin();
    const stage = this.source.get().stages[0];
    const { laneId } = must(addLane(this.ctx, { kind, title: "Lane" }));
    if (!stage) throw new Error("no stage");
    return must(
      addCard(this.ctx, { laneId, columnId: stage.id, text: "Too slow" }),
    ).cardId;
  }

  /** What others are seen to do from now on. */
  meet(presences: readonly Presence[]): void {
    const people = presences.map(({ user, isIdle }) => ({ ...user, isIdle }));
    this.seen = { people, places: new Map(), presences };
    for (const watcher of this.watchers) watcher();
  }

  /** What a colleague's deletion leaves in the document. */
  remove(touchpointId: TouchpointId): void {
    const entity = this.doc
      .getMap<Y.Map<unknown>>("touchpoints")
      .get(touchpointId);
    entity?.set("del", { by: "other", at: 1 });
  }

  room(): Room {
    const state: RoomState = {
      status: "saved",
      isLoaded: true,
      canEdit: this.canEdit,
      isFull: false,
      isUnsaved: false,
      isAtRisk: false,
      closedBy: null,
      newerBuild: null,
      large: null,
    };
    const never = () => () => undefined;
    const client = {
      doc: this.doc,
      origin: this.origin,
      undo: this.undo,
      live: this.live,
      subscribe: never,
      getState: () => state,
      onEvent: never,
      presence: {
        subscribe: (watcher: () => void) => {
          this.watchers.add(watcher);
          return () => this.watchers.delete(watcher);
        },
        getSeen: () => this.seen,
        at: () => this.others,
        nameOf: (who: string | number) => this.names.get(who) ?? null,
        tell: (change: unknown) => this.told.push(change),
      },
    };
    return {
      journeyId: "0198c000-0000-7000-8000-00000000f001",
      workspaceSlug: "shoes",
      me: { id: "me", name: "Me", colour: "blue" },
      source: this.source,
      mayEdit: this.canEdit,
      client: client as unknown as RoomClient,
      seat: new Seat(client as unknown as RoomClient),
      shelf: new RecoveryShelf({ journeyId: "", userId: "" }),
    };
  }
}

function must<T extends object>(result: CommandResult<T>): T {
  if (!result.ok) throw new Error("refused");
  return result;
}

interface TestSceneProps {
  readonly room: Room;
  readonly rows?: Partial<CatalogueRows>;
  readonly locale?: Locale;
  readonly messages: Record<string, unknown>;
  readonly children: ReactNode;
}

/** Everything that stands around a panel on the page. */
export function TestScene(props: TestSceneProps) {
  const { room, rows, locale = "en", messages, children } = props;
  const initial = { personas: [], stakeholders: [], channels: [], ...rows };
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone="UTC"
      formats={formats}
      messages={{ activity, conversation, failure, lanes, map, ...messages }}
    >
      <I18nProvider locale={locale}>
        <RoomContext value={room}>
          <ReadingProvider mayEdit={room.mayEdit}>
            <LibraryProvider initial={initial} mayCreate>
              {children}
            </LibraryProvider>
          </ReadingProvider>
        </RoomContext>
        <Toasts />
      </I18nProvider>
    </NextIntlClientProvider>
  );
}
