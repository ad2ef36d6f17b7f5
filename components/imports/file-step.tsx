"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DropZone, FileTrigger, Text } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";

interface FileStepProps {
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

const KINDS = [".csv", ".tsv", ".txt", ".json", ".xlsx", ".xes", ".gz"];

/** Where a file is dropped or chosen, or a table is pasted. */
export function FileStep({ isBusy, onFile }: FileStepProps) {
  const t = useTranslations("imports.file");
  const [isPasting, setPasting] = useState(false);
  return (
    <section className="flex flex-col gap-3">
      <DropZone
        getDropOperation={() => (isBusy ? "cancel" : "copy")}
        onDrop={(event) => {
          const dropped = event.items.find(({ kind }) => kind === "file");
          if (dropped?.kind === "file") void dropped.getFile().then(onFile);
        }}
        className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong px-5 py-8 text-center data-drop-target:border-accent data-drop-target:bg-accent-tint data-focus-visible:outline-2 data-focus-visible:outline-focus"
      >
        <FileUp aria-hidden="true" className="size-7 stroke-[1.5] text-ink-3" />
        <Text slot="label" className="max-w-xl text-pretty text-ink-2">
          {t("drop")}
        </Text>
        <div className="flex flex-wrap justify-center gap-2">
          <FileTrigger
            acceptedFileTypes={KINDS}
            onSelect={(files) => {
              const file = files?.[0];
              if (file) onFile(file);
            }}
          >
            <Button variant="primary" isDisabled={isBusy}>
              {t("choose")}
            </Button>
          </FileTrigger>
          <Button
            variant="quiet"
            isDisabled={isBusy}
            aria-expanded={isPasting}
            onPress={() => setPasting(!isPasting)}
          >
            {t("paste")}
          </Button>
        </div>
        <p className="max-w-xl text-xs text-pretty hyphens-auto text-ink-3">
          {t("kinds")}
        </p>
      </DropZone>
      {isPasting ? <Paste {...{ isBusy, onFile }} /> : null}
      <p className="text-xs text-pretty hyphens-auto text-ink-3">{t("kept")}</p>
    </section>
  );
}

/** A table copied from somewhere is a file that has no name yet. */
function Paste({ isBusy, onFile }: FileStepProps) {
  const t = useTranslations("imports.file");
  const [text, setText] = useState("");
  const read = () =>
    onFile(new File([text], t("pasted"), { type: "text/plain" }));
  return (
    <div className="flex flex-col items-start gap-2">
      <TextArea
        label={t("pasteLabel")}
        description={t("pasteHint")}
        value={text}
        onChange={setText}
        rows={6}
        autoFocus
        className="w-full"
      />
      <Button isDisabled={isBusy || text.trim() === ""} onPress={read}>
        {t("read")}
      </Button>
    </div>
  );
}
