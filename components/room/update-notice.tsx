"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useRoomState } from "./use-room-state";

interface UpdateNoticeProps {
  /** Where the focus goes when it was put away. */
  readonly onGone: () => void;
  readonly reload?: () => void;
}

const reloadPage = () => window.location.reload();

/**
 * Says that the server was updated since this page was opened. Never lazily loaded: after an update there is no part
 * of the old page left to load.
 */
export function UpdateNotice({
  onGone,
  reload = reloadPage,
}: UpdateNoticeProps) {
  const t = useTranslations("room.update");
  const newer = useRoomState((state) => state.newerBuild);
  // Where there is nothing to tell it changes with every key, for nobody.
  const isAtRisk = useRoomState(
    (state) => state.newerBuild !== null && state.isAtRisk,
  );
  const [away, putAway] = useState<string | null>(null);
  const [isWaiting, wait] = useState(false);
  const isShown = newer !== null && newer !== away;
  const isReady = isShown && isWaiting && !isAtRisk;
  useEffect(() => {
    if (isReady) reload();
  }, [isReady, reload]);
  const words = isWaiting && isAtRisk ? t("waiting") : t("text");
  return (
    <>
      <div role="status" className="sr-only">
        {isShown ? words : null}
      </div>
      {isShown ? (
        <div
          data-testid="update"
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-tint px-3 py-1.5 text-sm"
        >
          <RefreshCw
            aria-hidden="true"
            className="size-4 shrink-0 text-accent"
          />
          <p aria-hidden="true" className="min-w-48 flex-1">
            {words}
          </p>
          <span className="flex gap-2">
            <Button
              size="sm"
              variant="quiet"
              onPress={() => {
                wait(false);
                putAway(newer);
                onGone();
              }}
            >
              {t("later")}
            </Button>
            <Button
              size="sm"
              variant="primary"
              isPending={isWaiting}
              onPress={() => wait(true)}
            >
              {t("reload")}
            </Button>
          </span>
        </div>
      ) : null}
    </>
  );
}
