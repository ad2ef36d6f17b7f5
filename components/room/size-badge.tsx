"use client";

import { Weight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { Tooltip } from "@/components/ui/tooltip";
import { useRoomState } from "./use-room-state";

const mebibyte = 1024 * 1024;
const inMegabytes = (bytes: number) => Math.round((bytes / mebibyte) * 10) / 10;

/** Says that the map has grown large, before it is full, and nothing otherwise. */
export function SizeBadge() {
  const t = useTranslations("room.large");
  const large = useRoomState((state) => state.large);
  const size = inMegabytes(large?.bytes ?? 0);
  const most = inMegabytes(large?.mostBytes ?? 0);
  const reason = t("reason", { size, most });
  return (
    <>
      {large ? (
        <Tooltip text={reason}>
          <AriaButton
            aria-label={`${t("name")}. ${reason}`}
            data-testid="map-size"
            className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 text-xs whitespace-nowrap text-warning [&_svg]:size-3.5"
          >
            <Weight aria-hidden="true" />
            <span className="max-lg:sr-only">{t("name")}</span>
          </AriaButton>
        </Tooltip>
      ) : null}
      <span role="status" className="sr-only">
        {large ? t("name") : null}
      </span>
    </>
  );
}
