import type { Principal } from "@/test/app";

/** Makes a row of a workspace, which is expected to go well. */
export async function make(who: Principal, path: string, body: object) {
  const response = await who.send("POST", path, body);
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as { id: string; version: number };
}

interface Change {
  readonly body: object;
  readonly version: string;
}

/** Changes a row of which the writer knows one version. */
export const change = (
  who: Principal,
  path: string,
  { body, version }: Change,
) =>
  who.fetch(path, {
    method: "PATCH",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", "if-match": version },
  });
