import { describe, expect, it } from "vitest";
import type { StageId, TouchpointId } from "../journey/ids";
import { layoutColumns, type StageToLay } from "./columns";

const metrics = { touchpoint: 180, placeholder: 120, collapsed: 40 };
const touchpoint = (id: string) => ({ id: id as TouchpointId });

function stage(
  id: string,
  touchpoints: string[],
  collapsed = false,
): StageToLay {
  return {
    id: id as StageId,
    collapsed,
    touchpoints: touchpoints.map(touchpoint),
  };
}

describe("layoutColumns", () => {
  it("[R31] sets stages side by side, each as wide as its touchpoints", () => {
    const { stages, width } = layoutColumns(
      [stage("a", ["1", "2"]), stage("b", ["3"])],
      metrics,
    );
    expect(stages.map(({ x, width: wide }) => [x, wide])).toEqual([
      [0, 360],
      [360, 180],
    ]);
    expect(width).toBe(540);
  });

  it("gives a stage without touchpoints a column to add into", () => {
    const { stages } = layoutColumns([stage("a", [])], metrics);
    expect(stages[0]?.columns).toEqual([
      { kind: "placeholder", columnId: "a", stageId: "a", x: 0, width: 120 },
    ]);
  });

  it("lets the touchpoints of a folded stage share its column in order", () => {
    const { centres, width } = layoutColumns(
      [stage("a", ["1", "2"], true)],
      metrics,
    );
    expect([...centres]).toEqual([
      ["1", 10],
      ["2", 30],
    ]);
    expect(width).toBe(40);
  });

  it("keeps a column's own width and moves what follows", () => {
    const own = new Map([["1" as TouchpointId, 300]]);
    const { centres } = layoutColumns([stage("a", ["1", "2"])], metrics, own);
    expect([...centres.values()]).toEqual([150, 390]);
  });
});
