import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { gridOf, saved } from "./map";

// The map is opened five times.
test.setTimeout(150_000);

const cards = (page: Page) => gridOf(page).locator("[data-card]");
const textbox = (page: Page) =>
  page.getByRole("textbox", { name: "Text of the card" });

const scripts = /\/_next\/static\/.*\.js/;

/** Holds back every script that the page asks for, until the function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => undefined as void;
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(scripts, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test("[A6] words that are typed while the page has no script yet outlive a reload, are saved beside a colleague's, and the caret stays", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  const answer = await page.request.get(
    `/api/v1/workspaces/${workspace}/journeys`,
  );
  const { journeys } = (await answer.json()) as { journeys: { id: string }[] };
  const url = `/w/${workspace}/journeys/${journeys[0]?.id}`;
  const colleague = await page.context().newPage();
  await colleague.goto(url);
  await saved(colleague);
  const before = await cards(colleague).nth(0).innerText();

  page.on("dialog", (dialog) => void dialog.accept());
  await page.route(scripts, (route) => route.abort());
  await page.goto(url, { waitUntil: "commit" });
  await cards(page).nth(0).dblclick();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" – early");
  await expect(textbox(page)).toHaveValue(`${before} – early`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not saved yet")).toBeVisible();

  await cards(colleague).nth(0).dblclick();
  await textbox(colleague).press("ControlOrMeta+Home");
  await colleague.keyboard.type("Late: ");
  await colleague.keyboard.press("Enter");
  await saved(colleague);

  await page.unroute(scripts);
  const letGo = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await cards(page).nth(1).click();
  await page.keyboard.type("Others");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const early = page.locator("waymark-early textarea:focus");
  await expect(early).toHaveValue("Others");

  letGo();
  const field = gridOf(page).locator("textarea[data-editor]");
  await expect(field).toBeFocused({ timeout: 60_000 });
  await page.keyboard.type("-");
  await expect(field).toHaveValue("Othe-rs");
  await page.keyboard.press("Enter");
  await saved(page);
  await expect(page.locator("waymark-early")).toHaveCount(0);
  await expect(cards(colleague).nth(0)).toHaveText(`Late: ${before} – early`);
  await expect(cards(colleague).nth(1)).toHaveText("Othe-rs");
});
