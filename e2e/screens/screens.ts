import type { Page } from "@playwright/test";
import { expect } from "../expect";
import { MAP_VIEWS } from "../../lib/views/views";

/** One of the two workspaces that are pictured. */
export interface Shown {
  readonly workspace: string;
  /** The map that they are looked at with. */
  readonly journeyId: string;
  /** One of its touchpoints. */
  readonly touchpointId: string;
  /** A link that shows that map to visitors. */
  readonly link: string;
  /** The page of somebody without an account. */
  readonly personal: string;
}

export interface Screen {
  readonly name: string;
  readonly address: (shown: Shown) => string;
  /** It is looked at on paper. */
  readonly isPaper?: boolean;
  /** Opens what the address does not, and waits until it is drawn. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const mapOf = ({ workspace, journeyId }: Shown) =>
  `/w/${workspace}/journeys/${journeyId}`;

/** The live map has arrived, and its view is drawn. */
async function loaded(page: Page): Promise<void> {
  await expect(page.getByTestId("save-status")).toHaveAttribute(
    "data-status",
    "saved",
    { timeout: 60_000 },
  );
  await expect(
    page
      .locator('[data-region="map"] :is(h2, h4, table, [role]):visible')
      .first(),
  ).toBeVisible();
}

const view = (name: string): Screen => ({
  name,
  address: (shown) => `${mapOf(shown)}?view=${name}`,
  prepare: loaded,
});

const section = (name: string): Screen => ({
  name: `page-${name.replace("/", "-")}`,
  address: ({ workspace }) => `/w/${workspace}/${name}`,
});

/** A map in each of its ways of being looked at. */
export const views: readonly Screen[] = MAP_VIEWS.map(view);

/** What opens beside and above a map. */
export const around: readonly Screen[] = [
  {
    name: "panel",
    address: (shown) => `${mapOf(shown)}?touchpoint=${shown.touchpointId}`,
    async prepare(page) {
      await loaded(page);
      await expect(
        page.locator(':is([data-region="panel"], [role="dialog"]) h3'),
      ).not.toHaveCount(0);
    },
  },
  {
    name: "palette",
    address: mapOf,
    async prepare(page) {
      await loaded(page);
      await page.keyboard.press("Control+k");
      await expect(
        page.getByRole("dialog").getByRole("menuitem").first(),
      ).toBeVisible();
    },
  },
  {
    name: "paper",
    isPaper: true,
    address: mapOf,
    async prepare(page) {
      await loaded(page);
      await expect(async () => {
        await page.evaluate(() =>
          window.dispatchEvent(new Event("beforeprint")),
        );
        await expect(page.locator("[data-print-sheet]")).toBeAttached({
          timeout: 1_000,
        });
      }).toPass();
    },
  },
  {
    name: "history",
    address: (shown) => `${mapOf(shown)}/history`,
    prepare: (page) =>
      expect(page.locator("[role=option]").first()).toBeVisible(),
  },
  {
    name: "imports",
    address: (shown) => `${mapOf(shown)}/imports`,
    prepare: (page) =>
      expect(page.getByRole("heading", { level: 1 })).toBeVisible(),
  },
  {
    name: "shared-link",
    address: ({ link }) => link,
    prepare: (page) =>
      expect(
        page.locator("main :is(h2, h4, table, [role]):visible").first(),
      ).toBeVisible(),
  },
  {
    name: "present",
    address: mapOf,
    async prepare(page) {
      await loaded(page);
      await page.keyboard.press("Control+k");
      const palette = page.getByRole("dialog");
      await expect(palette).toBeVisible();
      // It is found by its words in any language.
      await page.keyboard.type("Present stage by stage");
      await expect(palette.getByRole("menuitem").first()).toHaveText(
        /^(Present stage by stage|Phase für Phase präsentieren)/,
      );
      await page.keyboard.press("Enter");
      await expect(page.locator("[data-slide]")).toBeVisible();
      await page.keyboard.press("ArrowRight");
    },
  },
];

/** The inbox of somebody whom others mention while it is open. */
export const inboxWithNews = (mention: () => Promise<unknown>): Screen => ({
  name: "page-inbox-news",
  address: ({ workspace }) => `/w/${workspace}/inbox`,
  async prepare(page) {
    await expect(page.locator("main li").first()).toBeVisible();
    await mention();
    // As for somebody who comes back to it.
    await page.evaluate(() =>
      document.dispatchEvent(new Event("visibilitychange")),
    );
    await expect(
      page.getByRole("status").getByRole("button", { name: /^\d+ new$/ }),
    ).toBeVisible();
  },
});

/** A map that takes nobody more and has grown large, as its badges say; what one of them means stands open. */
export const crowded: Screen = {
  name: "map-full",
  address: mapOf,
  async prepare(page) {
    const badge = page.getByTestId("save-status");
    await expect(badge).toHaveAttribute("data-status", "full", {
      timeout: 60_000,
    });
    await expect(page.getByTestId("map-size")).toBeVisible();
    await badge.click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
};

/** What is not about one map. */
export const pages: readonly Screen[] = [
  "journeys",
  "touchpoints",
  "mine",
  "inbox",
  "activity",
  "tasks",
  "opportunities",
  "personas",
  "stakeholders",
  "channels",
  "settings/members",
]
  .map(section)
  .concat(
    {
      ...section("journeys?view=attention"),
      name: "page-attention",
    },
    {
      ...section("stakeholders?view=matrix"),
      name: "page-responsibility",
    },
    {
      name: "page-responsibility-of-one",
      address: ({ workspace, journeyId }) =>
        `/w/${workspace}/stakeholders?view=matrix&journey=${journeyId}`,
    },
    {
      ...section("stakeholders"),
      name: "page-stakeholder",
      async prepare(page) {
        await page.locator("main tbody th a").first().click();
        await expect(page.locator("#their-touchpoints")).toBeVisible();
      },
    },
  )
  .concat({
    name: "page-personal",
    address: ({ personal }) => personal,
    prepare: (page) => expect(page.locator("#touchpoints")).toBeVisible(),
  })
  .concat({
    ...section("journeys"),
    name: "gallery",
    async prepare(page) {
      await page
        .getByRole("button", { name: /^(New journey|Neue Journey)$/ })
        .first()
        .click();
      await expect(
        page.getByRole("dialog").getByRole("radio").first(),
      ).toBeVisible();
    },
  });
