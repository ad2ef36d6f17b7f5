import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { DropOffSection } from "@/components/touchpoint/sections/drop-off-section";
import { FailureFields } from "@/components/touchpoint/sections/failure-fields";
import { findTouchpoint } from "@/components/touchpoint/use-touchpoint";
import common from "@/lib/i18n/messages/en/common.json";
import guide from "@/lib/i18n/messages/en/guide.json";
import room from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import type { FunnelCounts } from "@/lib/insight/funnel";
import { setBreakOff } from "@/lib/journey/failure";
import type { TouchpointId } from "@/lib/journey/ids";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import {
  addTouchpoint,
  moveTouchpoint,
  setTouchpoint,
} from "@/lib/journey/touchpoints";
import { EditorUiContext, type EditorUi } from "../editor-ui";
import { BreakOffChip } from "./break-off-chip";
import { FunnelSourceContext } from "./funnel";
import { FunnelReading } from "./funnel-reading";
import { LiveFailure } from "./touchpoint-failure";

beforeEach(useBareWindow);
afterEach(cleanup);

const openRecord = vi.fn();

function shop() {
  const scene = new TestRoom();
  const { stageId } = must(addStage(scene.ctx, { title: "Buy" }));
  const ids = ["Cart", "Pay", "Thanks"].map(
    (title) => must(addTouchpoint(scene.ctx, { stageId, title })).touchpointId,
  ) as [TouchpointId, TouchpointId, TouchpointId];
  scene.undo.clear();
  return { scene, stageId, ids };
}

const counted = (
  ids: readonly string[],
  ...counts: number[]
): FunnelCounts => ({
  unit: "users",
  source: "Shop statistics",
  heldFrom: null,
  heldOn: "2026-10-31",
  counts: counts.map((count, at) => ({ touchpointId: ids[at]!, count })),
});

function Headings({ ids }: { readonly ids: readonly TouchpointId[] }) {
  return ids.map((id) => (
    <div key={id} data-testid={id}>
      <Heading id={id} />
    </div>
  ));
}

function Heading({ id }: { readonly id: TouchpointId }) {
  const touchpoint = findTouchpoint(current.scene.source.get(), id);
  return touchpoint ? <LiveFailure touchpoint={touchpoint} /> : null;
}

let current: ReturnType<typeof shop>;

function show(counts: FunnelCounts | null = null) {
  const { scene, ids } = current;
  const names = new Map<string, string>(
    ids.map((id, at) => [id, ["Cart", "Pay", "Thanks"][at]!]),
  );
  const pay = () => findTouchpoint(scene.source.get(), ids[1])!;
  return render(
    <TestScene room={scene.room()} messages={{ common, guide, room }}>
      <EditorUiContext value={{ openRecord } as unknown as EditorUi}>
        <FunnelSourceContext value={{ counts, whole: null }}>
          <Headings ids={ids} />
          <BreakOffChip />
          <FunnelReading names={names} />
          <FailureFields
            touchpoint={pay()}
            canWrite={scene.canEdit}
            onOpenRecord={openRecord}
          />
        </FunnelSourceContext>
      </EditorUiContext>
    </TestScene>,
  );
}

const at = (id: string) => screen.getByTestId(id).textContent;

beforeEach(() => {
  current = shop();
  openRecord.mockReset();
});

describe("where a journey breaks off", () => {
  it("[J103] [R80] [N07] is said with a switch, marked at its touchpoint and in the header, and can be taken back", () => {
    const { scene, ids } = current;
    show();
    expect(at(ids[1])).toBe("");
    screen.getByRole("button", {
      name: "Where it breaks off: Say where it breaks off",
    });
    const toggle = screen.getByRole("switch", {
      name: "The journey breaks off here",
    });
    fireEvent.click(toggle);
    expect(at(ids[1])).toContain("Breaks off here");
    expect(at(ids[0])).toBe("");
    screen.getByRole("button", {
      name: "Where it breaks off: Breaks off: Pay",
    });
    screen.getByText("This journey breaks off at “Pay”.");
    act(() => void scene.undo.undo());
    expect(at(ids[1])).toBe("");
    expect(scene.source.get().meta.outcome).toBe("open");
  });

  it("[J103] stays with its touchpoint when that moves, and says that it is gone when that is deleted", () => {
    const { scene, ids, stageId } = current;
    act(() => void setBreakOff(scene.ctx, { touchpointId: ids[1] }));
    show();
    const to = { touchpointId: ids[1], stageId, before: ids[0] };
    act(() => void moveTouchpoint(scene.ctx, to));
    expect(at(ids[1])).toContain("Breaks off here");
    act(() => scene.remove(ids[1]));
    screen.getByRole("button", { name: /touchpoint that is gone$/ });
    screen.getByText(/no longer on the map/);
  });

  it("can be read and not changed by those who only read", () => {
    const { scene, ids } = current;
    setBreakOff(scene.ctx, { touchpointId: ids[1] });
    scene.canEdit = false;
    show();
    expect(at(ids[1])).toContain("Breaks off here");
    expect(screen.queryByRole("button", { name: /follow-up/ })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>("switch").disabled).toBe(true);
  });
});

