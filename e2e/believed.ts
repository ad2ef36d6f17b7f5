import type { Page } from "@playwright/test";

/** A touchpoint as the list tells of it. */
interface Listed {
  readonly id: string;
  readonly title: string;
  readonly journey: { readonly id: string };
  readonly emotions: readonly {
    readonly value: number | null;
    readonly evidence: object | null;
  }[];
}

/** The first touchpoint of a workspace at which the team believes somebody happy, and nothing stands behind it. */
export async function believedHappy(
  page: Page,
  workspace: string,
): Promise<Listed> {
  const answer = await page.request.get(
    `/api/v1/workspaces/${workspace}/touchpoints?emotion=1`,
  );
  const { touchpoints } = (await answer.json()) as { touchpoints: Listed[] };
  const found = touchpoints.find(({ emotions: [first] }) =>
    first ? first.value === 1 && first.evidence === null : false,
  );
  if (!found) throw new Error("no touchpoint is believed to be a happy one");
  return found;
}
