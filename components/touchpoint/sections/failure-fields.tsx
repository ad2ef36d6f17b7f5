"use client";

import { CornerUpLeft, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFailing } from "@/components/map/failure/use-failing";
import { usePartsList, useJourneyMap } from "@/components/room/use-journey-map";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import {
  failureBehind,
  isBreakOff,
  recoveriesOf,
} from "@/lib/journey/failure-kinds";
import type { TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap, Touchpoint } from "@/lib/journey/journey-map";
import type { OpenableRecord } from "../follow-ups";
import { findTouchpoint } from "../use-touchpoint";
import type { SectionPartProps } from "./section-props";

interface FailureProps extends Pick<
  SectionPartProps,
  "touchpoint" | "canWrite"
> {
  readonly onOpenRecord: (record: OpenableRecord) => void;
}

/** Whether the journey breaks off here, and what follows up on that. */
export function FailureFields(props: FailureProps) {
  const { touchpoint, canWrite } = props;
  const t = useTranslations("failure.panel");
  const isOn = useJourneyMap(({ meta }) => isBreakOff(meta, touchpoint.id));
  const { mark } = useFailing();
  return (
    <>
      <Switch
        isSelected={isOn}
        isDisabled={!canWrite}
        onChange={(next) => mark(touchpoint, next)}
      >
        {t("breaksOff")}
      </Switch>
      <Recoveries {...props} />
    </>
  );
}

const PARTS = ["stages", "tray", "links"] as const;

/** The live touchpoints that follow up on the failure of this one, in the order of their links. */

const recoveriesIn = (
  map: Pick<JourneyMap, (typeof PARTS)[number]>,
  id: TouchpointId,
): Touchpoint[] =>
  recoveriesOf(map.links, id).flatMap(
    (to) => findTouchpoint(map, to as TouchpointId) ?? [],
  );

function Recoveries({ touchpoint, canWrite, onOpenRecord }: FailureProps) {
  const t = useTranslations("failure");
  const { recover } = useFailing();
  const made = usePartsList(PARTS, (map) => recoveriesIn(map, touchpoint.id));
  if (made.length === 0 && !canWrite) return null;
  const add = () => {
    const id = recover(touchpoint);
    if (id) onOpenRecord({ kind: "touchpoint", id });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <h4 className="text-sm font-medium">{t("panel.recoveries")}</h4>
      {made.length > 0 ? (
        <ul className="-mx-2 flex flex-col">
          {made.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => onOpenRecord({ kind: "touchpoint", id })}
                className="flex min-h-8 w-full items-start gap-2 rounded-sm px-2 py-1.5 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
              >
                <Reply
                  aria-hidden="true"
                  className="mt-0.5 size-4 shrink-0 text-ink-3"
                />
                <span className="line-clamp-2 min-w-0 wrap-anywhere">
                  {title || t("untitled")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {canWrite ? (
        <Button size="sm" className="self-start" onPress={add}>
          <Reply aria-hidden="true" />
          {t("menu.recover")}
        </Button>
      ) : null}
    </div>
  );
}

/** The way back from a follow-up to the touchpoint on whose failure it follows; nothing at any other one. */
export function FailureBehind({
  touchpointId,
  onOpenRecord,
}: Pick<FailureProps, "onOpenRecord"> & {
  readonly touchpointId: TouchpointId;
}) {
  const t = useTranslations("failure");
  const failed = useJourneyMap((map) => {
    const from = failureBehind(map.links, touchpointId);
    return from === null ? null : findTouchpoint(map, from as TouchpointId);
  });
  if (!failed) return null;
  const { id, title } = failed;
  return (
    <button
      type="button"
      onClick={() => onOpenRecord({ kind: "touchpoint", id })}
      className="mx-4 mb-2 flex min-h-7 items-start gap-1.5 rounded-sm text-left text-sm text-ink-2 hover:text-accent hover:underline pointer-coarse:min-h-11"
    >
      <CornerUpLeft aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="line-clamp-2 min-w-0 wrap-anywhere">
        {t("panel.behind", { title: title || t("untitled") })}
      </span>
    </button>
  );
}
