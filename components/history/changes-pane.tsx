"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import type { VersionItem } from "@/lib/api/versions";
import { ChangeList } from "./change-list";
import { ComparisonContext } from "./comparison";
import type { Against, Compared } from "./use-comparison";
import { usePlaceName } from "./place-name";

interface ChangesPaneProps {
  readonly version: VersionItem;
  readonly compared: Compared;
  readonly against: Against;
  readonly onAgainst: (against: Against) => void;
  readonly touchpointId: string | null;
  readonly onAll: () => void;
}

/** What is different, in words, and compared with what. */
export function ChangesPane(props: ChangesPaneProps) {
  const { version, compared, against, onAgainst } = props;
  const t = useTranslations("history");
  const { comparison, changes, problem } = compared;
  const isFirst = against === "before" && version.beforeSeq === null;
  return (
    <>
      <div className="border-b border-line p-3">
        <Select
          size="sm"
          label={t("compare.label")}
          value={against}
          onChange={onAgainst}
          options={[
            { id: "before", label: t("compare.before") },
            { id: "now", label: t("compare.now") },
          ]}
        />
      </div>
      {problem ? (
        <div className="p-3">
          <ProblemBanner problem={problem} />
        </div>
      ) : isFirst ? (
        <p className="p-4 text-sm text-ink-2">{t("isFirst")}</p>
      ) : comparison === null ? (
        <p className="flex items-center gap-2 p-4 text-sm text-ink-2">
          <Spinner />
          {t("loading")}
        </p>
      ) : (
        <ComparisonContext value={comparison}>
          <Filter {...props} />
          <p role="status" className="px-4 pt-3 pb-2 text-xs text-ink-2">
            {t("changes", { count: changes.length })}
          </p>
          <ChangeList changes={changes} />
        </ComparisonContext>
      )}
    </>
  );
}

function Filter({
  touchpointId,
  onAll,
}: Pick<ChangesPaneProps, "touchpointId" | "onAll">) {
  const t = useTranslations("history");
  const { placeName } = usePlaceName();
  if (touchpointId === null) return null;
  return (
    <p className="flex items-center gap-2 border-b border-line bg-accent-tint py-1 pr-1 pl-4 text-sm">
      <span className="min-w-0 flex-1 truncate">
        {t("only", { what: placeName(`touchpoint:${touchpointId}`) })}
      </span>
      <IconButton label={t("all")} onPress={onAll}>
        <X aria-hidden="true" />
      </IconButton>
    </p>
  );
}
