import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

interface BannerProps {
  tone?: "info" | "success" | "warning" | "danger";
  title?: string;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}

const tones = {
  info: { look: "bg-accent-tint text-accent", Icon: Info },
  success: { look: "bg-success-tint text-success", Icon: CircleCheck },
  warning: { look: "bg-warning-tint text-warning", Icon: TriangleAlert },
  danger: { look: "bg-danger-tint text-danger", Icon: CircleAlert },
};

/** A sentence that belongs to the whole page or form. Danger is spoken at once, the rest politely. */
export function Banner({
  tone = "info",
  title,
  action,
  className,
  children,
}: BannerProps) {
  const { look, Icon } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={cx(
        "flex items-start gap-3 rounded-md px-3 py-2.5 text-sm",
        look,
        className,
      )}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        <div className="text-ink">{children}</div>
      </div>
      {action}
    </div>
  );
}
