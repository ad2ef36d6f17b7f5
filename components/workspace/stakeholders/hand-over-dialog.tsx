"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ComboBox } from "@/components/ui/combo-box";
import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import type { Named } from "@/lib/api/fields";
import type { HandedOver, HandOverPreview } from "@/lib/api/ownership";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction, useQuickAction } from "../use-action";
import { totalOf, usePartsText } from "./use-parts-text";

/** To whom things can be given. */
export interface Receiver extends Named {
  /** Only who has one can be reminded of reviews. */
  readonly hasAccount: boolean;
}

interface HandOverDialogProps {
  slug: string;
  stakeholder: StakeholderListItem;
  others: readonly Receiver[];
  mayArchive: boolean;
  onClose: () => void;
}

type Journeys = HandOverPreview["journeys"];

/** Gives all that somebody owns to somebody else; says first how much that is, and afterwards what was done. */
export function HandOverDialog(props: HandOverDialogProps) {
  const { slug, stakeholder, others, onClose } = props;
  const t = useTranslations("stakeholders.handOver");
  const common = useTranslations("common");
  const router = useRouter();
  const path = `/workspaces/${slug}/stakeholders/${stakeholder.id}`;
  const journeys = usePreview(path);
  const [receiver, setReceiver] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<HandedOver | null>(null);
  const { isPending, problem, run } = useAction();
  const list = journeys === "failed" ? [] : (journeys ?? []);
  const chosen = list.filter(({ id }) => !left.has(id));

  const handleSubmit = async () => {
    const result = await run(() =>
      api<HandedOver>(`${path}/hand-over`, {
        method: "POST",
        body: {
          to: receiver,
          ...(left.size > 0 && { journeys: chosen.map(({ id }) => id) }),
        },
      }),
    );
    if (!result.ok) return;
    setDone(result.data);
    router.refresh();
  };
  const to = others.find(({ id }) => id === receiver);
  const receiverName = to?.name ?? "";
  const isReviewKept =
    to?.hasAccount === false && chosen.some(({ reviews }) => reviews > 0);

  return (
    <Dialog
      isOpen
      title={t("title", { name: stakeholder.name })}
      onOpenChange={onClose}
      footer={
        done ? (
          <Afterwards {...props} {...{ done }} />
        ) : (
          <>
            <Button onPress={onClose}>{common("cancel")}</Button>
            <Button
              variant="primary"
              isDisabled={receiver === null || chosen.length === 0}
              isPending={isPending}
              onPress={() => void handleSubmit()}
            >
              {t("do", { count: chosen.length })}
            </Button>
          </>
        )
      }
    >
      {done ? (
        <Report {...{ done, receiverName }} />
      ) : (
        <div className="flex flex-col gap-4">
          <ProblemBanner problem={problem} />
          <p className="text-ink-2">{t("text", { name: stakeholder.name })}</p>
          <ComboBox
            label={t("to")}
            emptyText={t("toEmpty")}
            options={others.map(({ id, name }) => ({ id, label: name }))}
            value={receiver}
            onChange={setReceiver}
          />
          {journeys === null ? (
            <Spinner className="text-ink-3" />
          ) : journeys === "failed" ? (
            <Banner tone="danger">{t("load")}</Banner>
          ) : journeys.length === 0 ? (
            <p>{t("nothing", { name: stakeholder.name })}</p>
          ) : (
            <Choice {...{ journeys, left }} onChange={setLeft} />
          )}
          {isReviewKept ? (
            <Banner>
              {t("reviewsStay", {
                name: receiverName,
                former: stakeholder.name,
              })}
            </Banner>
          ) : null}
        </div>
      )}
    </Dialog>
  );
}

function usePreview(path: string): Journeys | "failed" | null {
  const [journeys, setJourneys] = useState<Journeys | "failed" | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void api<HandOverPreview>(`${path}/hand-over`, {
      signal: leaving.signal,
    }).then((result) => {
      if (!leaving.signal.aborted)
        setJourneys(result.ok ? result.data.journeys : "failed");
    });
    return () => leaving.abort();
  }, [path]);
  return journeys;
}

interface ChoiceProps {
  journeys: Journeys;
  /** Those that stay as they are. */
  left: ReadonlySet<string>;
  onChange: (left: ReadonlySet<string>) => void;
}

function Choice({ journeys, left, onChange }: ChoiceProps) {
  const t = useTranslations("stakeholders.handOver");
  const words = useTranslations("touchpoints");
  const partsText = usePartsText();
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1.5 text-sm font-medium">{t("journeys")}</legend>
      {journeys.length > 1 ? (
        <Checkbox
          isSelected={left.size === 0}
          isIndeterminate={left.size > 0 && left.size < journeys.length}
          onChange={(isAll) =>
            onChange(new Set(isAll ? [] : journeys.map(({ id }) => id)))
          }
        >
          {t("all")}
        </Checkbox>
      ) : null}
      {journeys.map((journey) => (
        <Checkbox
          key={journey.id}
          isSelected={!left.has(journey.id)}
          onChange={() => toggle(journey.id)}
          className={journeys.length > 1 ? "ml-6" : undefined}
        >
          {journey.title || words("untitledJourney")}
          <span className="block text-xs text-ink-3">{partsText(journey)}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

function Report({
  done,
  receiverName,
}: {
  done: HandedOver;
  receiverName: string;
}) {
  const t = useTranslations("stakeholders.handOver");
  const words = useTranslations("touchpoints");
  const partsText = usePartsText();
  const names = done.refused.map(
    ({ title }) => title || words("untitledJourney"),
  );
  return (
    <div className="flex flex-col gap-3">
      <Banner tone="success">
        {done.journeys.length === 0
          ? t("doneNothing")
          : t("done", {
              name: receiverName,
              what: partsText(totalOf(done.journeys)),
              count: done.journeys.length,
            })}
      </Banner>
      {names.length > 0 ? (
        <Banner tone="danger">{t("left", { names: names.join(", ") })}</Banner>
      ) : null}
    </div>
  );
}

function Afterwards({
  slug,
  stakeholder: { id, name, archivedAt },
  mayArchive,
  onClose,
  done,
}: HandOverDialogProps & { done: HandedOver }) {
  const t = useTranslations("stakeholders");
  const common = useTranslations("common");
  const act = useQuickAction();
  const isOffered =
    mayArchive && archivedAt === null && done.refused.length === 0;
  const handleArchive = async () => {
    const isDone = await act({
      request: () =>
        api(`/workspaces/${slug}/stakeholders/${id}`, { method: "DELETE" }),
      done: t("done.archived", { name }),
    });
    if (isDone) onClose();
  };
  return (
    <>
      {isOffered ? (
        <Button onPress={() => void handleArchive()}>
          {t("handOver.archive", { name })}
        </Button>
      ) : null}
      <Button variant="primary" onPress={onClose}>
        {common("close")}
      </Button>
    </>
  );
}
