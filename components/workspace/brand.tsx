import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";

/** The mark: a way with three waymarks, rising. */
function BrandMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cx("size-6 shrink-0", className)}
    >
      <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--accent)" />
      <path
        d="M5 15.5c2.6 0 2.6-7 5.2-7s2.5 5 5 5 2.2-5 3.8-5"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <circle cx="10.2" cy="8.5" r="1.9" fill="var(--accent-ink)" />
      <circle cx="15.2" cy="13.5" r="1.9" fill="var(--accent-ink)" />
    </svg>
  );
}

/** Mark and name together. */
export function Brand({ className }: { className?: string }) {
  const t = useTranslations("common");
  return (
    <span
      className={cx(
        "inline-flex items-center gap-2 text-md font-semibold",
        className,
      )}
    >
      <BrandMark />
      {t("productName")}
    </span>
  );
}
