"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { ImportItem } from "@/lib/api/imports";
import type { ImportPlace } from "./types";
import { UndoDialog } from "./undo-dialog";

interface ImportDoneProps {
  readonly place: ImportPlace;
  readonly done: ImportItem;
  readonly onUndone: () => void;
}

/** What an import brought, where to see it, and the way back. */
export function ImportDone({ place, done, onUndone }: ImportDoneProps) {
  const t = useTranslations("imports");
  const [isAsking, ask] = useState(false);
  const { slug, journeyId } = place;
  const { pieces, touchpoints } = done.result;
  const banner = useRef<HTMLDivElement>(null);
  // What had the focus has gone with the import; whoever is somewhere else by now stays there.
  useEffect(() => {
    if (document.activeElement === document.body) banner.current?.focus();
  }, []);
  return (
    <div ref={banner} tabIndex={-1} className="outline-none">
      <Banner
        tone="success"
        title={t("done.title", { pieces, touchpoints })}
        className="flex-wrap"
      >
        <p className="mb-3">{t("done.text")}</p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink
            href={`/w/${encodeURIComponent(slug)}/journeys/${journeyId}`}
            size="sm"
          >
            {t("done.show")}
          </ButtonLink>
          <Button size="sm" onPress={() => ask(true)}>
            {t("undo.action")}
          </Button>
        </div>
        {isAsking ? (
          <UndoDialog
            place={place}
            run={done}
            onClose={() => ask(false)}
            onUndone={onUndone}
          />
        ) : null}
      </Banner>
    </div>
  );
}
