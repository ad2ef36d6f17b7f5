"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useRoom } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import type { CopiedLaneBlock } from "@/lib/formats/copied-cells";
import type { LaneId } from "@/lib/journey/ids";
import { pasteLane, planLane } from "../clipboard/paste-lane";
import type { LanePlan } from "../clipboard/paste-lane";
import { useBringFiles } from "../clipboard/use-bring-files";
import { useCatalogue } from "../drawing/catalogue";
import type { GridStore } from "../grid/grid-store";
import { speak } from "../grid/speak";

interface PasteLaneDialogProps {
  readonly block: CopiedLaneBlock;
  /** The lane below which it would come. */
  readonly after: LaneId | null;
  readonly store: GridStore;
  readonly onClose: () => void;
}

const TOP = "top";

/** Asks where a copied lane goes and says what comes with it. */
export function PasteLaneDialog(props: PasteLaneDialogProps) {
  const { block, after, store, onClose } = props;
  const { lane } = block;
  const t = useTranslations("map");
  const { source } = useRoom();
  const { run } = useCommands();
  const bring = useBringFiles();
  const [isBusy, setIsBusy] = useState(false);
  // Closed while files are on their way, nothing is pasted behind somebody's back.
  const coming = useRef<AbortController | null>(null);
  useEffect(() => () => coming.current?.abort(), []);
  // While they are, the room may begin anew with another document.
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);
  const catalogue = useCatalogue();
  const map = source.get();
  const [below, choose] = useState<string>(
    after ?? map.lanes.at(-1)?.id ?? TOP,
  );
  const name = lane.title || t(`lane.${lane.kind}.name`);
  const paste = async () => {
    const { signal } = (coming.current = new AbortController());
    const brought = bring(block, () => () => undefined, signal);
    if (brought) setIsBusy(true);
    const copied = brought ? (await brought).lane : lane;
    if (signal.aborted || !copied) return;
    const now = source.get();
    const at = now.lanes.findIndex(({ id }) => id === below);
    const before = now.lanes[at + 1]?.id ?? null;
    const made = latest.current((ctx) =>
      pasteLane(ctx, copied, { map: now, before, catalogue }),
    );
    onClose();
    if (!made?.ok) return;
    store.reveal(made.laneId);
    speak(t("pasteLane.done", { name, count: made.cards }));
  };
  return (
    <Dialog
      title={t("pasteLane.title", { name })}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            onPress={() => void paste()}
            isPending={isBusy}
            autoFocus
          >
            {t("pasteLane.paste")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t("pasteLane.below")}
          options={[
            { id: TOP, label: t("pasteLane.top") },
            ...map.lanes.map(({ id, title, kind }) => ({
              id: id as string,
              label: title || t(`lane.${kind}.name`),
            })),
          ]}
          value={below}
          onChange={choose}
        />
        <Consequences plan={planLane(lane, map)} />
        {isBusy ? (
          <p role="status" className="text-sm text-ink-2">
            {t("paste.filesComing")}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

function Consequences({ plan }: { readonly plan: LanePlan }) {
  const t = useTranslations("map");
  const { cards, crowded, homeless, isView } = plan;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-2">
      {isView ? (
        <li>{t("pasteLane.view")}</li>
      ) : (
        <li>{t("paste.cards", { count: cards })}</li>
      )}
      {crowded > 0 ? (
        <li>{t("pasteLane.crowded", { count: crowded })}</li>
      ) : null}
      {homeless > 0 ? (
        <li>{t("pasteLane.homeless", { count: homeless })}</li>
      ) : null}
    </ul>
  );
}
