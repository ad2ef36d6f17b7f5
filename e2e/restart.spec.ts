import { expect, test } from "./fixtures";

test("a person stays signed in over a crash of the server", async ({
  server,
  signUp,
}) => {
  const { page, workspace, email } = await signUp();
  await page.goto(`/w/${workspace}/journeys`);
  await expect(page).toHaveURL(new RegExp(`/w/${workspace}/journeys$`));

  await server.kill();
  await expect(page.request.get("/api/health/ready")).rejects.toThrow();
  await server.restart();

  await page.reload();
  await expect(page).toHaveURL(new RegExp(`/w/${workspace}/journeys$`));
  const me = await page.request.get("/api/v1/me");
  expect(await me.json()).toMatchObject({ email });
});

test("a second browser of a person signs in on its own", async ({ signUp }) => {
  const { anotherBrowser, workspace } = await signUp();
  const page = await anotherBrowser();
  await page.goto("/");
  await expect(page).toHaveURL(new RegExp(`/w/${workspace}`));
});
