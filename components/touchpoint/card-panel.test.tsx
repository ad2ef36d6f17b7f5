import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from "vitest";
import { preloadParts } from "@/components/ui/on-demand";
import common from "@/lib/i18n/messages/en/common.json";
import room from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import type { CardId } from "@/lib/journey/ids";
import type { CardKind } from "@/lib/journey/vocabulary";
import { completeJsdom } from "@/test/jsdom-browser";
import { CardPanel } from "./card-panel";
import { useBareWindow } from "./testing/panel-hands";
import { TestRoom, TestScene } from "./testing/test-room";

let scene: TestRoom;
let id: CardId;

completeJsdom();
configure({ defaultHidden: true });
beforeAll(preloadParts, 60_000);
beforeEach(useBareWindow);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const messages = {
  common,
  room,
  touchpoint,
};

const onOpenRecord = vi.fn();

function show(kind: Exclude<CardKind, "key-moment" | "blueprint">) {
  scene = new TestRoom();
  id = scene.beginCard(kind);
  showCard(id);
}

function showCard(cardId: CardId) {
  render(
    <TestScene room={scene.room()} messages={messages}>
      <CardPanel
        cardId={cardId}
        onClose={vi.fn()}
        onOpen={vi.fn()}
        onOpenRecord={onOpenRecord}
      />
    </TestScene>,
  );
}

const now = () => Object.values(scene.source.get().cells).flat()[0];
const attached = () => scene.source.get().attachments[id] ?? [];

/** A server that answers an upload after telling how far it is. */
class TestUpload extends EventTarget {
  static answer = { status: 201, body: {} as unknown };
  static last: TestUpload;
  readonly upload = new EventTarget();
  readonly headers = new Map<string, string>();
  status = 0;
  responseText = "";
  url = "";
  open(_method: string, url: string) {
    this.url = url;
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value);
  }
  abort() {
    this.dispatchEvent(new Event("abort"));
  }
  send() {
    TestUpload.last = this;
    this.upload.dispatchEvent(
      new ProgressEvent("progress", { loaded: 1, total: 2 }),
    );
  }
  finish() {
    this.status = TestUpload.answer.status;
    this.responseText = JSON.stringify(TestUpload.answer.body);
    this.dispatchEvent(new Event("load"));
  }
}

function paste(file: File) {
  vi.stubGlobal("XMLHttpRequest", TestUpload);
  fireEvent.paste(screen.getByRole("textbox", { name: "Text" }), {
    clipboardData: { files: [file] },
  });
}

describe("the panel of a card", () => {
  it("[R76] [N17] closes a pain only together with its reason", () => {
    show("pain");
    fireEvent.click(screen.getByRole("radio", { name: "Stays as it is" }));
    expect(now()?.decision).toBeNull();
    expect(screen.getByText(/Write down why/)).toBeTruthy();
    const field = screen.getByRole("textbox", { name: "Why?" });
    fireEvent.change(field, { target: { value: "Required by law" } });
    fireEvent.blur(field);
    expect(now()?.decision).toMatchObject({
      status: "wont-change",
      reason: "Required by law",
    });
    expect(screen.queryByText(/Write down why/)).toBeNull();
  });

  it("[R05] makes an action a task with a person, a date and a state", () => {
    show("action");
    fireEvent.click(screen.getByRole("button", { name: "Make it a task" }));
    expect(now()?.task).toEqual({
      stakeholderId: null,
      status: "open",
      due: null,
    });
    fireEvent.click(screen.getByRole("radio", { name: "In progress" }));
    const due = screen.getByLabelText("Due");
    fireEvent.change(due, { target: { value: "2026-12-01" } });
    fireEvent.blur(due);
    expect(now()?.task).toEqual({
      stakeholderId: null,
      status: "doing",
      due: "2026-12-01",
    });
    fireEvent.click(screen.getByRole("button", { name: "No longer a task" }));
    expect(now()?.task).toBeNull();
  });

  it("[R74] scores an opportunity, in one write for each time a slider is let go", () => {
    show("opportunity");
    fireEvent.click(screen.getByRole("button", { name: "Add score" }));
    const effort = screen.getByRole("slider", { name: "Effort" });
    fireEvent.change(effort, { target: { value: "4" } });
    fireEvent.change(effort, { target: { value: "5" } });
    expect(now()?.score?.effort).toBe(3);
    fireEvent.keyUp(effort, { key: "ArrowRight" });
    expect(now()?.score).toEqual({
      customerValue: 50,
      businessValue: 50,
      effort: 5,
    });
  });

  it("[R63] keeps a figure with its unit", () => {
    show("metric");
    const figure = screen.getByRole("textbox", { name: "Figure" });
    fireEvent.change(figure, { target: { value: "12.5 %" } });
    fireEvent.blur(figure);
    expect(now()?.metric).toEqual({ value: 12.5, unit: "%" });
    fireEvent.change(figure, { target: { value: "many" } });
    fireEvent.blur(figure);
    expect(screen.getByText(/Begin with a number/)).toBeTruthy();
    expect(now()?.metric).toEqual({ value: 12.5, unit: "%" });
  });

  it("[J101] [R05] [R74] tells what was made of a pain, and each of them the way back", async () => {
    show("pain");
    for (const name of ["Make a task", "Make an opportunity"])
      fireEvent.click(screen.getByRole("button", { name }));
    const made = Object.values(scene.source.get().cells)
      .flat()
      .filter((card) => card.id !== id);
    expect(made.map(({ kind }) => kind).sort()).toEqual([
      "action",
      "opportunity",
    ]);
    const task = made.find(({ kind }) => kind === "action")!;
    const openTask = { kind: "card", id: task.id };
    expect(onOpenRecord.mock.calls[0]?.[0]).toEqual(openTask);
    fireEvent.click(screen.getByRole("button", { name: /^Too slow.*To do$/ }));
    expect(onOpenRecord).toHaveBeenLastCalledWith(openTask);
    cleanup();
    showCard(task.id);
    fireEvent.click(screen.getByRole("button", { name: "Made of “Too slow”" }));
    expect(onOpenRecord).toHaveBeenLastCalledWith({ kind: "card", id });
  });

  it("gives a card a colour and takes it off again", () => {
    show("text");
    fireEvent.click(screen.getByRole("radio", { name: "Green" }));
    expect(now()?.colour).toBe("green");
    fireEvent.click(screen.getByRole("radio", { name: "Green" }));
    expect(now()?.colour).toBeNull();
  });
});

