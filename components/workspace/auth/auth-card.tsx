import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { Brand } from "../brand";

interface AuthCardProps {
  title: string;
  text?: ReactNode;
  /** What stands below the card, mostly the way to the other page. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** The one card in the middle of the pages before sign-in. */
export function AuthCard({ title, text, footer, children }: AuthCardProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10">
      <Link href="/" className="mb-6 self-center rounded-sm">
        <Brand />
      </Link>
      <div className="rounded-lg border border-line bg-surface px-6 py-7 sm:px-8">
        <h1 className="text-xl hyphens-auto">{title}</h1>
        {text ? <p className="mt-1.5 text-ink-2">{text}</p> : null}
        {children ? <div className="mt-6">{children}</div> : null}
      </div>
      {footer ? (
        <p className="mt-5 text-center text-sm text-ink-2">{footer}</p>
      ) : null}
    </main>
  );
}
