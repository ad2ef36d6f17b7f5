import { api } from "./api-client";

/** Ends this session on the server, then leaves with a full load so that nothing stays in memory. */
export async function signOutTo(path: string): Promise<void> {
  await api("/me/session", { method: "DELETE" });
  window.location.assign(path);
}
