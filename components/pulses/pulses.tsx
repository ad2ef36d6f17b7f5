"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useEvidenceGroups } from "@/components/map/emotion/evidence";
import { useRoom } from "@/components/room/room-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { PulseInfo, PulseList } from "@/lib/api/pulses";
import { PulseForm } from "./pulse-form";
import { PulseItem } from "./pulse-item";
import { usePulses } from "./use-pulses";

interface PulsesProps {
  /** Only those that ask about it; null: all of the journey. */
  readonly touchpointId: string | null;
}

/** The pulses of a journey or of one touchpoint: what came of them, and a way to make another. */
export function Pulses({ touchpointId }: PulsesProps) {
  const t = useTranslations("pulses");
  const common = useTranslations("common");
  const { workspaceSlug, journeyId } = useRoom();
  const base = `/workspaces/${encodeURIComponent(workspaceSlug)}`;
  // An answer changes the evidence of the map, which tells this page.
  const edition = useEvidenceGroups();
  const path = `${base}/journeys/${journeyId}/pulses`;
  const { list, isFailed, read } = usePulses(path, edition);
  return (
    <div className="flex flex-col gap-3">
      {isFailed ? (
        <Banner tone="danger">
          <p>{t("failed")}</p>
          <Button size="sm" className="mt-2" onPress={() => void read()}>
            {common("retry")}
          </Button>
        </Banner>
      ) : null}
      {list ? (
        <PulseLists
          {...{ base, path, list, touchpointId }}
          onChanged={() => void read()}
        />
      ) : isFailed ? null : (
        <Spinner className="text-ink-3" />
      )}
    </div>
  );
}

interface PulseListsProps extends PulsesProps {
  readonly base: string;
  readonly path: string;
  readonly list: PulseList;
  readonly onChanged: () => void;
}

function PulseLists(props: PulseListsProps) {
  const { base, path, list, touchpointId, onChanged } = props;
  const t = useTranslations("pulses");
  const { mayEdit } = useRoom();
  const [isMaking, setMaking] = useState(false);
  const shown = list.pulses.filter(
    ({ results }) =>
      touchpointId === null ||
      results.some((result) => result.touchpointId === touchpointId),
  );
  const live = shown.filter(({ state }) => state !== "revoked");
  const ended = shown.filter(({ state }) => state === "revoked");
  const items = (pulses: readonly PulseInfo[]) => (
    <ul className="flex flex-col gap-2.5">
      {pulses.map((pulse) => (
        <PulseItem
          key={pulse.id}
          {...{ pulse, touchpointId, onChanged }}
          path={`${base}/pulses/${pulse.id}`}
          // Where nothing is shared any more, those who see its address still may end it.
          mayChange={mayEdit && (list.allowed || pulse.url !== null)}
        />
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col gap-3">
      {live.length > 0 ? (
        items(live)
      ) : (
        <p className="text-sm text-ink-2 hyphens-auto">{t("none")}</p>
      )}
      {ended.length > 0 ? (
        <details>
          <summary className="rounded-xs text-sm text-ink-2">
            {t("ended", { count: ended.length })}
          </summary>
          <div className="mt-2">{items(ended)}</div>
        </details>
      ) : null}
      {mayEdit && !list.allowed ? (
        <Banner tone="warning">{t("off")}</Banner>
      ) : null}
      {mayEdit && list.allowed && !isMaking ? (
        <Button
          size="sm"
          className="self-start"
          onPress={() => setMaking(true)}
        >
          <MessageCircleQuestion aria-hidden="true" />
          {t("make")}
        </Button>
      ) : null}
      {isMaking ? (
        <PulseForm
          {...{ path, touchpointId }}
          onCancel={() => setMaking(false)}
          onMade={() => {
            setMaking(false);
            onChanged();
          }}
        />
      ) : null}
    </div>
  );
}
