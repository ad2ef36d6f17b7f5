import * as z from "zod";
import {
  channelFields,
  channelList,
  channelListItem,
} from "@/lib/api/channels";
import { id } from "@/lib/api/fields";
import { changeChannel } from "@/server/commands/change-channel";
import { createChannel } from "@/server/commands/create-channel";
import { listChannels } from "@/server/queries/channels";
import { route, type Route } from "./route";

const all = "/workspaces/{slug}/channels" as const;

/** Channels: the media of touchpoints, built in and the team's own. */
export const channelRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "catalogue:read",
    summary: "List the channels with their use, archived ones last",
    answers: { 200: channelList },
    handle: async ({ workspace }) => {
      const channels = await listChannels({ workspaceId: workspace.id });
      return { status: 200, body: { channels } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Make a channel of the team's own",
    body: channelFields,
    answers: { 201: channelListItem },
    handle: async ({ caller, body }) => {
      const result = await createChannel(caller, body);
      return result.ok ? { status: 201, body: result.channel } : result;
    },
  }),
  route({
    method: "patch",
    path: `${all}/{channelId}`,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Change, move, archive or bring back a channel",
    params: z.object({ channelId: id }),
    body: channelFields
      .partial()
      .extend({ archived: z.boolean(), before: id.nullable() })
      .partial(),
    answers: { 200: channelListItem },
    handle: async ({ caller, params: { channelId }, body }) => {
      const { archived, before, ...fields } = body;
      const change = { channelId, fields, archived, before };
      const result = await changeChannel(caller, change);
      return result.ok ? { status: 200, body: result.channel } : result;
    },
  }),
];
