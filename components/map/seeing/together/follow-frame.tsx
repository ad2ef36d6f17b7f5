"use client";

import { Eye, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components";
import type { PresenceUser } from "@/lib/protocol/presence";
import { useFollow } from "./use-follow";

/** Around all that is seen while another leads: whose view it is, and the way out. */
export function FollowFrame({ person }: { readonly person: PresenceUser }) {
  const t = useTranslations("seeing.follow");
  const { toggle } = useFollow();
  const { name, colour } = person;
  return (
    <div data-colour={colour} className="print:hidden">
      <div
        aria-hidden="true"
        className="pointer-events-none fixed inset-0 z-35 border-3 border-(--tone)"
      />
      <div
        data-region="following"
        className="fixed top-1.5 left-1/2 max-sm:top-auto max-sm:bottom-3 z-36 flex max-w-[calc(100vw-1rem)] -translate-x-1/2 items-center gap-2 rounded-full border border-(--tone) bg-(--tint) py-0.5 pr-0.5 pl-3 text-sm font-medium text-(--tone) shadow-float"
      >
        <Eye aria-hidden="true" className="size-4 shrink-0" />
        <span className="truncate pointer-coarse:hidden">
          {t("now", { name })}
        </span>
        <span className="hidden truncate pointer-coarse:block">
          {t("nowTouch", { name })}
        </span>
        <Button
          aria-label={t("stop", { name })}
          onPress={() => toggle(person)}
          className="flex size-7 shrink-0 items-center justify-center rounded-full hover:bg-hover pointer-coarse:size-11"
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
    </div>
  );
}
