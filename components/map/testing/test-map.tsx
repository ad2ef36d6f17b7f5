import { fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { beforeAll } from "vitest";
import type { MapSource } from "@/components/room/map-source";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { preloadParts } from "@/components/ui/on-demand";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import evidence from "@/lib/i18n/messages/en/evidence.json";
import guide from "@/lib/i18n/messages/en/guide.json";
import map from "@/lib/i18n/messages/en/map.json";
import seeing from "@/lib/i18n/messages/en/seeing.json";
import room from "@/lib/i18n/messages/en/room.json";
import templates from "@/lib/i18n/messages/en/templates.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import views from "@/lib/i18n/messages/en/views.json";
import { addCard } from "@/lib/journey/cards";
import { asId } from "@/lib/journey/ids";
import type {
  CardId,
  ChannelId,
  LaneId,
  PersonaId,
  StageId,
  StakeholderId,
} from "@/lib/journey/ids";
import type { Card } from "@/lib/journey/journey-map";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { EditorFrame } from "../editor-frame";
import type { WantedRecord } from "../editor-ui";

/** As after the first movement of a pointer. */
beforeAll(preloadParts, 60_000);

const messages = {
  common,
  emotion,
  errors,
  evidence,
  guide,
  map,
  room,
  seeing,
  templates,
  touchpoint,
  views,
};

/** A map of three stages with a lane of words and one of actions, on a page without a server. */
export class TestMap {
  readonly scene = new TestRoom();
  readonly stages: readonly StageId[];
  readonly noor = asId<StakeholderId>("0198c000-0000-7000-8000-0000000000a1");
  readonly phone = asId<ChannelId>("0198c000-0000-7000-8000-0000000000a2");
  /** The account of Noor, where there is one. */
  noorAccount: string | null = null;
  /** Whom the map can be about. */
  people: readonly { readonly id: PersonaId; readonly name: string }[] = [];
  private readonly lanes: Record<"text" | "action", LaneId>;

  constructor() {
    this.stages = ["Find", "Buy", "Use"].map(
      (title) => must(addStage(this.scene.ctx, { title })).stageId,
    );
    const lane = (kind: "text" | "action", title: string) =>
      must(addLane(this.scene.ctx, { kind, title, span: "stage" })).laneId;
    this.lanes = { text: lane("text", "Needs"), action: lane("action", "Do") };
    window.matchMedia = (() => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    })) as never;
  }

  put(text: string, stage = 0, kind: "text" | "action" = "text"): CardId {
    const columnId = this.stages[stage] as StageId;
    const laneId = this.lanes[kind];
    return must(addCard(this.scene.ctx, { laneId, columnId, text })).cardId;
  }

  show(opens: WantedRecord | null = null): void {
    this.scene.undo.clear();
    render(this.page(opens));
  }

  /** The page as it stands in a browser or is sent by a server. */
  page(
    opens: WantedRecord | null = null,
    source: MapSource = this.scene.source,
  ): ReactElement {
    const person = {
      id: this.noor,
      name: "Noor",
      kind: "person" as const,
      colour: "blue" as const,
      archived: false,
      userId: this.noorAccount,
    };
    const channel = {
      id: this.phone,
      name: "Phone",
      icon: "phone",
      medium: "offline" as const,
      archived: false,
    };
    const personas = this.people.map((one) => ({
      ...one,
      colour: "blue" as const,
      summary: "",
      draft: false,
      archived: false,
    }));
    return (
      <TestScene
        room={{ ...this.scene.room(), source }}
        rows={{ stakeholders: [person], channels: [channel], personas }}
        messages={messages}
      >
        <EditorFrame singleKeys opens={opens} />
      </TestScene>
    );
  }

  cell(stage = 0): HTMLElement {
    return this.find(`[data-cell="${this.lanes.text}/${this.stages[stage]}"]`);
  }

  /** A card, or the heading of a touchpoint. */
  thing(id: string): HTMLElement {
    return this.find(`[data-card="${id}"], [data-cell="touchpoints/${id}"]`);
  }

  card(id: CardId): Card | undefined {
    return Object.values(this.scene.source.get().cells)
      .flat()
      .find((card) => card.id === id);
  }

  texts(stage = 0): string[] {
    const key = `${this.lanes.text}:${this.stages[stage]}` as const;
    return (this.scene.source.get().cells[key] ?? []).map(({ text }) => text);
  }

  key(name: string, more: Record<string, unknown> = {}): void {
    const target = document.activeElement ?? document.body;
    fireEvent.keyDown(target, { key: name, ...more });
    fireEvent.keyUp(target, { key: name, ...more });
  }

  /** Chooses in a list of a dialog by its names. */
  pick(list: string, option: string): void {
    const trigger = screen.getByRole("button", { name: new RegExp(list) });
    fireEvent.click(trigger);
    fireEvent.click(screen.getByRole("option", { name: new RegExp(option) }));
  }

  /** What a colleague's deletion leaves in the document. */
  loseCard(id: CardId): void {
    const cards = this.scene.doc.getMap<Map<string, unknown>>("cards");
    cards.get(id)?.set("del", { by: "other", at: 1 });
  }

  private find(selector: string): HTMLElement {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  }
}
