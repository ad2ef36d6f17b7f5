import {
  act,
  cleanup,
  fireEvent,
  screen,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FileInfo } from "@/lib/api/files";
import map from "@/lib/i18n/messages/en/map.json";
import type { ApiResult } from "@/components/workspace/api-client";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

interface Sent {
  readonly file: File;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
  readonly answer: (result: ApiResult<FileInfo>) => void;
}

const sent = vi.hoisted(() => [] as Sent[]);

vi.mock("@/components/touchpoint/attachments/upload-file", () => ({
  uploadFile: (request: Omit<Sent, "answer">) =>
    new Promise((answer) => void sent.push({ ...request, answer })),
}));

completeJsdom();
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
});
afterEach(() => {
  cleanup();
  sent.length = 0;
});

describe("F6", () => {
  const here = () =>
    document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset
      .region;

  it("[A8] goes round the parts of the page, and back to the cell that was left", () => {
    const id = at.put("shoes");
    at.show({ kind: "card", id });
    const seen = Array.from({ length: 5 }, () => {
      at.key("F6");
      return here();
    });
    expect(seen).toEqual(["foot", "header", "scenario", "map", "panel"]);
    at.key("F6", { shiftKey: true });
    expect(document.activeElement).toBe(at.thing(id));
  });
});

const stored: FileInfo = {
  fileId: "0198c000-0000-7000-8000-0000000000f1",
  name: "chat.png",
  mime: "image/png",
  bytes: 3,
  sha256: "a".repeat(64),
  width: 1,
  height: 1,
  thumbnail: true,
};

function paste(type = "image/png"): void {
  fireEvent.pointerDown(at.cell(), { button: 0 });
  const file = new File(["abc"], "chat.png", { type });
  const clipboardData = { files: [file], getData: () => "" };
  fireEvent.paste(at.cell(), { clipboardData });
}

const arrive = (result: ApiResult<FileInfo>) =>
  act(async () => sent[0]?.answer(result));
const pictures = () => Object.values(at.scene.source.get().attachments).flat();

describe("a picture that is pasted into a cell", () => {
  it("[A2] shows how far it is, then is a card, and is one step to take back", async () => {
    at.show();
    paste();
    act(() => sent[0]?.onProgress(0.4));
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe(
      "0.4",
    );
    expect(at.texts()).toEqual([]);
    await arrive({ ok: true, data: stored, etag: null });
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(at.texts()).toEqual([""]);
    expect(pictures().map(({ name }) => name)).toEqual(["chat.png"]);
    act(() => void at.scene.undo.undo());
    expect(at.texts()).toEqual([]);
    act(() => void at.scene.undo.redo());
    expect(pictures()).toHaveLength(1);
  });

  it("can be called back on its way", () => {
    at.show();
    paste();
    const cancel = screen.getByRole("button", { name: /^Cancel the upload/ });
    fireEvent.click(cancel);
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it("[A2] leaves nothing behind where the server refuses it, and says why", async () => {
    at.show();
    paste();
    const problem = { code: "file_damaged", status: 415, requestId: null };
    await arrive({ ok: false, problem: { ...problem, fields: [] } });
    expect(at.texts()).toEqual([]);
    expect(await screen.findByText(/The file is damaged/)).toBeTruthy();
  });

  it("[A2] is not even sent when it is none, and the limits are said", async () => {
    at.show();
    paste("video/mp4");
    expect(sent).toEqual([]);
    expect(await screen.findByText(/up to 10 MB/)).toBeTruthy();
  });

  it("[A2] is said to be empty when it is, and not sent", async () => {
    at.show();
    fireEvent.pointerDown(at.cell(), { button: 0 });
    const file = new File([], "chat.png", { type: "image/png" });
    const clipboardData = { files: [file], getData: () => "" };
    fireEvent.paste(at.cell(), { clipboardData });
    expect(sent).toEqual([]);
    expect(await screen.findByText(/The file is empty/)).toBeTruthy();
  });

  it("[A7] can be chosen from the device: a slash in an empty cell offers what it can hold", async () => {
    at.show();
    fireEvent.pointerDown(at.cell(), { button: 0 });
    act(() => at.cell().focus());
    at.key("/");
    expect(at.texts()).toEqual([]);
    const choose = vi
      .spyOn(HTMLInputElement.prototype, "click")
      .mockImplementation(function choose(this: HTMLInputElement) {
        const files = [new File(["abc"], "chat.png", { type: "image/png" })];
        Object.defineProperty(this, "files", { value: files });
        this.dispatchEvent(new Event("change"));
      });
    fireEvent.click(
      await screen.findByRole("menuitem", { name: "Add picture or PDF…" }),
    );
    choose.mockRestore();
    await arrive({ ok: true, data: stored, etag: null });
    expect(pictures().map(({ name }) => name)).toEqual(["chat.png"]);
  });

  it("is not taken from who may only read", async () => {
    at.scene.canEdit = false;
    at.show();
    paste();
    expect(sent).toEqual([]);
    expect(await screen.findByText(map.paste.readOnly)).toBeTruthy();
  });
});

describe("an address that names a record", () => {
  const record = () => screen.queryByRole("complementary");

  it("selects it and opens it beside the map", () => {
    const id = at.put("shoes", 1);
    at.show({ kind: "card", id });
    expect(record()).not.toBeNull();
    expect(at.thing(id).tabIndex).toBe(0);
  });

  it("opens it again by a link to the same address, where it was closed meanwhile", () => {
    const id = at.put("shoes", 1);
    history.replaceState(null, "", `/w/shoes/journeys/j1?card=${id}`);
    at.show({ kind: "card", id });
    const link = document.body.appendChild(document.createElement("a"));
    link.href = location.href;
    link.addEventListener("click", (event) => event.preventDefault());
    const close = () =>
      fireEvent.click(
        within(record()!).getByRole("button", { name: /^close/i }),
      );
    close();
    expect(record()).toBeNull();
    fireEvent.click(link, { ctrlKey: true });
    expect(record()).toBeNull();
    fireEvent.click(link);
    expect(record()).not.toBeNull();
    close();
    link.href = "/w/shoes/journeys/j1?card=another";
    fireEvent.click(link);
    expect(record()).toBeNull();
    link.remove();
    history.replaceState(null, "", "/");
  });

  it("says quietly that it is gone, whatever stands there", async () => {
    at.show({ kind: "touchpoint", id: "no id at all" });
    expect(record()).toBeNull();
    expect(await screen.findByText(map.link.noTouchpoint)).toBeTruthy();
  });
});
