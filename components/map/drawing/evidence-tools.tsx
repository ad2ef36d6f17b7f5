import { ImagePlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";

const tool =
  "flex size-6 items-center justify-center rounded-sm bg-raised text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:size-11";

/** What fills a cell of evidence: a file, or what somebody knows. The same stands in its menu and on Enter. */
export function EvidenceTools() {
  const t = useTranslations("lanes");
  return (
    <span className="absolute right-1 bottom-0.5 flex opacity-0 pointer-coarse:pointer-events-none transition-opacity group-hover/field:opacity-100 pointer-coarse:group-data-[mark=active]/field:pointer-events-auto group-data-[mark=active]/field:opacity-100">
      <button
        type="button"
        tabIndex={-1}
        data-act="attach"
        aria-label={t("attach")}
        title={t("attach")}
        className={tool}
      >
        <ImagePlus aria-hidden="true" className="size-3.5" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        data-act="open-field"
        aria-label={t("evidence.add")}
        title={t("evidence.add")}
        className={tool}
      >
        <Plus aria-hidden="true" className="size-3.5" />
      </button>
    </span>
  );
}
