import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { Brand } from "./brand";

interface MessagePageProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A page that only says something, and offers the next step. */
export function MessagePage({ title, action, children }: MessagePageProps) {
  return (
    <main className="mx-auto flex min-h-[80dvh] w-full max-w-md flex-col items-center justify-center gap-4 px-5 py-16 text-center">
      <Link href="/" className="mb-4 rounded-sm">
        <Brand />
      </Link>
      <h1 className="text-xl hyphens-auto">{title}</h1>
      <div className="text-ink-2 hyphens-auto">{children}</div>
      {action ? (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>
      ) : null}
    </main>
  );
}
