"use client";

import { useTranslations } from "next-intl";
import { lazyPart } from "@/components/ui/lazy-part";
import { useRoomState } from "./use-room-state";

const SizeButton = lazyPart(
  async () => (await import("./size-button")).SizeButton,
  { takesKeys: false },
);

/** Says that the map has grown large, before it is full, and nothing otherwise. */
export function SizeBadge() {
  const t = useTranslations("room.large");
  const large = useRoomState((state) => state.large);
  return (
    <>
      {large ? <SizeButton {...large} /> : null}
      <span role="status" className="sr-only">
        {large ? t("name") : null}
      </span>
    </>
  );
}