describe("what is attached", () => {
  it("[R34] takes a link by its address and refuses what is none", () => {
    show("text");
    fireEvent.click(screen.getByRole("button", { name: "Add link" }));
    const address = screen.getByRole("textbox", { name: "Address" });
    fireEvent.change(address, { target: { value: "javascript:alert(1)" } });
    fireEvent.submit(address);
    expect(screen.getByText(/not an address/)).toBeTruthy();
    fireEvent.change(address, { target: { value: "example.org/guide" } });
    fireEvent.submit(address);
    expect(attached()).toMatchObject([
      {
        kind: "link",
        url: "https://example.org/guide",
        name: "example.org/guide",
      },
    ]);
  });

  it("[R33] uploads a pasted picture, shows how far it is and hangs it on the card", async () => {
    const fileId = "0198c000-0000-7000-8000-0000000000f1";
    const sha256 = "a".repeat(64);
    TestUpload.answer = {
      status: 201,
      body: {
        fileId,
        name: "shop.png",
        mime: "image/png",
        bytes: 2_000,
        sha256,
      },
    };
    show("text");
    paste(new File(["x"], "shop.png", { type: "image/png" }));
    const bar = await screen.findByRole("progressbar", { name: "shop.png" });
    expect(bar.getAttribute("aria-valuetext")).toBe("50%");
    expect(TestUpload.last.url).toContain("/workspaces/shoes/journeys/");
    expect(TestUpload.last.url).toMatch(/\?name=shop\.png$/);
    TestUpload.last.finish();
    await waitFor(() =>
      expect(attached()).toMatchObject([{ kind: "file", fileId, sha256 }]),
    );
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.getByRole("button", { name: "shop.png" })).toBeTruthy();
  });

  it("says what could be uploaded instead of a file that was refused", async () => {
    TestUpload.answer = { status: 415, body: { code: "wrong_type" } };
    show("text");
    paste(new File(["x"], "virus.exe"));
    await screen.findByRole("progressbar");
    TestUpload.last.finish();
    expect(
      await screen.findByText(
        "“virus.exe” was not uploaded. What can be uploaded: pictures (PNG, JPEG, WebP) up to 10 MB and PDFs up to 25 MB.",
      ),
    ).toBeTruthy();
    expect(attached()).toEqual([]);
  });

  it("calls an upload back", async () => {
    show("text");
    paste(new File(["x"], "big.pdf", { type: "application/pdf" }));
    fireEvent.click(
      await screen.findByRole("button", {
        name: "Cancel the upload of big.pdf",
      }),
    );
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(attached()).toEqual([]);
  });

  it("[A6] deletes with a way back", async () => {
    show("text");
    fireEvent.click(screen.getByRole("button", { name: "Add link" }));
    const address = screen.getByRole("textbox", { name: "Address" });
    fireEvent.change(address, { target: { value: "example.org" } });
    fireEvent.submit(address);
    fireEvent.click(
      screen.getByRole("button", { name: "Actions for example.org" }),
    );
    fireEvent.click(await screen.findByRole("menuitem", { name: "Delete" }));
    expect(attached()).toEqual([]);
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(attached()).toHaveLength(1);
  });
});
