import type { Locator, Page } from "@playwright/test";
import path from "node:path";
import { root } from "../scripts/processes.mjs";
import {
  cutBySpacing,
  hiddenFocus,
  movements,
  readSideways,
  tooWide,
} from "./adapted";
import { violations, violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { smallForFingers } from "./fingers";
import { gridOf, saved } from "./map";
import { pdfOf } from "./pdf";
import { openSurfaces, smallMap } from "./surfaces";

// Other tests run beside it, on machines of two cores.
test.setTimeout(240_000);

test.beforeEach(async ({ sample }) => {
  const { page } = sample.person;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
  });
});

const panelOf = (page: Page) => page.locator("[data-region=panel]");
const notesOf = (page: Page) =>
  panelOf(page).getByRole("textbox", { name: "Notes" });

test("[N10] what opens beside a map is accessible in light and in dark, and stays whole with text spaced as WCAG 1.4.12 says", async ({
  sample: {
    person: { page },
    touchpoint,
  },
}) => {
  await page.goto(touchpoint);
  await saved(page);
  await expect(panelOf(page)).toBeVisible();
  expect(await cutBySpacing(page), "the panel").toEqual([]);
  await panelOf(page)
    .getByRole("button", { name: /^Notes/ })
    .click();
  await expect(notesOf(page)).toBeEditable();
  const panel = "[data-region=panel]";
  expect(await violationsInBoth(page, panel), "the panel").toEqual([]);
  expect(await smallForFingers(page, panel), "the panel").toEqual([]);
});

test("[N10] [A8] every menu and dialog of a map is accessible, in dark too where it has colours of its own, is large enough for fingers, takes the focus and gives it back", async ({
  sample: { person },
}) => {
  const { page } = person;
  const map = await smallMap(person);
  await page.goto(map.address);
  await saved(page);
  for (const { name, kind, hasColours, open } of openSurfaces(page, map)) {
    const selector = `[role=${kind}]`;
    const surface = page.locator(selector);
    await open();
    await expect(surface, name).toHaveCount(1);
    await expect(
      page.locator(`${selector}:focus, ${selector} :focus`),
      name,
    ).toHaveCount(1);
    const found = hasColours
      ? await violationsInBoth(page, selector)
      : await violations(page, { within: selector });
    // The arrows in a box above a list scroll the list; axe knows that of comboboxes alone.
    const isListed = ["palette", "channels"].includes(name);
    const known = "scrollable-region-focusable";
    const left = found.filter((line) => !isListed || !line.includes(known));
    expect.soft(left, name).toEqual([]);
    expect.soft(await smallForFingers(page, selector), name).toEqual([]);
    // The first of two closes a list that is open in it.
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(surface).toHaveCount(0, { timeout: 1_000 });
    }, name).toPass();
    await expect(page.locator(":focus"), name).toHaveCount(1);
  }
});

test("[N10] [HD-01] [HD-10] a picture and a PDF are shown over the page, drawn by a worker that the page's own policy allows", async ({
  sample: {
    person: { page },
    touchpoint,
  },
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text()))
      refused.push(message.text());
  });
  await page.goto(touchpoint);
  await saved(page);
  await panelOf(page)
    .locator("input[type=file]")
    .first()
    .setInputFiles([path.join(root, "e2e/files/chat-window.png")]);
  const picture = panelOf(page).getByRole("button", {
    name: "chat-window.png",
    exact: true,
  });
  await expect(picture).toBeVisible();
  await panelOf(page)
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "survey.pdf",
      mimeType: "application/pdf",
      buffer: pdfOf(["Seven of ten look twice", "and three ask a friend"]),
    });
  await expect(
    panelOf(page).getByRole("button", { name: "survey.pdf", exact: true }),
  ).toBeVisible();

  await picture.press("Enter");
  const viewer = page.getByRole("dialog", { name: "chat-window.png" });
  await expect(
    viewer.getByRole("img", { name: "chat-window.png" }),
  ).toBeVisible();
  expect(await violationsInBoth(page, "[role=dialog]")).toEqual([]);
  await page.keyboard.press("ArrowRight");
  const pages = page.getByRole("region", { name: "survey.pdf" });
  await expect(pages.getByText("Seven of ten look twice")).toBeAttached();
  await pages
    .getByRole("img", { name: "Page 2 of 2" })
    .scrollIntoViewIfNeeded();
  await expect(pages.getByText("and three ask a friend")).toBeAttached();
  const first = pages.getByRole("img", { name: "Page 1 of 2" });
  await expect
    .poll(() => first.evaluate(hasInk), { message: "words on the page" })
    .toBe(true);
  expect(await violationsInBoth(page, "[role=dialog]")).toEqual([]);
  expect(refused).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(
    panelOf(page).getByRole("row", { name: /chat-window/ }),
  ).toBeFocused();
});

test("[N10] columns that a filter pales keep the contrast of their words, in light and in dark", async ({
  sample: {
    person: { page },
    map,
  },
}) => {
  await page.goto(map);
  await saved(page);
  await page.locator("[data-opens=filter]").click();
  const filter = page.getByRole("dialog");
  await filter.getByText("Fade", { exact: true }).click();
  await filter.getByText("Owner", { exact: true }).click();
  await filter.getByText("Without an owner").click();
  await filter.getByRole("button", { name: "Done" }).click();
  await expect(filter).toBeHidden();
  const heads = gridOf(page).getByRole("columnheader");
  await expect
    .poll(() => heads.evaluateAll(pale), { message: "pale columns" })
    .toBeGreaterThan(0);
  expect(await violationsInBoth(page)).toEqual([]);
});

