import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { inviteToWorkspace, make, saved } from "./map";

/** A map of one stage with one pain. */
async function painfulMap(page: Page, workspace: string) {
  const journeys = `/workspaces/${workspace}/journeys`;
  const id = await make(page, journeys, { source: { kind: "blank" } });
  const map = `${journeys}/${id}`;
  const columnId = await make(page, `${map}/stages`, { title: "Buy" });
  const lane = { kind: "pain", title: "Pains" };
  const laneId = await make(page, `${map}/lanes`, lane);
  const text = "Nobody answers";
  const pain = await make(page, `${map}/cards`, { laneId, columnId, text });
  const isListed = async () => {
    const list = await page.request.get(
      `/api/v1/workspaces/${workspace}/pains?journey=${id}`,
    );
    return ((await list.json()) as { pains: object[] }).pains.length;
  };
  await expect.poll(isListed).toBe(1);
  return { id, pain };
}

const column = (page: Page, name: string) =>
  page.getByRole("region", { name: new RegExp(`^${name}`) });

test("[N17] [R05] [R76] [R77] a pain is decided with its reason, becomes a task on the map, and is carried to done on the board while somebody else looks on", async ({
  signUp,
}) => {
  test.setTimeout(180_000);
  const { page, workspace } = await signUp();
  const { id, pain } = await painfulMap(page, workspace);

  await test.step("the pain waits for a decision, and stays as it is only with a reason", async () => {
    await page.goto(`/w/${workspace}/opportunities?view=pains&journey=${id}`);
    const item = page
      .getByRole("listitem")
      .filter({ hasText: "Nobody answers" });
    await item.getByText("Stays as it is").click();
    await expect(item.getByText("Write down why")).toBeVisible();
    await item.getByText("In progress").click();
    await item.getByRole("textbox", { name: "Why?" }).fill("Every second call");
    await item.getByRole("textbox", { name: "Why?" }).blur();
    await page.getByRole("link", { name: "Decisions", exact: true }).click();
    await expect(page.getByText("Nobody answers")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Why?" })).toHaveValue(
      "Every second call",
    );
  });

  await test.step("it becomes a task where it stands on the map", async () => {
    await page.goto(`/w/${workspace}/journeys/${id}?card=${pain}`);
    await saved(page);
    const panel = page.locator("[data-region=panel]");
    await panel.getByRole("button", { name: "Make a task" }).click();
    await expect(
      panel.getByRole("button", { name: "Made of “Nobody answers”" }),
    ).toBeVisible();
    await panel.getByRole("textbox", { name: "Text" }).fill("Staff the line");
    await panel.getByRole("textbox", { name: "Text" }).blur();
    await saved(page);
  });

  const token = await inviteToWorkspace(page, { workspace, role: "editor" });
  const grace = await signUp({ name: "Grace Hopper", invitation: token });
  const board = `/w/${workspace}/tasks?view=board&journey=${id}`;
  const task = (who: Page, status: string) =>
    column(who, status).getByRole("link", { name: "Staff the line" });

  await test.step("both see it on the board, one carries it with the keys and the other sees it arrive", async () => {
    await expect
      .poll(async () => {
        const list = await page.request.get(
          `/api/v1/workspaces/${workspace}/tasks?journey=${id}`,
        );
        return ((await list.json()) as { tasks: { text: string }[] }).tasks.map(
          ({ text }) => text,
        );
      })
      .toEqual(["Staff the line"]);
    await grace.page.goto(board);
    await page.goto(board);
    await expect(task(grace.page, "To do")).toBeVisible();
    const grip = page.getByRole("button", { name: "Move “Staff the line”" });
    await grip.click();
    await expect(grip).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(task(page, "Done")).toBeVisible();
    await expect(task(grace.page, "Done")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("what is done leads back to its place on the map, where it is done too", async () => {
    await task(grace.page, "Done").click();
    await saved(grace.page);
    await expect(
      grace.page
        .locator("[data-region=panel]")
        .getByRole("radio", { name: "Done" }),
    ).toBeChecked();
  });
});
