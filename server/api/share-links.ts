import * as z from "zod";
import { can, mayEver } from "@/lib/access/can";
import { id } from "@/lib/api/fields";
import {
  newShareLink,
  shareLinkInfo,
  shareLinkList,
} from "@/lib/api/share-links";
import { createShareLink } from "@/server/commands/create-share-link";
import { revokeShareLinks } from "@/server/commands/revoke-share-links";
import { refused } from "@/server/errors";
import { journeySummary } from "@/server/queries/journeys";
import { findShareLink, listShareLinks } from "@/server/queries/share-links";
import { route, type Route } from "./route";

const params = z.object({ journeyId: id });
const all = "/workspaces/{slug}/journeys/{journeyId}/share-links" as const;

/** Share links: read-only addresses of one journey. */
export const shareLinkRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "link:read",
    summary: "List the share links of a journey",
    params,
    answers: { 200: shareLinkList },
    handle: async ({ workspace, actor, params: { journeyId }, info }) => {
      const { id: workspaceId, allowPublicLinks } = workspace;
      if (!can(actor, "link:read", workspace))
        return refused(
          mayEver(actor, "link:read") ? "public_links_off" : "forbidden",
        );
      const journey = await journeySummary({ workspaceId, journeyId });
      if (!journey || journey.deletedAt) return refused("not_found");
      const { origin } = info.site;
      const shareLinks = await listShareLinks({
        workspaceId,
        journeyId,
        origin,
      });
      return { status: 200, body: { shareLinks, allowed: allowPublicLinks } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "link:create",
    summary: "Make a share link",
    params,
    body: newShareLink,
    answers: { 201: shareLinkInfo },
    handle: async ({
      workspace,
      caller,
      params: { journeyId },
      body,
      info,
    }) => {
      const { id: workspaceId, allowPublicLinks } = workspace;
      const { expiresAt, ...rest } = body;
      const until = expiresAt === null ? null : new Date(expiresAt);
      const request = {
        ...rest,
        journeyId,
        allowPublicLinks,
        expiresAt: until,
      };
      const result = await createShareLink(caller, request);
      if (!result.ok) return result;
      const { linkId } = result;
      const { origin } = info.site;
      const made = await findShareLink({
        workspaceId,
        journeyId,
        linkId,
        origin,
      });
      return made ? { status: 201, body: made } : refused("not_found");
    },
  }),
  route({
    method: "delete",
    path: all,
    who: "workspace",
    action: "link:revoke",
    summary: "Revoke every share link of a journey",
    params,
    answers: { 200: z.object({ revoked: z.number().int() }) },
    handle: async ({ workspace, caller, params: { journeyId } }) => {
      const { allowPublicLinks } = workspace;
      const revocation = { journeyId, allowPublicLinks, linkId: null };
      const result = await revokeShareLinks(caller, revocation);
      return result.ok
        ? { status: 200, body: { revoked: result.count } }
        : result;
    },
  }),
  route({
    method: "delete",
    path: `${all}/{linkId}`,
    who: "workspace",
    action: "link:revoke",
    summary: "Revoke a share link",
    params: params.extend({ linkId: id }),
    answers: { 204: null },
    handle: async ({ workspace, caller, params: { journeyId, linkId } }) => {
      const { allowPublicLinks } = workspace;
      const revocation = { journeyId, allowPublicLinks, linkId };
      const result = await revokeShareLinks(caller, revocation);
      return result.ok ? { status: 204 } : result;
    },
  }),
];
