"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { api } from "@/components/workspace/api-client";
import { LocalTime } from "@/components/workspace/local-time";
import type { ImportWork } from "@/lib/api/import-works";
import { ImportProblem } from "./import-problem";
import { WorkProgress } from "./work-progress";

interface WorkListProps {
  readonly path: string;
  readonly works: readonly ImportWork[];
  readonly mayImport: boolean;
  /** The one that this page has begun takes the focus from the button that began it. */
  readonly ownId: string | null;
  readonly onChange: (work: ImportWork) => void;
}

/** What is being imported, and what did not come to its end, until somebody puts it away. */
export function WorkList({ works, ...rest }: WorkListProps) {
  const t = useTranslations("imports.work");
  const shown = works.filter(({ state }) => state !== "done");
  if (shown.length === 0) return null;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      <h2 className="text-md">{t("title")}</h2>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
        {shown.map((work) => (
          <li key={work.id} className="px-4 py-3">
            <Work work={work} {...rest} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WorkProps extends Omit<WorkListProps, "works"> {
  readonly work: ImportWork;
}

function Work({ work, path, mayImport, ownId, onChange }: WorkProps) {
  const t = useTranslations("imports.work");
  const { id, fileName: name, state, by, at } = work;
  const isRunning = state === "running";
  const heading = useRef<HTMLHeadingElement>(null);
  const isOwn = id === ownId;
  useEffect(() => {
    if (isOwn) heading.current?.focus();
  }, [isOwn]);
  const time = () => <LocalTime at={at} />;
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      <div className="flex min-w-60 flex-1 flex-col gap-2">
        <div>
          <h3
            ref={heading}
            tabIndex={-1}
            className="flex flex-wrap items-center gap-2 text-base font-medium wrap-anywhere outline-none"
          >
            {name}
            {isRunning ? null : (
              <Badge tone="warning">
                {t(state === "failed" ? "failed" : "stopped")}
              </Badge>
            )}
          </h3>
          <p className="text-xs text-ink-3">
            {t.rich(by ? "begunBy" : "begun", { name: by?.name ?? "", time })}
          </p>
        </div>
        {isRunning ? <WorkProgress work={work} /> : <Ended work={work} />}
      </div>
      {mayImport ? (
        <CancelButton {...{ id, name, path, onChange, isRunning }} />
      ) : null}
    </div>
  );
}

function Ended({ work }: { readonly work: ImportWork }) {
  const t = useTranslations("imports.work");
  const { problem } = work;
  if (!problem) return <p className="text-sm text-ink-2">{t("stoppedText")}</p>;
  const { code, errors: fields } = problem;
  return (
    <ImportProblem problem={{ code, fields, status: 422, requestId: null }} />
  );
}

interface CancelButtonProps {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly isRunning: boolean;
  readonly onChange: (work: ImportWork) => void;
}

/** Ends an import that goes on, or takes one that has ended out of sight. */
function CancelButton(props: CancelButtonProps) {
  const { id, name, path, isRunning, onChange } = props;
  const t = useTranslations("imports.work");
  const [isPending, setPending] = useState(false);
  const cancel = async () => {
    setPending(true);
    const url = `${path}/${id}/cancel`;
    const answer = await api<ImportWork>(url, { method: "POST" });
    setPending(false);
    if (answer.ok) onChange(answer.data);
  };
  return (
    <Button
      size="sm"
      isPending={isPending}
      aria-label={t(isRunning ? "cancelOf" : "putAwayOf", { name })}
      onPress={() => void cancel()}
    >
      {t(isRunning ? "cancel" : "putAway")}
    </Button>
  );
}
