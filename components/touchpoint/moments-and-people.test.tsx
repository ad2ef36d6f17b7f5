import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  within,
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
import pulses from "@/lib/i18n/messages/en/pulses.json";
import words from "@/lib/i18n/messages/en/touchpoint.json";
import type { TouchpointId } from "@/lib/journey/ids";
import { completeJsdom } from "@/test/jsdom-browser";
import { open, pick, type, useBareWindow } from "./testing/panel-hands";
import { ada, panelMessages } from "./testing/panel-content";
import { TestRoom, TestScene } from "./testing/test-room";
import { TouchpointPanel } from "./touchpoint-panel";
import { findTouchpoint } from "./use-touchpoint";

let scene: TestRoom;
let id: TouchpointId;

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  useBareWindow();
  scene = new TestRoom();
  id = scene.begin().touchpointId;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const now = () => findTouchpoint(scene.source.get(), id)!;

function panel(wantsEvidence: object | null = null) {
  return (
    <TestScene
      room={scene.room()}
      rows={{ stakeholders: [ada] }}
      messages={{ ...panelMessages.en, pulses }}
    >
      <TouchpointPanel
        touchpointId={id}
        onClose={vi.fn()}
        onOpen={vi.fn()}
        onOpenRecord={vi.fn()}
        wantsEvidence={wantsEvidence}
      />
    </TestScene>
  );
}

/** Chooses what kind of moment it is. */
function choose(kind: string): void {
  fireEvent.click(
    screen.getByRole("button", { name: new RegExp(words.moment.kind) }),
  );
  fireEvent.click(
    within(screen.getByRole("listbox")).getByRole("option", {
      name: new RegExp(`^${kind}`),
    }),
  );
}

describe("a moment of truth", () => {
  it("is marked by its kind, says why, keeps the reason under another kind and is taken back", () => {
    render(panel());
    open(words.moment.title);
    choose(words.moment.kinds.first);
    expect(now().momentOfTruth).toEqual({ kind: "first", reason: "" });
    const field = type(words.moment.reason, "Here they decide to stay");
    act(() => field.blur());
    choose(words.moment.kinds.second);
    expect(now().momentOfTruth).toEqual({
      kind: "second",
      reason: "Here they decide to stay",
    });
    choose(words.moment.none);
    expect(now().momentOfTruth).toBeNull();
    act(() => void scene.undo.undo());
    expect(now().momentOfTruth?.kind).toBe("second");
  });

  it("is only read by whoever may not write", () => {
    scene.canEdit = false;
    render(panel());
    open(words.moment.title);
    const button = screen.getByRole<HTMLButtonElement>("button", {
      name: new RegExp(words.moment.kind),
    });
    expect(button.disabled).toBe(true);
  });
});

describe("who is involved", () => {
  const list = (role: "responsible" | "involved") =>
    screen.queryByRole("list", { name: words.people.role[role] });

  it("[R71] stands apart from who is responsible, becomes it by being chosen there, and goes with one press", async () => {
    render(panel());
    open(words.people.title);
    await pick(words.people.add.involved, "Ada", ada.name);
    expect(now().owners).toEqual([{ stakeholderId: ada.id, role: "involved" }]);
    expect(list("involved")?.textContent).toContain(ada.name);
    expect(list("responsible")).toBeNull();
    await pick(words.people.add.responsible, "Ada", ada.name);
    expect(now().owners).toEqual([
      { stakeholderId: ada.id, role: "responsible" },
    ]);
    expect(list("involved")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: `Remove ${ada.name}` }));
    expect(now().owners).toEqual([]);
    act(() => void scene.undo.undo());
    expect(now().owners).toHaveLength(1);
  });
});

describe("who comes for the evidence", () => {
  it("[A8] finds that part open and the focus on it, each time they come", () => {
    vi.stubGlobal("fetch", () => new Promise(() => undefined));
    const { rerender } = render(panel({}));
    const part = screen.getByRole("button", { name: /^Evidence/ });
    expect(part.getAttribute("aria-expanded")).toBe("true");
    expect(document.activeElement).toBe(part);
    fireEvent.click(part);
    act(() => screen.getByRole("textbox", { name: words.title }).focus());
    rerender(panel({}));
    expect(document.activeElement).toBe(part);
    expect(part.getAttribute("aria-expanded")).toBe("true");
  });
});
