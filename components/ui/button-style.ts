import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary:
    "bg-accent text-accent-ink hover:bg-accent-hover data-pressed:bg-accent-hover border border-transparent",
  secondary:
    "bg-surface text-ink border border-line-strong hover:bg-sunken data-pressed:bg-sunken",
  quiet:
    "text-ink-2 hover:bg-hover hover:text-ink data-pressed:bg-pressed border border-transparent",
  danger:
    "bg-danger text-danger-ink hover:bg-danger-hover data-pressed:bg-danger-hover border border-transparent",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5 gap-1.5 text-sm rounded-sm pointer-coarse:h-11 pointer-coarse:min-w-11",
  md: "h-8 px-3 gap-2 text-sm rounded-md pointer-coarse:h-11 pointer-coarse:min-w-11",
  lg: "h-10 px-4 gap-2 text-base rounded-md pointer-coarse:h-11",
};

/** The looks of a button, for buttons and for links that stand where a button would. */
export function buttonStyle(
  variant: ButtonVariant,
  size: ButtonSize,
  className?: string,
): string {
  return cx(
    "inline-flex shrink-0 select-none items-center justify-center font-medium whitespace-nowrap",
    "transition-colors duration-100 data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
    className,
  );
}
