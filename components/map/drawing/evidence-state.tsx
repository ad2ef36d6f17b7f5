import { useTranslations } from "next-intl";
import type { Touchpoint } from "@/lib/journey/journey-map";

/** A feeling that nothing lies beside is what somebody thinks; where nobody said anything, nothing is claimed. */
export function EvidenceState({
  touchpoint,
}: {
  readonly touchpoint: Touchpoint;
}) {
  const t = useTranslations("lanes");
  const count = Object.keys(touchpoint.emotions).length;
  if (count === 0) return null;
  return (
    <p className="flex items-center gap-1.5 text-xs text-ink-3">
      <span
        aria-hidden="true"
        className="size-2 shrink-0 rounded-full border border-dashed border-current"
      />
      {t("evidence.assumed", { count })}
    </p>
  );
}