/** The colours in which these are drawn; "none" for a face that is cut out of a disc in ink. Runs in the page. */
function strokesOf(paths: Element[]): string[] {
  const { color: ink } = getComputedStyle(document.body);
  return paths.map((one) => {
    const { stroke } = getComputedStyle(one);
    const disc = one.parentElement?.previousElementSibling;
    const isOnInk = disc && getComputedStyle(disc).fill === ink;
    return isOnInk && stroke !== ink ? "none" : stroke;
  });
}

/** How many of these are pale. Runs in the page. */
function pale(elements: Element[]): number {
  return elements.filter(
    (element) => getComputedStyle(element).filter !== "none",
  ).length;
}

test("[N10] the list of a box stays with it, and what was typed stays, while the panel scrolls", async ({
  sample: {
    person: { page },
    touchpoint,
  },
}) => {
  await page.goto(touchpoint);
  await saved(page);
  const box = panelOf(page).getByRole("combobox").first();
  await box.fill("mail");
  const list = page.getByRole("listbox");
  await expect(list).toBeVisible();
  const distance = async () => {
    const [at, listed] = [await box.boundingBox(), await list.boundingBox()];
    return Math.round(listed!.y - at!.y);
  };
  const before = await distance();
  const moved = await box.evaluate((element) => {
    let scroller = element.parentElement!;
    while (getComputedStyle(scroller).overflowY !== "auto")
      scroller = scroller.parentElement!;
    scroller.scrollTop += 40;
    return scroller.scrollTop;
  });
  expect(moved).toBe(40);
  await expect.poll(distance).toBe(before);
  await expect(box).toHaveValue("mail");
  await expect(list.getByRole("option", { name: /^E-mail/ })).toBeVisible();
});

/** Whether anything dark was drawn. Runs in the page. */
function hasInk(element: Element): boolean {
  const canvas = element as HTMLCanvasElement;
  const { width, height } = canvas;
  const pixels = canvas
    .getContext("2d")!
    .getImageData(0, 0, width, height).data;
  return pixels.some(
    (value, at) => at % 4 === 0 && value < 64 && pixels[at + 3]! > 200,
  );
}

test("[N10] at 320 pixels, and at 400 %, the map is an outline that is not read sideways, and the focus is seen", async ({
  sample: {
    person: { page },
    map,
  },
}) => {
  // A window of 1280 by 1024 at four times its size.
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(map);
  await saved(page);
  await expect(page.getByTestId("map-outline")).toBeVisible();
  await expect(gridOf(page)).toBeHidden();
  expect(await tooWide(page)).toBe(0);
  expect(await readSideways(page)).toEqual([]);
  expect(await hiddenFocus(page, 25)).toEqual([]);
});

test("[N10] who asks for less motion gets none", async ({
  sample: {
    person: { page, workspace },
    touchpoint,
  },
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(touchpoint);
  await saved(page);
  await expect(panelOf(page)).toBeVisible();
  expect(await movements(page), "the panel").toEqual([]);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await movements(page), "the palette").toEqual([]);
  await page.goto(`/w/${workspace}/journeys`);
  await page.getByRole("button", { name: "New journey" }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await movements(page), "the gallery").toEqual([]);
});

test("[N10] with forced colours the focus, the curve and what is chosen are seen", async ({
  sample: {
    person: { page },
    map,
  },
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(map);
  await saved(page);
  const grid = gridOf(page);
  await grid.getByRole("columnheader").nth(1).click();
  await page.keyboard.press("ArrowDown");
  const cell = grid.locator(":focus");
  await expect(cell).toHaveCSS("outline-style", "solid");
  expect(
    await cell.evaluate((element) =>
      Number.parseFloat(getComputedStyle(element).outlineWidth),
    ),
  ).toBeGreaterThanOrEqual(2);

  await page.goto(`${map}?view=line`);
  await saved(page);
  const curve = page.getByRole("group", { name: "Emotion curve" });
  await expect(curve).toBeVisible();
  // The colours of the person, not ours: ink on paper.
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  const strokes = await curve.locator("path:visible").evaluateAll(strokesOf);
  expect(strokes).toContain(ink);
  expect(strokes.filter((one) => ![ink, "none"].includes(one))).toEqual([]);
  const looks = await Promise.all(
    ["Faces", "Dots"].map((name) =>
      page
        .getByRole("radio", { name })
        .evaluate((button) => getComputedStyle(button).backgroundColor),
    ),
  );
  expect(looks[0]).not.toBe(looks[1]);
  // A plate that the browser lays behind the words would have the colour of the words.
  const chosen = page.getByRole("radio", { name: "Faces", checked: true });
  const plain = page.getByRole("radio", { name: "Dots", checked: false });
  const paper = await share(plain, page, PAPER);
  expect(paper).toBeGreaterThan(0.5);
  expect(await share(chosen, page, PAPER)).toBeLessThan(0.25);
});

const PAPER = [255, 255, 255] as const;

/** How much of what is seen of an element has this colour. */
async function share(
  element: Locator,
  page: Page,
  colour: readonly [number, number, number],
): Promise<number> {
  const picture = (await element.screenshot()).toString("base64");
  return page.evaluate(
    async ([base64, wanted]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const count = data.length / 4;
      let same = 0;
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((part, index) => data[at + index] === part)) same += 1;
      return same / count;
    },
    [picture, colour] as const,
  );
}
