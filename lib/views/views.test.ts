import { describe, expect, it } from "vitest";
import { addCard } from "../journey/cards";
import { addLane } from "../journey/lanes";
import { resolve } from "../journey/resolve";
import { must } from "../journey/testing/context";
import { full } from "../journey/testing/full-map";
import { ANNA } from "../journey/testing/sample";
import { canvasSheet } from "./canvas-sheet";
import { channelRows } from "./channel-matrix";
import { matrixColumns } from "./columns";
import { nextRole } from "./duty-matrix";
import { personaKey, sortValue } from "./sort-rows";
import { tableRows } from "./table-rows";
import { publicView } from "../journey/public-view";
import { MAP_VIEWS, tellingViews, viewNamed } from "./views";

describe("viewNamed", () => {
  it("[R54] knows the views by name and nothing else", () => {
    expect(MAP_VIEWS.map(viewNamed)).toEqual([...MAP_VIEWS]);
    for (const name of ["", "Map", "__proto__", null, 3, ["map"]])
      expect(viewNamed(name)).toBeNull();
  });
});

describe("tellingViews", () => {
  it("[R54] offers a visitor no view of what the link keeps back", () => {
    const { map } = full();
    expect(tellingViews(map)).toEqual([...MAP_VIEWS]);
    const shared = publicView(map, { laneIds: [], showOwners: false });
    expect(tellingViews(shared.map)).toEqual([
      "map",
      "table",
      "outline",
      "canvas",
    ]);
  });
});

describe("tableRows", () => {
  it("[R54] has a row for each touchpoint in the order of the map, numbered from 1", () => {
    const { map } = full();
    const rows = tableRows(map, () => null);
    expect(rows.map(({ touchpoint }) => touchpoint)).toEqual(
      map.stages.flatMap(({ touchpoints }) => touchpoints),
    );
    expect(rows.map(({ at }) => at)).toEqual(rows.map((_, at) => at + 1));
  });

  it("[R54] tells the cards of a touchpoint from those of its whole stage", () => {
    const { ctx, map, search } = full();
    const stage = map.stages[0]!;
    const lane = (span: "stage" | "touchpoint") =>
      must(addLane(ctx, { kind: "pain", title: "Hurts", span })).laneId;
    const before = tableRows(map, () => null)[0]!.pains;
    must(addCard(ctx, { laneId: lane("touchpoint"), columnId: search }));
    const whole = lane("stage");
    must(addCard(ctx, { laneId: whole, columnId: stage.id }));
    must(addCard(ctx, { laneId: whole, columnId: stage.id }));
    expect(tableRows(resolve(ctx.doc), () => null)[0]!.pains).toEqual({
      own: before.own + 1,
      ofStage: before.ofStage + 2,
    });
  });

  it("[N03] calls a feeling assumed until something stands behind it, and says nothing where none is", () => {
    const { map, search } = full();
    const at = (value: number | null) =>
      tableRows(map, () => value).find(
        ({ touchpoint }) => touchpoint.id === search,
      );
    expect([at(null), at(1.5)].map((row) => row?.grounds)).toEqual([
      "assumed",
      "grounded",
    ]);
    const silent = tableRows(map, () => null).filter(
      ({ touchpoint }) => touchpoint.emotions[ANNA] === undefined,
    );
    for (const { grounds } of silent) expect(grounds).toBe("none");
  });

  it("[R52] orders feelings by what evidence says, and by the team's word where there is none", () => {
    const { map, search } = full();
    const key = personaKey(ANNA);
    const words = {
      channelName: () => "",
      stakeholderName: () => "",
      compare: () => 0,
    };
    const at = (value: number | null) => {
      const rows = tableRows(map, (id) => (id === search ? value : null));
      const row = rows.find(({ touchpoint }) => touchpoint.id === search)!;
      return [
        sortValue(row, key, words),
        row.touchpoint.emotions[ANNA] ?? null,
      ];
    };
    const [own, said] = at(null);
    expect(own).toBe(said);
    expect(at(-1.25)).toEqual([-1.25, said]);
  });
});

describe("canvasSheet", () => {
  it("[R54] shows every lane whose cards belong to stages, with a box for each stage", () => {
    const { map } = full();
    const { rows, stages } = canvasSheet(map);
    expect(stages).toBe(map.stages);
    expect(rows.map(({ lane }) => lane)).toEqual(
      map.lanes.filter(
        ({ id, span, kind }) =>
          span === "stage" &&
          (kind === "text" ||
            Object.keys(map.cells).some((key) => key.startsWith(id))),
      ),
    );
    for (const { lane, cells } of rows) {
      expect(cells.map(({ stageId }) => stageId)).toEqual(
        stages.map(({ id }) => id),
      );
      for (const { stageId, cards } of cells)
        expect(cards).toEqual(map.cells[`${lane.id}:${stageId}`] ?? []);
    }
  });
});

describe("channelRows", () => {
  it("[R49] bridges a stage that does without the channel", () => {
    const stage = (id: string, ...channels: string[]) => ({
      id,
      touchpoints: [{ id: `${id}t`, channels }],
    });
    const columns = matrixColumns(
      [
        stage("a", "mail"),
        stage("b"),
        stage("c", "mail"),
        stage("d", "mail"),
      ].map((made) => made as never),
      "stage",
    );
    const [row] = channelRows(columns, ["mail" as never]);
    expect(row?.cells.map(({ right }) => right)).toEqual([
      "bridged",
      "bridged",
      "solid",
      null,
    ]);
    expect(row?.stages).toBe(3);
  });
});

describe("nextRole", () => {
  it("goes from none over responsible and involved back to none", () => {
    expect(nextRole(null)).toBe("responsible");
    expect(nextRole("responsible")).toBe("involved");
    expect(nextRole("involved")).toBeNull();
  });
});
