import type { AttachmentSeed, JourneySeed } from "@/lib/journey/seed";

type Rewrite = (attachment: AttachmentSeed) => AttachmentSeed | null;

interface Holder {
  attachments?: AttachmentSeed[] | undefined;
}

const rewrite = <T extends Holder>(holder: T, by: Rewrite): T => ({
  ...holder,
  attachments: holder.attachments?.flatMap(
    (attachment) => by(attachment) ?? [],
  ),
});

/** A seed with every attachment rewritten, or left out where null comes back. */
export function mapAttachments(seed: JourneySeed, by: Rewrite): JourneySeed {
  return {
    ...seed,
    stages: seed.stages.map((stage) => ({
      ...rewrite(stage, by),
      touchpoints: stage.touchpoints?.map((touchpoint) =>
        rewrite(touchpoint, by),
      ),
    })),
    lanes: seed.lanes.map((lane) => ({
      ...rewrite(lane, by),
      cards:
        lane.cards &&
        Object.fromEntries(
          Object.entries(lane.cards).map(([column, cards]) => [
            column,
            cards.map((card) => rewrite(card, by)),
          ]),
        ),
    })),
  };
}

/** The files that a seed's attachments name. */
export function fileIdsOf(seed: JourneySeed): string[] {
  const found = new Set<string>();
  mapAttachments(seed, (attachment) => {
    if (attachment.fileId) found.add(attachment.fileId);
    return attachment;
  });
  return [...found];
}
