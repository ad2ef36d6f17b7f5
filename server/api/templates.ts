import * as z from "zod";
import { id } from "@/lib/api/fields";
import {
  gallery,
  galleryTemplate,
  hiddenChange,
  newTemplate,
  templateChange,
  templateList,
} from "@/lib/api/templates";
import { hideTemplate } from "@/server/commands/hide-template";
import {
  archiveTemplate,
  changeTemplate,
  saveTemplate,
} from "@/server/commands/save-template";
import { refused } from "@/server/errors";
import {
  findTemplate,
  listGallery,
  listTemplates,
} from "@/server/queries/templates";
import { route, type Reply, type Route } from "./route";

const all = "/workspaces/{slug}/templates" as const;
const one = `${all}/{templateId}` as const;
const params = z.object({ templateId: id });
const query = z.strictObject({ locale: z.string().max(35).default("en") });

async function templateReply(
  status: 200 | 201,
  ids: { workspaceId: string; templateId: string },
): Promise<Reply> {
  const body = await findTemplate(ids);
  return body ? { status, body } : refused("not_found");
}

/** Templates: what a journey can be started from. */
export const templateRoutes: Route[] = [
  route({
    method: "get",
    path: "/templates",
    who: "anyone",
    action: null,
    summary: "List the templates",
    query,
    answers: { 200: templateList },
    handle: ({ query: { locale } }) => ({
      status: 200,
      body: { templates: listTemplates(locale) },
    }),
  }),
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "catalogue:read",
    summary: "List the workspace's own templates and the built-in ones",
    query,
    answers: { 200: gallery },
    handle: async ({ workspace, query: { locale } }) => {
      const filter = { workspaceId: workspace.id, locale };
      return { status: 200, body: { templates: await listGallery(filter) } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Keep a journey as a template, without its people and feelings",
    body: newTemplate,
    answers: { 201: galleryTemplate },
    handle: async ({ workspace, caller, body }) => {
      const saved = await saveTemplate(caller, body);
      if (!saved.ok) return saved;
      const { templateId } = saved;
      return templateReply(201, { workspaceId: workspace.id, templateId });
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Rename or describe a template",
    params,
    body: templateChange,
    answers: { 200: galleryTemplate },
    handle: async ({ workspace, caller, params: { templateId }, body }) => {
      const changed = await changeTemplate(caller, templateId, body);
      if (!changed.ok) return changed;
      return templateReply(200, { workspaceId: workspace.id, templateId });
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Take a template out of the gallery",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { templateId } }) => {
      const change = { templateId, archived: true };
      const result = await archiveTemplate(caller, change);
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "post",
    path: `${one}/restore`,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Bring a template back into the gallery",
    params,
    answers: { 200: galleryTemplate },
    handle: async ({ workspace, caller, params: { templateId } }) => {
      const change = { templateId, archived: false };
      const result = await archiveTemplate(caller, change);
      if (!result.ok) return result;
      return templateReply(200, { workspaceId: workspace.id, templateId });
    },
  }),
  route({
    method: "put",
    path: "/workspaces/{slug}/hidden-templates",
    who: "workspace",
    action: "workspace:change",
    summary: "Hide a built-in template from this workspace, or show it again",
    body: hiddenChange,
    answers: { 204: null },
    handle: async ({ caller, body }) => {
      const result = await hideTemplate(caller, body);
      return result.ok ? { status: 204 } : result;
    },
  }),
];
