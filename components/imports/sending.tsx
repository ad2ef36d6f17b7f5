"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { OnItsWay } from "./use-import";
import { WorkProgress } from "./work-progress";

interface SendingProps {
  readonly way: OnItsWay;
  readonly onStop: () => void;
}

/** How far the request is: on its way, and then with the server, which reads the file. */
export function Sending({ way, onStop }: SendingProps) {
  const t = useTranslations("imports.sending");
  const common = useTranslations("common");
  const { share, work } = way;
  const label = t(share < 1 ? "leaving" : "reading");
  return (
    <div className="sticky bottom-20 flex items-center gap-4 rounded-lg border border-line bg-raised px-4 py-3 shadow-modal md:bottom-4">
      {work ? (
        <WorkProgress isLook work={work} />
      ) : (
        <div className="min-w-0 flex-1">
          <Progress label={label} value={share < 1 ? share : null} />
          <p role="status" className="sr-only">
            {label}
          </p>
        </div>
      )}
      <Button size="sm" onPress={onStop}>
        {common("cancel")}
      </Button>
    </div>
  );
}
