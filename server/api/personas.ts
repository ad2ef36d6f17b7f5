import * as z from "zod";
import { id } from "@/lib/api/fields";
import { personaDetail, personaFields, personaList } from "@/lib/api/personas";
import { archivePersona } from "@/server/commands/archive-persona";
import { changePersona } from "@/server/commands/change-persona";
import { createPersona } from "@/server/commands/create-persona";
import { findPersona, listPersonas } from "@/server/queries/personas";
import { seenVersion, versionConflict, versioned } from "./if-match";
import { archivedQuery } from "./list-query";
import { route, type Route } from "./route";

const params = z.object({ personaId: id });
const one = "/workspaces/{slug}/personas/{personaId}" as const;
const all = "/workspaces/{slug}/personas" as const;

/** Personas: whom journeys are about. */
export const personaRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "catalogue:read",
    summary: "List the personas",
    query: archivedQuery,
    answers: { 200: personaList },
    handle: async ({ workspace, query }) => {
      const filter = { workspaceId: workspace.id, archived: query.archived };
      return { status: 200, body: { personas: await listPersonas(filter) } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Make a persona",
    body: personaFields.partial().required({ name: true }),
    answers: { 201: personaDetail },
    handle: async ({ caller, body }) => {
      const result = await createPersona(caller, body);
      if (!result.ok) return result;
      return versioned(result.persona, 201);
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "catalogue:read",
    summary: "Read a persona",
    params,
    answers: { 200: personaDetail },
    handle: async ({ workspace, params: { personaId } }) => {
      const persona = await findPersona({
        workspaceId: workspace.id,
        personaId,
      });
      return versioned(persona);
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Change a persona; If-Match names the version that was seen",
    params,
    body: personaFields.partial(),
    answers: { 200: personaDetail },
    handle: async ({ caller, params: { personaId }, body, request, info }) => {
      const seen = seenVersion(request);
      if (!seen.ok) return seen;
      const { version } = seen;
      const change = { personaId, version, fields: body };
      const result = await changePersona(caller, change);
      if (result.ok) return versioned(result.persona);
      return result.reason === "version_conflict"
        ? versionConflict(info, result.current)
        : result;
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Archive a persona",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { personaId } }) => {
      const result = await archivePersona(caller, {
        personaId,
        archived: true,
      });
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "post",
    path: `${one}/restore`,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Bring an archived persona back",
    params,
    answers: { 200: personaDetail },
    handle: async ({ workspace, caller, params: { personaId } }) => {
      const result = await archivePersona(caller, {
        personaId,
        archived: false,
      });
      if (!result.ok) return result;
      const workspaceId = workspace.id;
      const persona = await findPersona({ workspaceId, personaId });
      return versioned(persona);
    },
  }),
];
