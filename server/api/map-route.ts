import * as z from "zod";
import { id } from "@/lib/api/fields";
import { ifSeq } from "@/lib/api/map-bodies";
import { changed, removed } from "@/lib/api/map-entities";
import type { Verb } from "@/server/commands/map-verb";
import { refused } from "@/server/errors";
import { changeOf, refusalReply } from "./map-answers";
import { seqInQuery } from "./own-write";
import { route, type Reply, type Route } from "./route";

export const map = "/workspaces/{slug}/journeys/{journeyId}" as const;
export const journeyParams = z.object({ journeyId: id });

interface MapRoute {
  readonly verb: Verb;
  readonly method: "post" | "put" | "patch" | "delete";
  /** Below the journey. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** What is answered; null for a deletion. */
  readonly entity: z.ZodType | null;
  readonly example?: unknown;
}

function asked({ verb, method }: MapRoute): {
  query?: z.ZodObject;
  body?: z.ZodType;
} {
  if (method === "delete")
    return { query: z.strictObject({ ...verb.body, ifSeq: seqInQuery }) };
  const hasFields = Object.keys(verb.body).length > 0;
  if (verb.isNew) return hasFields ? { body: z.strictObject(verb.body) } : {};
  // Wide, or the compiler looks for the fields of shapes that it cannot know.
  const body: z.ZodType = z.strictObject({
    ...verb.body,
    ifSeq: ifSeq.optional(),
  });
  const mayBeAbsent = method !== "patch" && body.safeParse({}).success;
  return { body: mayBeAbsent ? body.optional() : body };
}

/** A route that makes one kind of change of a map. */
export function mapRoute(spec: MapRoute): Route {
  const { verb, entity, example } = spec;
  const done = verb.isNew || verb.op.endsWith(".add") ? 201 : 200;
  const shape = entity ? changed(entity) : removed;
  return route({
    method: spec.method,
    path: `${map}${spec.path}`,
    who: "workspace",
    action: "journey:edit",
    summary: spec.summary,
    params: journeyParams.extend(verb.ids),
    ...asked(spec),
    example,
    isKeyed: true,
    answers: { [done]: shape },
    handle: async (ask): Promise<Reply> => {
      const { journeyId, ...ids } = ask.params as { journeyId: string };
      const given: unknown = ask.query ?? ask.body ?? {};
      const { ifSeq: seen, ...fields } = given as { ifSeq?: number };
      const change = { verb, args: { ...ids, ...fields }, ifSeq: seen };
      const result = await changeOf(ask, { journeyId, changes: [change] });
      if (!result.ok) return refusalReply(ask, result);
      const { seq } = result;
      if (!entity) return { status: done, body: { seq } };
      // Made by the first of two equal requests, and deleted since.
      if (result.entity === null) return refused("gone");
      const thing = result.results[0]?.id || journeyId;
      return { status: done, body: { id: thing, entity: result.entity, seq } };
    },
  });
}
