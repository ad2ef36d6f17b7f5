"use client";

import { Check, Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "./copy-text";
import { downloadText } from "./download-text";
import type { Recovered } from "./recovery";
import { RecoveryList } from "./recovery-list";
import { plainTextOf } from "./recovery-text";
import { useRoom } from "./room-context";

/** What is kept, and the ways to take it along. */
export function RecoveryView({
  list,
}: {
  readonly list: readonly Recovered[];
}) {
  const shown = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={shown}>
        <RecoveryList list={list} />
      </div>
      <TakeAlong shown={shown} />
    </>
  );
}

function TakeAlong({
  shown,
}: {
  readonly shown: RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslations("room.recovery");
  const { source } = useRoom();
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = () => (shown.current ? plainTextOf(shown.current) : "");
  const handleCopy = async () => setCopied(await copyText(text()));
  const handleDownload = () => {
    const { title } = source.get().meta;
    downloadText([t("fileName"), title].filter(Boolean).join("-"), text());
  };
  return (
    <div className="sticky -bottom-5 -mx-5 mt-5 -mb-5 flex flex-wrap items-center gap-2 border-t border-line bg-raised px-5 py-3">
      <Button onPress={() => void handleCopy()}>
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {t(copied ? "copied" : "copy")}
      </Button>
      <Button onPress={handleDownload}>
        <Download aria-hidden="true" />
        {t("download")}
      </Button>
      <span role="status" className="min-w-0 flex-1 text-sm text-ink-2">
        {copied === null ? null : copied ? (
          <span className="sr-only">{t("copied")}</span>
        ) : (
          t("copyFailed")
        )}
      </span>
    </div>
  );
}
