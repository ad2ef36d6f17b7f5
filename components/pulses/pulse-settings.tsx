"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/components/workspace/api-client";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useAction } from "@/components/workspace/use-action";
import type { PulseChange, PulseInfo } from "@/lib/api/pulses";
import { daysOf, momentsOf } from "./days";
import { originsIn } from "./origins";
import { PulseWhen } from "./pulse-when";

interface PulseSettingsProps {
  readonly path: string;
  readonly pulse: PulseInfo;
  readonly onDone: () => void;
}

/** What of a pulse can still be changed: its name, its days, and which sites may show it. */
export function PulseSettings({ path, pulse, onDone }: PulseSettingsProps) {
  const t = useTranslations("pulses.form");
  const { isPending, problem, run } = useAction();
  const [name, setName] = useState(pulse.name);
  const [days, setDays] = useState(() => daysOf(pulse));
  const [sites, setSites] = useState(pulse.frameOrigins.join("\n"));
  const frameOrigins = originsIn(sites);
  const save = async () => {
    if (!frameOrigins) return;
    // What nobody touched is not sent: these days are of another zone, and would become those of this one.
    const before = daysOf(pulse);
    const { opensAt, closesAt } = momentsOf(days);
    const body: PulseChange = {
      ...(name !== pulse.name && { name }),
      ...(frameOrigins.join() !== pulse.frameOrigins.join() && {
        frameOrigins,
      }),
      ...(days.opensOn !== before.opensOn && { opensAt }),
      ...(days.closesOn !== before.closesOn && { closesAt }),
    };
    const saved = await run(() => api(path, { method: "PATCH", body }));
    if (saved.ok) onDone();
  };
  return (
    <Form
      aria-label={t("settings")}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ProblemBanner problem={problem} />
      <TextField
        label={t("name")}
        value={name}
        onChange={setName}
        maxLength={100}
      />
      <PulseWhen {...{ days }} onChange={setDays} />
      <TextArea
        label={t("sites")}
        description={t("sitesHint")}
        errorMessage={frameOrigins ? null : t("sitesWrong")}
        placeholder="https://www.example.com"
        value={sites}
        onChange={setSites}
        rows={2}
      />
      <Button
        type="submit"
        variant="primary"
        size="sm"
        isPending={isPending}
        isDisabled={!frameOrigins}
        className="self-start"
      >
        {t("save")}
      </Button>
    </Form>
  );
}
