"use client";

import { CalendarCheck, CalendarClock, CalendarOff } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { useHistoryHref } from "@/components/history/history-href";
import { useReadingMode } from "@/components/room/reading-mode";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useRoomState } from "@/components/room/use-room-state";
import { Button } from "@/components/ui/button";
import { ComboBox } from "@/components/ui/combo-box";
import { Spinner } from "@/components/ui/spinner";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { LocalTime } from "@/components/workspace/local-time";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useAction } from "@/components/workspace/use-action";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { JourneyReviews } from "@/lib/api/reviews";
import { GuideReview } from "./guide-fields";
import { useReviews } from "./use-reviews";

/** Whether this map is still true: who says so since when, who is reminded, and what changed meanwhile. */
export function ReviewTab() {
  const t = useTranslations("guide.reviews");
  const { standing, problem, path, reload } = useReviews();
  if (!standing)
    return problem ? (
      <ProblemBanner problem={problem} />
    ) : (
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <Spinner />
        {t("loading")}
      </p>
    );
  const parts = { standing, path, reload };
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-ink-2">{t("intro")}</p>
      <Standing {...{ standing }} />
      <ReviewForm {...parts} />
      <Rhythm {...parts} />
      <Earlier {...{ standing }} />
    </div>
  );
}

interface PartProps {
  readonly standing: JourneyReviews;
  readonly path: string;
  readonly reload: () => Promise<void>;
}

/** Whether this person may say something about the map at all; what they read does not matter for that. */
function useMayReview(): boolean {
  const { isOffered } = useReadingMode();
  return useRoomState((state) => state.canEdit) && isOffered;
}

function Standing({ standing }: Pick<PartProps, "standing">) {
  const t = useTranslations("guide.reviews");
  const now = useNow();
  const href = useHistoryHref();
  const { dueAt, reviews, isChanged } = standing;
  const isDue = dueAt !== null && new Date(dueAt) <= now;
  const Icon =
    dueAt === null ? CalendarOff : isDue ? CalendarClock : CalendarCheck;
  const [newest] = reviews;
  return (
    <div className="flex items-start gap-3 rounded-lg border border-line bg-sunken px-3.5 py-3">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1 text-sm">
        <p className="font-medium" role="status">
          {dueAt === null
            ? t("unasked")
            : t.rich(isDue ? "dueSince" : "dueOn", {
                when: () => <LocalTime at={dueAt} style="day" />,
              })}
        </p>
        {newest ? (
          <p className="text-ink-2">
            {t.rich(newest.by ? "reviewedBy" : "reviewed", {
              name: newest.by?.name ?? "",
              when: () => <LocalTime at={newest.at} style="day" />,
            })}
          </p>
        ) : (
          <p className="text-ink-2">{t("never")}</p>
        )}
        {newest && isChanged ? (
          <p>
            <Link
              href={`${href}?since=${newest.seq}`}
              className="rounded-xs text-accent underline underline-offset-2"
            >
              {t("since")}
            </Link>
          </p>
        ) : null}
        {newest && !isChanged ? (
          <p className="text-ink-2">{t("unchanged")}</p>
        ) : null}
      </div>
    </div>
  );
}

function ReviewForm({ path, reload }: PartProps) {
  const t = useTranslations("guide.reviews");
  const undoLabel = useTranslations("common")("undo");
  const problemText = useProblemText();
  const { isPending, problem, run } = useAction();
  const [note, setNote] = useState("");
  if (!useMayReview()) return null;
  const takeBack = async (id: string | undefined) => {
    const gone = await api(`${path}/reviews/${id}`, { method: "DELETE" });
    if (!gone.ok)
      showToast({ text: problemText(gone.problem), tone: "danger" });
    await reload();
  };
  const handlePress = async () => {
    const made = await run(() =>
      api<JourneyReviews>(`${path}/reviews`, {
        method: "POST",
        body: { note: note.trim() },
      }),
    );
    if (!made.ok) return;
    setNote("");
    await reload();
    showToast({
      text: t("done"),
      tone: "success",
      action: {
        label: undoLabel,
        run: () => void takeBack(made.data.reviews[0]?.id),
      },
    });
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <TextArea
        label={t("note")}
        placeholder={t("noteExample")}
        rows={2}
        maxLength={2_000}
        value={note}
        onChange={setNote}
        className="w-full"
      />
      <ProblemBanner problem={problem} />
      <Button
        variant="primary"
        isPending={isPending}
        onPress={() => void handlePress()}
      >
        <CalendarCheck aria-hidden="true" />
        {t("act")}
      </Button>
    </div>
  );
}

const CREATOR = "creator";

/** How often, and who is reminded. */
function Rhythm({ standing, path, reload }: PartProps) {
  const t = useTranslations("guide.reviews");
  const { problem, run } = useAction();
  const mayReview = useMayReview();
  const days = useJourneyMap((map) => map.meta.reviewEveryDays);
  const { keeper, members } = standing;
  const name = async (id: string | null) => {
    const keeperId = id === null || id === CREATOR ? null : id;
    await run(() => api(path, { method: "PATCH", body: { keeperId } }));
    await reload();
  };
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-sm font-semibold">{t("rhythm")}</h3>
      <div className="-mr-2 -ml-8">
        <GuideReview />
      </div>
      <ComboBox
        key={keeper?.id ?? CREATOR}
        label={t("keeper")}
        description={days === null ? t("keeperIdle") : t("keeperHint")}
        emptyText={t("nobody")}
        size="sm"
        isDisabled={!mayReview}
        options={[
          { id: CREATOR, label: t("creator") },
          ...members.map((member) => ({ id: member.id, label: member.name })),
        ]}
        value={keeper?.id ?? CREATOR}
        onChange={(id) => void name(id)}
      />
      <ProblemBanner problem={problem} />
    </section>
  );
}

/** Reviews before the newest, and what was said with each. */
function Earlier({ standing }: Pick<PartProps, "standing">) {
  const t = useTranslations("guide.reviews");
  const said = standing.reviews.filter(({ note }, at) => at > 0 || note !== "");
  if (said.length === 0) return null;
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-semibold">{t("earlier")}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {said.map(({ id, at, by, note }) => (
          <li key={id} className="py-2 text-sm">
            <p className="text-xs text-ink-3">
              <LocalTime at={at} style="day" />
              {by ? ` · ${by.name}` : ""}
            </p>
            {note ? (
              <p className="hyphens-auto whitespace-pre-wrap">{note}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
