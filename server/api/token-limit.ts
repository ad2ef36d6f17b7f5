import type { Identity } from "@/server/auth/identity";
import { spend } from "@/server/limits/spend";
import type { Reply } from "./route";

/** Refuses a program that calls too often; people are limited by what they do, not by how much they look. */
export async function tokenLimit(
  identity: Identity | null,
): Promise<Exclude<Reply, Response> | null> {
  if (identity?.kind !== "token") return null;
  const spent = await spend("apiToken", identity.tokenId);
  return spent.ok ? null : spent;
}
