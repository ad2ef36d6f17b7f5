import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChannelId, TouchpointId } from "../journey/ids";
import { channelTracks } from "./channel-tracks";

const names = ["web", "mail", "phone", "chat", "shop"] as const;
const journey = fc.array(
  fc.array(fc.uniqueArray(fc.constantFrom(...names), { maxLength: 5 }), {
    maxLength: 5,
  }),
  { maxLength: 5 },
);

function stagesOf(plan: readonly (readonly (readonly string[])[])[]) {
  return plan.map((touchpoints, stage) => ({
    touchpoints: touchpoints.map((channels, index) => ({
      id: `${stage}.${index}` as TouchpointId,
      channels: channels.map((name) => name as ChannelId),
    })),
  }));
}

describe("the bands of channels", () => {
  it("[R49] show each channel of each touchpoint once, each on a track of its own", () => {
    fc.assert(
      fc.property(journey, (plan) => {
        const stages = stagesOf(plan);
        const slots = channelTracks(stages);
        for (const { id, channels } of stages.flatMap((s) => s.touchpoints)) {
          const here = slots.get(id) ?? [];
          expect(here.map(({ channelId }) => channelId).sort()).toEqual(
            [...channels].sort(),
          );
          expect(new Set(here.map(({ track }) => track)).size).toBe(
            channels.length,
          );
        }
      }),
    );
  });

  it("[R49] keep the track of a channel that runs on, also into the next stage", () => {
    fc.assert(
      fc.property(journey, (plan) => {
        const stages = stagesOf(plan);
        const slots = channelTracks(stages);
        const ids = stages.flatMap((s) => s.touchpoints).map(({ id }) => id);
        ids.forEach((id, index) => {
          for (const slot of slots.get(id) ?? []) {
            const next = slots
              .get(ids[index + 1]!)
              ?.find(({ channelId }) => channelId === slot.channelId);
            expect(slot.to).toBe(next !== undefined);
            if (!next) continue;
            expect(next.from).toBe(true);
            expect(next.track).toBe(slot.track);
          }
        });
      }),
    );
  });

  it("[R49] give a channel that comes back its old track where it is free", () => {
    const slots = channelTracks(
      stagesOf([[["web", "mail"], ["web"], ["mail", "phone"]]]),
    );
    const at = (id: string) =>
      slots.get(id as TouchpointId)?.map(({ channelId }) => channelId);
    expect(at("0.2")).toEqual(["phone", "mail"]);
  });
});
