import { refused, type Outcome } from "@/server/errors";

/** The key under which a request may be sent twice and is done once; null where there is none. */
export function idempotencyKey(
  request: Request,
): Outcome<{ idemKey: string | null }, "invalid"> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return { ok: true, idemKey: null };
  return /^[\x21-\x7e]{1,128}$/.test(key)
    ? { ok: true, idemKey: key }
    : refused("invalid");
}
