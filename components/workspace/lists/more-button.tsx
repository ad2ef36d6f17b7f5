"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

interface MoreButtonProps extends Pick<ButtonProps, "size" | "variant"> {
  readonly list: {
    readonly hasMore: boolean;
    readonly isLoading: boolean;
    readonly more: () => Promise<boolean>;
  };
  /** What it shows more of, spoken. */
  readonly label: string;
  /** How many rows stand above it, so that it can say how many came. */
  readonly shown: number;
}

/** Reads the next page of a list; not there where there is none. Says how many came, and never loses the focus. */
export function MoreButton(props: MoreButtonProps) {
  const { list, label, shown, ...looks } = props;
  const t = useTranslations("common");
  const [came, setCame] = useState(0);
  const said = useRef<HTMLParagraphElement>(null);
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current === null || shown === before.current) return;
    setCame(shown - before.current);
    before.current = null;
    // The button that had the focus is gone with the last page.
    if (!list.hasMore && document.activeElement === document.body)
      said.current?.focus();
  }, [shown, list.hasMore]);
  const read = async () => {
    before.current = shown;
    setCame(0);
    if (await list.more()) return;
    before.current = null;
    showToast({ text: t("noConnection"), tone: "danger" });
  };
  return (
    <>
      {list.hasMore ? (
        <Button
          {...looks}
          className="self-center"
          isPending={list.isLoading}
          onPress={() => void read()}
        >
          {label}
        </Button>
      ) : null}
      <p ref={said} role="status" tabIndex={-1} className="sr-only">
        {came > 0 ? t("moreShown", { count: came }) : null}
      </p>
    </>
  );
}
