import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

interface SectionCardProps {
  title: string;
  text?: ReactNode;
  isDanger?: boolean;
  children: ReactNode;
}

/** One matter of a settings page: what it is on the left, the controls beside it. */
export function SectionCard({
  title,
  text,
  isDanger,
  children,
}: SectionCardProps) {
  return (
    <section
      className={cx(
        "grid gap-x-10 gap-y-4 border-t border-line py-7 first:border-0 first:pt-0 xl:grid-cols-[16rem_minmax(0,1fr)]",
      )}
    >
      <div>
        <h2 className={cx("text-base hyphens-auto", isDanger && "text-danger")}>
          {title}
        </h2>
        {text ? (
          <p className="mt-1 text-sm text-ink-2 hyphens-auto">{text}</p>
        ) : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
