import * as z from "zod";
import { id } from "@/lib/api/fields";
import { seatOffer, seatWish } from "@/lib/api/seats";
import { CLOSE } from "@/lib/protocol/close-codes";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import type { Identity } from "@/server/auth/identity";
import { refused } from "@/server/errors";
import type { SeatCaller } from "@/server/sync/http-seats";
import { syncCore } from "@/server/sync/sync-core";
import { readBytes } from "./read-body";
import { route, type Reply, type Route } from "./route";

const seats = "/workspaces/{slug}/journeys/{journeyId}/seats" as const;
const seatParams = z.object({ journeyId: id, seatId: id });
const octets = "application/octet-stream";
const number = z.coerce.number().int().min(0);

/** Several frames, of which one may be as large as a socket takes. */
const mostBytes = PROTOCOL_LIMITS.frameBytes;

const callerOf = (identity: Identity, workspaceId: string): SeatCaller => ({
  workspaceId,
  userId: identity.userId,
  sessionId: identity.kind === "user" ? identity.sessionId : null,
  tokenId: identity.kind === "token" ? identity.tokenId : null,
});

interface Delivery {
  readonly at: { readonly id: string; readonly journeyId: string };
  readonly caller: SeatCaller;
  readonly first: number;
}

async function deliver(request: Request, delivery: Delivery): Promise<Reply> {
  const { at, caller, first } = delivery;
  const { httpSeats } = syncCore();
  if (!httpSeats.has(at, caller)) return refused("not_found");
  if (request.headers.get("content-type") !== octets)
    return refused("wrong_type");
  const bytes = await readBytes(request, mostBytes);
  if (!bytes) return refused("too_large");
  const taken = await httpSeats.give(at, caller, { first, bytes });
  if (taken === null) return refused("not_found");
  if (taken === "malformed") return refused("bad_request");
  return taken === "later" ? refused("conflict") : { status: 204 };
}

/** Seats in live maps for those whose network lets no WebSocket through: the same frames, fetched and sent. */
export const seatRoutes: readonly Route[] = [
  route({
    method: "post",
    path: seats,
    who: "workspace",
    action: "room:receive",
    summary: "Take a seat in a live map where no WebSocket gets through",
    params: z.object({ journeyId: id }),
    body: seatWish,
    example: { epoch: null, userId: null },
    answers: { 200: seatOffer, 201: seatOffer },
    handle: async ({
      params: { journeyId },
      body,
      request,
      info,
      workspace,
    }) => {
      const offer = await syncCore().httpSeats.take(
        { journeyId, ...body },
        { headers: request.headers, ip: info.ip, journeyId },
        workspace.id,
      );
      if ("code" in offer && offer.code === CLOSE.notFound)
        return refused("not_found");
      return "id" in offer
        ? { status: 201, body: { id: offer.id, end: null } }
        : { status: 200, body: { id: null, end: offer } };
    },
  }),
  route({
    method: "get",
    path: `${seats}/{seatId}/frames`,
    who: "workspace",
    action: "room:receive",
    summary:
      "Fetch what came for a seat; waits up to 12 s for something to come",
    params: seatParams,
    query: z.strictObject({
      after: number,
      wait: z.enum(["yes", "no"]).default("yes"),
    }),
    answers: { 200: null },
    handle: async ({ params, query, identity, workspace, request }) => {
      const answer = await syncCore().httpSeats.read(
        { id: params.seatId, journeyId: params.journeyId },
        callerOf(identity, workspace.id),
        {
          after: query.after,
          isPatient: query.wait === "yes",
          signal: request.signal,
        },
      );
      if (!answer) return refused("not_found");
      return new Response(answer.slice(), {
        headers: { "content-type": octets },
      });
    },
  }),
  route({
    method: "post",
    path: `${seats}/{seatId}/frames`,
    who: "workspace",
    action: "room:receive",
    summary:
      "Send frames from a seat; what its role does not allow is not taken",
    params: seatParams,
    query: z.strictObject({ first: number }),
    streamed: { mediaTypes: [octets] },
    answers: { 204: null },
    handle: ({ params, query, identity, workspace, request }) =>
      deliver(request, {
        at: { id: params.seatId, journeyId: params.journeyId },
        caller: callerOf(identity, workspace.id),
        first: query.first,
      }),
  }),
  route({
    method: "delete",
    path: `${seats}/{seatId}`,
    who: "workspace",
    action: "room:receive",
    summary: "Give a seat back",
    params: seatParams,
    answers: { 204: null },
    handle: ({ params, identity, workspace }) =>
      syncCore().httpSeats.leave(
        { id: params.seatId, journeyId: params.journeyId },
        callerOf(identity, workspace.id),
      )
        ? { status: 204 }
        : refused("not_found"),
  }),
];
