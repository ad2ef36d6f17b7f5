import { forgetCopies } from "@/components/room/device-store";
import { api, type Problem } from "./api-client";

const signedOut = 401;

/**
 * Ends this session on the server, erases what this browser keeps of maps, then leaves with a full load so that
 * nothing stays in memory.
 *
 * @returns why it did not work; then nothing was erased.
 */
export async function signOutTo(path: string): Promise<Problem | null> {
  const result = await api("/me/session", { method: "DELETE" });
  if (!result.ok && result.problem.status !== signedOut) return result.problem;
  await forgetCopies(null);
  window.location.assign(path);
  return null;
}
