import type { ReactNode } from "react";
import { cx } from "./cx";

interface BadgeProps {
  tone?: "neutral" | "accent" | "success" | "warning" | "danger";
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

const tones = {
  neutral: "bg-sunken text-ink-2 border-line",
  accent: "bg-accent-tint text-accent border-transparent",
  success: "bg-success-tint text-success border-transparent",
  warning: "bg-warning-tint text-warning border-transparent",
  danger: "bg-danger-tint text-danger border-transparent",
};

/** A word about the state of something; the colour only repeats what the word says. */
export function Badge({
  tone = "neutral",
  icon,
  className,
  children,
}: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0",
        tones[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
