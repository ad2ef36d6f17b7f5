import * as z from "zod";
import { id } from "@/lib/api/fields";
import {
  newPersonalLink,
  personalLinkInfo,
  personalLinkState,
} from "@/lib/api/person";
import { mailPersonalLink } from "@/server/commands/mail-personal-link";
import { makePersonalLink } from "@/server/commands/make-personal-link";
import { revokePersonalLink } from "@/server/commands/revoke-personal-link";
import { refused } from "@/server/errors";
import { findPersonalLink } from "@/server/queries/personal-link";
import { findStakeholder } from "@/server/queries/stakeholders";
import { route, type Route } from "./route";

const one =
  "/workspaces/{slug}/stakeholders/{stakeholderId}/personal-link" as const;
const params = z.object({ stakeholderId: id });

/** Personal links: the way in of stakeholders without an account. */
export const personalLinkRoutes: readonly Route[] = [
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "person-link:read",
    summary: "Read the personal link of a stakeholder",
    params,
    answers: { 200: personalLinkState },
    handle: async ({ workspace, params: { stakeholderId } }) => {
      const filter = { workspaceId: workspace.id, stakeholderId };
      const known = await findStakeholder({ ...filter, withEmail: false });
      if (!known) return refused("not_found");
      const body = await findPersonalLink({ ...filter, madeId: null });
      return { status: 200, body };
    },
  }),
  route({
    method: "post",
    path: one,
    who: "workspace",
    action: "person-link:change",
    summary:
      "Make a personal link; one that was there ends. Its address is told here, and only where no mail goes out",
    params,
    body: newPersonalLink,
    answers: { 201: personalLinkInfo },
    handle: async ({ workspace, caller, params: { stakeholderId }, body }) => {
      const made = await makePersonalLink(caller, { stakeholderId, ...body });
      if (!made.ok) return made;
      const filter = { workspaceId: workspace.id, stakeholderId };
      const { linkId: madeId } = made;
      const { link } = await findPersonalLink({ ...filter, madeId });
      return link ? { status: 201, body: link } : refused("not_found");
    },
  }),
  route({
    method: "post",
    path: `${one}/mail`,
    who: "workspace",
    action: "person-link:change",
    summary: "Mail the personal link to its stakeholder",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { stakeholderId } }) => {
      const result = await mailPersonalLink(caller, stakeholderId);
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "person-link:change",
    summary: "Revoke the personal link of a stakeholder",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { stakeholderId } }) => {
      const result = await revokePersonalLink(caller, stakeholderId);
      return result.ok ? { status: 204 } : result;
    },
  }),
];
