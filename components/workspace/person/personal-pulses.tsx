"use client";

import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { Form } from "react-aria-components";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import type { PersonalPulse } from "@/lib/api/person";
import { MOST_COMMENT, type Face } from "@/lib/pulse/terms";
import { FaceChoice } from "../pulse/face-choice";
import { useAsPerson } from "./use-as-person";

interface PersonalPulsesProps {
  secret: string;
  pulses: readonly PersonalPulse[];
}

const keyOf = ({ pulseId, touchpointId }: PersonalPulse) =>
  `${pulseId}:${touchpointId}`;

/** What their team asks about their touchpoints; nothing where it asks nothing. */
export function PersonalPulses({ secret, pulses }: PersonalPulsesProps) {
  const t = useTranslations("pulse.mine");
  if (pulses.length === 0) return null;
  return (
    <section aria-labelledby="pulses" className="flex flex-col gap-3">
      <h2 id="pulses" className="text-md">
        {t("title")}
      </h2>
      <p className="text-sm text-ink-2 hyphens-auto">{t("text")}</p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {pulses.map((pulse) => (
          <PulseItem key={keyOf(pulse)} {...{ secret, pulse }} />
        ))}
      </ul>
    </section>
  );
}

interface PulseItemProps {
  secret: string;
  pulse: PersonalPulse;
}

function PulseItem({ secret, pulse }: PulseItemProps) {
  const t = useTranslations("pulse");
  const [isStored, setStored] = useState(false);
  // An answer is final: whoever has the address of this page could read it out of what another one changes.
  const isAnswered = isStored || pulse.isAnswered;
  return (
    <li className="flex flex-col gap-3 px-4 py-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base hyphens-auto wrap-anywhere">
            {pulse.title || t("untitled")}
          </h3>
          <p className="text-xs text-ink-3 wrap-anywhere">
            {pulse.journey.title}
          </p>
        </div>
        {isAnswered ? <Badge tone="success">{t("mine.answered")}</Badge> : null}
      </div>
      {isAnswered ? null : (
        <AnswerForm {...{ secret, pulse }} onStored={() => setStored(true)} />
      )}
    </li>
  );
}

function AnswerForm({
  secret,
  pulse,
  onStored,
}: PulseItemProps & { onStored: () => void }) {
  const t = useTranslations("pulse");
  const send = useAsPerson(secret);
  const missingId = useId();
  const [isPending, startSending] = useTransition();
  const [face, setFace] = useState<Face | null>(null);
  const [comment, setComment] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { pulseId, touchpointId } = pulse;
  const save = () => {
    if (face === null) return setMissing(true);
    startSending(async () => {
      const path = `/person/pulses/${pulseId}/${touchpointId}`;
      if (!(await send({ path, body: { face, comment } }))) return;
      showToast({ text: t("mine.stored"), tone: "success" });
      onStored();
    });
  };
  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {pulse.intro ? (
        <p className="text-sm whitespace-pre-line text-ink-2 wrap-anywhere">
          {pulse.intro}
        </p>
      ) : null}
      <FaceChoice
        label={t(`question.${pulse.audience}`)}
        name={`face-${keyOf(pulse)}`}
        value={face}
        onChange={(chosen) => {
          setFace(chosen);
          setMissing(false);
        }}
        onMissing={() => setMissing(true)}
        describedBy={isMissing ? missingId : undefined}
      />
      {isMissing ? (
        <p id={missingId} role="alert" className="text-sm text-danger">
          {t("trouble.missing")}
        </p>
      ) : null}
      <TextArea
        label={t("comment.label")}
        description={t("comment.hint")}
        value={comment}
        onChange={setComment}
        maxLength={MOST_COMMENT}
        rows={2}
      />
      <Button
        type="submit"
        variant="primary"
        isPending={isPending}
        className="self-start"
      >
        {t("send")}
      </Button>
    </Form>
  );
}
