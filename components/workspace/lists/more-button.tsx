"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

interface MoreButtonProps {
  readonly list: {
    readonly hasMore: boolean;
    readonly isLoading: boolean;
    readonly more: () => Promise<boolean>;
  };
  /** What it shows more of, spoken. */
  readonly label: string;
}

/** Reads the next page of a list; not there where there is none. */
export function MoreButton({ list, label }: MoreButtonProps) {
  const t = useTranslations("common");
  if (!list.hasMore) return null;
  return (
    <Button
      className="self-center"
      isPending={list.isLoading}
      onPress={() =>
        void list.more().then((isRead) => {
          if (!isRead) showToast({ text: t("noConnection"), tone: "danger" });
        })
      }
    >
      {label}
    </Button>
  );
}
