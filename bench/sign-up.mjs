// Somebody with a workspace of their own, for what measures the product through a browser.

/**
 * @param {import("@playwright/test").BrowserContext} context - signed in afterwards.
 * @param {string} email
 * @returns {Promise<{ slug: string, sample: string }>} their workspace and the id of its sample map.
 */
export async function signUp(context, email) {
  const data = {
    email,
    name: "Ada Lovelace",
    password: "kettle orbit lamp 42",
    locale: "en",
  };
  const answer = await context.request.post("/api/v1/account", { data });
  const { slug } = await answer.json();
  const list = await context.request.get(`/api/v1/workspaces/${slug}/journeys`);
  const { journeys } = await list.json();
  return { slug, sample: journeys[0].id };
}
