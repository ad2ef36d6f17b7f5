import { expect, type Page } from "@playwright/test";
import { gridOf, make } from "./map";
import type { Person } from "./people";

interface SmallMap {
  readonly address: string;
  readonly touchpoint: string;
  /** Lanes by their kind. */
  readonly pain: string;
  readonly channel: string;
}

/** A map of one touchpoint: the more a page holds, the longer each look at what opens above it takes. */
export async function smallMap({ page, workspace }: Person): Promise<SmallMap> {
  const journeys = `/workspaces/${workspace}/journeys`;
  const post = (path: string, data: object) =>
    make(page, journeys + path, data);
  const id = await post("", { source: { kind: "blank" }, title: "Shoes" });
  const stageId = await post(`/${id}/stages`, { title: "Buy" });
  const pay = { stageId, title: "Pay" };
  const touchpoint = await post(`/${id}/touchpoints`, pay);
  const lane = (kind: string, span?: string) =>
    post(`/${id}/lanes`, { kind, title: kind, span });
  return {
    address: `/w/${workspace}/journeys/${id}`,
    touchpoint,
    pain: await lane("pain", "touchpoint"),
    channel: await lane("channel"),
  };
}

interface Surface {
  readonly name: string;
  readonly kind: "dialog" | "menu";
  /** Whether it has other colours than those of text on paper. */
  readonly hasColours: boolean;
  readonly open: () => Promise<unknown>;
}

/** What warns, is chosen, or is marked in colour. */
const COLOURFUL: readonly string[] = [
  "menu of a touchpoint",
  "views",
  "persona",
  "lane",
  "decision",
  "curve",
  "filter",
  "palette",
  "share",
];

/** What opens above a map, each with the way to it. */
export function openSurfaces(
  page: Page,
  { touchpoint, pain, channel }: SmallMap,
): readonly Surface[] {
  const { keyboard } = page;
  const button = (name: string | RegExp) =>
    page.getByRole("button", { name }).first().click();
  const cell = (row: string, leaf = touchpoint) =>
    gridOf(page)
      .locator(`[data-row="${row}"][data-leaf="${leaf}"]`)
      .click({ position: { x: 6, y: 6 } });
  const at = async (row: string, key: string, leaf?: string) => {
    await cell(row, leaf);
    await keyboard.press(key);
  };
  const item = async (name: string | RegExp) => {
    await page.getByRole("menuitem", { name }).click();
    await expect(page.getByRole("menu")).toHaveCount(0);
  };
  const inMenuOf = async (row: string, name: string | RegExp) => {
    await at(row, "Shift+F10");
    await item(name);
  };
  const inMapMenu = async (name: string) => {
    await button("More about this map");
    await item(name);
  };
  const menu = (name: string, open: Surface["open"]): Surface => ({
    name,
    kind: "menu",
    hasColours: COLOURFUL.includes(name),
    open,
  });
  const dialog = (name: string, open: Surface["open"]): Surface => ({
    name,
    kind: "dialog",
    hasColours: COLOURFUL.includes(name),
    open,
  });
  return [
    menu("menu of a touchpoint", () => at("touchpoints", "Shift+F10")),
    menu("menu of the map", () => button("More about this map")),
    menu("views", () => button(/^View: /)),
    menu("levels of zoom", () => button(/^Zoom: /)),
    dialog("why it is saved", () => button(/^Saved\. /)),
    dialog("persona", () => button(/^(Add persona|Whom is this map about)/)),
    dialog("keys", () => at("touchpoints", "?")),
    dialog("lane", () => at(pain, "Space", "head")),
    dialog("stage", () => at("stages", "Space")),
    dialog("new lane", () => button("Add lane")),
    dialog("move", () => inMenuOf("touchpoints", /^Move to/)),
    dialog("responsible person", () => at("touchpoints", "o")),
    dialog("channels", () => at(channel, "Enter")),
    dialog("hint", () => inMenuOf(pain, /^Hint/)),
    dialog("decision", async () => {
      await cell(pain);
      await keyboard.type("Too slow");
      await keyboard.press("Enter");
      await at(pain, "Alt+Enter");
    }),
    dialog("paper", () => at("touchpoints", "Control+p")),
    dialog("curve", () => inMapMenu("About the curve")),
    dialog("language", () => inMapMenu("Language of the map…")),
    dialog("template", () => inMapMenu("Save as template")),
    dialog("people", () => inMapMenu("Follow somebody")),
    dialog("trash", () => inMapMenu("Trash")),
    dialog("filter", () => at("touchpoints", "f")),
    dialog("saved views", () => page.locator("[data-opens=views]").click()),
    dialog("palette", () => keyboard.press("Control+k")),
    dialog("share", () => button(/^Share$/)),
    dialog("presentation", () => at("touchpoints", "p")),
  ];
}