describe("who goes on and who leaves", () => {
  it("[R57] [R58] stands as a strip under every touchpoint from the first on at which somebody leaves", () => {
    const { scene, ids } = current;
    const dropOff = { share: 0.461, reasons: [] };
    setTouchpoint(scene.ctx, { touchpointId: ids[1], patch: { dropOff } });
    show();
    expect(at(ids[0])).toBe("");
    const strips = screen.getAllByRole("img", { name: /go on/ });
    expect(strips.map((strip) => strip.getAttribute("aria-label"))).toEqual([
      "53.9% go on, 46.1% leave",
      "53.9% go on, 0% leave",
    ]);
    expect(at(ids[1])).toContain("53.9%−46.1%");
    expect(at(ids[2])).toContain("53.9%");
    screen.getByText("As the team says, most leave at “Pay”: 46.1%.");
  });

  it("[N15] tells of counts with n, interval and source, and which step is clearly the weakest", () => {
    const { ids } = current;
    show(counted(ids, 1000, 900, 300));
    expect(at(ids[1])).toContain("Most: −66.7%");
    screen.getByText(/weakest touchpoint is “Pay”: 66\.7% leave/);
    screen.getByText(
      "Of 1,000 counted at “Cart”, 30% come to “Thanks” (between 27.2% and 32.9%).",
    );
    const told = screen.getAllByText(
      /66\.7% leave here, between 63\.5% and 69\.7% \(n = 900 users\)/,
    );
    expect(told.length).toBeGreaterThan(0);
    screen.getByText(/source: Shop statistics/);
  });

  it("[N15] says in the closed section of a touchpoint what was counted, not what was typed", () => {
    const { scene, ids } = current;
    const dropOff = { share: 0.01, reasons: [] };
    setTouchpoint(scene.ctx, { touchpointId: ids[1], patch: { dropOff } });
    const counts = counted(ids, 1000, 900, 300);
    render(
      <TestScene room={scene.room()} messages={{ common, touchpoint }}>
        <FunnelSourceContext value={{ counts, whole: null }}>
          <DropOffSection
            touchpoint={findTouchpoint(scene.source.get(), ids[1])!}
            canWrite={false}
            lang="en"
            onOpenRecord={openRecord}
          />
        </FunnelSourceContext>
      </TestScene>,
    );
    const heading = screen.getByRole("button", { name: /Drop-off/ });
    expect(heading.textContent).toContain("66.7%");
    expect(heading.textContent).not.toContain("1%");
  });

  it("[R78] of steps whose intervals overlap none is called the weakest", () => {
    show(counted(current.ids, 20, 15, 10));
    screen.getByText(/not clearly more than elsewhere: the ranges overlap/);
    expect(document.body.textContent).not.toContain("Most: −");
  });
});

describe("what follows up on a failure", () => {
  it("[J104] [R85] [R42] is made from the touchpoint that fails, shows its time, and both lead to each other", () => {
    const { scene, ids, stageId } = current;
    show();
    const name = "Add a follow-up after this failure";
    fireEvent.click(screen.getByRole("button", { name }));
    const stage = scene.source.get().stages.find(({ id }) => id === stageId);
    const made = stage!.touchpoints[2]!;
    expect(openRecord).toHaveBeenCalledWith({
      kind: "touchpoint",
      id: made.id,
    });
    expect(made).toMatchObject({
      title: "Follow-up",
      timing: { offset: "PT3H", after: "breaking off at “Pay”" },
    });
    screen.getByRole("button", { name: "Follow-up" });
    expect(stage!.touchpoints.map(({ id }) => id)).toEqual([
      ids[0],
      ids[1],
      made.id,
      ids[2],
    ]);
  });
});
