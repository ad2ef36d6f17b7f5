import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** What to do about it. */
  action?: ReactNode;
  children?: ReactNode;
}

/** What a list says before it has anything: what would be here, and the button that begins it. */
export function EmptyState({ icon, title, action, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-14 text-center">
      {icon ? (
        <div className="mb-1 text-ink-3 [&_svg]:size-7 [&_svg]:stroke-[1.5]">
          {icon}
        </div>
      ) : null}
      <h2 className="text-md">{title}</h2>
      {children ? <div className="max-w-md text-ink-2">{children}</div> : null}
      {action ? (
        <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>
      ) : null}
    </div>
  );
}
