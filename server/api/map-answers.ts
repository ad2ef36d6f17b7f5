import type { InsideActor } from "@/lib/access/actors";
import type { Caller } from "@/server/audit";
import {
  changeMap,
  type MapRequest,
  type MapResult,
} from "@/server/commands/map-change";
import { idempotencyKey } from "./idempotency-key";
import { problem } from "./problem";
import type { Reply, RequestInfo } from "./route";

interface Asked {
  readonly caller: Caller<InsideActor>;
  readonly info: RequestInfo;
  readonly request: Request;
}

/** Makes the changes that a request asks for, under the key that it may carry. */
export async function changeOf(
  { caller, request }: Asked,
  wanted: Omit<MapRequest, "idemKey">,
): Promise<MapResult> {
  const key = idempotencyKey(request);
  if (!key.ok) return key;
  return changeMap(caller, { ...wanted, idemKey: key.idemKey });
}

/** A refusal; the one that comes too late says which change is the newest. */
export function refusalReply(
  { info }: Asked,
  refusal: Extract<MapResult, { ok: false }>,
  isList = false,
): Reply {
  const { reason, index, seq } = refusal;
  if (seq !== undefined)
    return problem({
      code: reason,
      requestId: info.requestId,
      current: { seq },
    });
  const errors = [{ path: `operations.${index}`, code: reason }];
  return {
    ok: false,
    reason,
    ...(isList && index !== undefined && { errors }),
  };
}
