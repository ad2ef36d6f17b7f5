"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useEvidenceGroups } from "@/components/map/emotion/evidence";
import { useRoom } from "@/components/room/room-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { MoreButton } from "@/components/workspace/lists/more-button";
import type { PagedList } from "@/components/workspace/lists/use-paged-list";
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
  const asked = { path, touchpointId, edition } as const;
  const live = usePulses({ ...asked, standing: "live" });
  const { rows, page, problem, reload } = live;
  return (
    <div className="flex flex-col gap-3">
      {problem ? (
        <Banner tone="danger">
          <p>{t("failed")}</p>
          <Button size="sm" className="mt-2" onPress={() => void reload()}>
            {common("retry")}
          </Button>
        </Banner>
      ) : null}
      {rows && page ? (
        <PulseLists {...{ base, ...asked, live, rows, page }} />
      ) : problem ? null : (
        <Spinner className="text-ink-3" />
      )}
    </div>
  );
}

interface PulseListsProps extends PulsesProps {
  readonly base: string;
  readonly path: string;
  readonly edition: unknown;
  readonly live: PagedList<PulseInfo, PulseList>;
  readonly rows: readonly PulseInfo[];
  readonly page: PulseList;
}

function PulseLists(props: PulseListsProps) {
  const { base, path, touchpointId, edition, live, rows, page } = props;
  const t = useTranslations("pulses");
  const { mayEdit } = useRoom();
  const [isMaking, setMaking] = useState(false);
  const { allowed, revoked } = page;
  const shared = { base, touchpointId, allowed };
  const handleChanged = () => void live.reload();
  return (
    <div className="flex flex-col gap-3">
      {rows.length > 0 ? (
        <Items {...shared} pulses={rows} onChanged={handleChanged} />
      ) : (
        <p className="text-sm text-ink-2 hyphens-auto">{t("none")}</p>
      )}
      <MoreButton
        size="sm"
        variant="quiet"
        list={live}
        shown={rows.length}
        label={t("older")}
      />
      {revoked > 0 ? (
        <Ended {...{ ...shared, path, edition, revoked }} />
      ) : null}
      {mayEdit && !allowed ? <Banner tone="warning">{t("off")}</Banner> : null}
      {mayEdit && allowed && !isMaking ? (
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
            handleChanged();
          }}
        />
      ) : null}
    </div>
  );
}

interface ItemsProps extends PulsesProps {
  readonly base: string;
  readonly allowed: boolean;
  readonly pulses: readonly PulseInfo[];
  readonly onChanged: () => void;
}

function Items({ base, allowed, pulses, touchpointId, onChanged }: ItemsProps) {
  const { mayEdit } = useRoom();
  return (
    <ul className="flex flex-col gap-2.5">
      {pulses.map((pulse) => (
        <PulseItem
          key={pulse.id}
          {...{ pulse, touchpointId, onChanged }}
          path={`${base}/pulses/${pulse.id}`}
          // Where nothing is shared any more, those who see its address still may end it.
          mayChange={mayEdit && (allowed || pulse.url !== null)}
        />
      ))}
    </ul>
  );
}

interface EndedProps extends PulsesProps {
  readonly base: string;
  readonly path: string;
  readonly allowed: boolean;
  readonly edition: unknown;
  readonly revoked: number;
}

/** Those whose link was revoked, read once somebody wants to see them. */
function Ended(props: EndedProps) {
  const t = useTranslations("pulses");
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="rounded-xs text-sm text-ink-2 pointer-coarse:py-3">
        {t("ended", { count: props.revoked })}
      </summary>
      {isOpen ? <EndedList {...props} /> : null}
    </details>
  );
}

function EndedList({ base, allowed, ...asked }: EndedProps) {
  const t = useTranslations("pulses");
  const { path, touchpointId, revoked } = asked;
  // Another count says that one more was revoked.
  const edition = useMemo(
    () => ({ of: asked.edition, revoked }),
    [asked.edition, revoked],
  );
  const standing = "revoked";
  const ended = usePulses({ path, touchpointId, standing, edition });
  const { rows, problem, reload } = ended;
  if (!rows)
    return problem ? (
      <p className="mt-2 text-sm">{t("failed")}</p>
    ) : (
      <Spinner className="mt-2 text-ink-3" />
    );
  return (
    <div className="mt-2 flex flex-col gap-3">
      <Items
        {...{ base, allowed, touchpointId }}
        pulses={rows}
        onChanged={() => void reload()}
      />
      <MoreButton
        size="sm"
        variant="quiet"
        list={ended}
        shown={rows.length}
        label={t("older")}
      />
    </div>
  );
}
