import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Touchpoint } from "@/lib/journey/journey-map";
import { Openable } from "./openable";

interface MessageFaceProps {
  readonly touchpoint: Touchpoint;
  /** Stands in place of the ideal message while it is written. */
  readonly editor?: ReactNode;
  /** Whether a click on the message of today, or on how both compare, changes them. */
  readonly isOpenable: boolean;
}

/** The ideal message, under it the one of today, and how they compare. */
export function MessageFace({
  touchpoint,
  editor,
  isOpenable,
}: MessageFaceProps) {
  const t = useTranslations("lanes");
  const { message, actualMessage, messageStatus } = touchpoint;
  const hasIdeal = message !== "" || editor !== undefined;
  return (
    <>
      {editor ??
        (message ? (
          <p className="hyphens-auto whitespace-pre-wrap">{message}</p>
        ) : null)}
      {actualMessage ? (
        <div
          data-act={isOpenable ? "facts" : undefined}
          className={cx(
            "border-l-2 border-line-strong pl-2 text-ink-2",
            hasIdeal && "mt-1.5",
          )}
        >
          <p className="text-2xs text-ink-3">{t("message.actual")}</p>
          <p className="hyphens-auto whitespace-pre-wrap">{actualMessage}</p>
        </div>
      ) : null}
      {messageStatus ? (
        <StatusFace status={messageStatus} isOpenable={isOpenable} />
      ) : null}
      {isOpenable && !messageStatus ? (
        <button
          type="button"
          tabIndex={-1}
          data-act="facts"
          className="absolute right-1 bottom-1 rounded-sm border border-line-strong bg-raised px-1.5 py-0.5 text-2xs text-ink-2 opacity-0 pointer-coarse:pointer-events-none transition-opacity group-hover/field:opacity-100 pointer-coarse:group-data-[mark=active]/field:pointer-events-auto group-data-[mark=active]/field:opacity-100 hover:text-ink"
        >
          {t(actualMessage ? "message.compare" : "message.addActual")}
        </button>
      ) : null}
    </>
  );
}

/** How the message that is really sent stands to the ideal one. */
export function StatusFace({
  status,
  isOpenable,
}: {
  readonly status: NonNullable<Touchpoint["messageStatus"]>;
  readonly isOpenable: boolean;
}) {
  const t = useTranslations("map");
  return (
    <Openable isOpenable={isOpenable} className="mt-1 gap-1 text-xs text-ink-2">
      <span
        aria-hidden="true"
        className={cx(
          "size-1.5 rounded-full border border-current",
          status === "matches" && "bg-success text-success",
          status === "differs" && "bg-warning text-warning",
        )}
      />
      {t(`messageStatus.${status}`)}
    </Openable>
  );
}
