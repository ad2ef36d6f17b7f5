"use client";

import { Weight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { BadgeReason } from "./badge-reason";
import type { LargeMap } from "./map-size";

const mebibyte = 1024 * 1024;
const inMegabytes = (bytes: number) => Math.round((bytes / mebibyte) * 10) / 10;

/** How much of what it may take a large map takes, on asking. */
export function SizeButton({ bytes, mostBytes }: LargeMap) {
  const t = useTranslations("room.large");
  const size = inMegabytes(bytes);
  const most = inMegabytes(mostBytes);
  const name = t("name");
  const reason = t("reason", { size, most });
  return (
    <BadgeReason {...{ name, reason }}>
      <AriaButton
        aria-label={`${name}. ${reason}`}
        data-testid="map-size"
        className="inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md px-2 text-xs whitespace-nowrap text-warning hover:bg-hover data-pressed:bg-pressed pointer-coarse:h-11 pointer-coarse:min-w-11 [&_svg]:size-3.5"
      >
        <Weight aria-hidden="true" />
        <span className="max-lg:sr-only">{name}</span>
      </AriaButton>
    </BadgeReason>
  );
}
