"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Switch } from "@/components/ui/switch";
import type { PersonalPage } from "@/lib/api/person";
import { Brand } from "../brand";
import { PersonalPulses } from "./personal-pulses";
import { PersonalTasks } from "./personal-tasks";
import { PersonalTouchpoints } from "./personal-touchpoints";
import { useAsPerson } from "./use-as-person";

interface PersonalHomeProps {
  /** The secret in the address of the page. */
  secret: string;
  page: PersonalPage;
}

/** All that somebody without an account sees: what is theirs, over all journeys. */
export function PersonalHome({ secret, page }: PersonalHomeProps) {
  const t = useTranslations("person.page");
  const format = useFormatter();
  const { name, workspace, expiresAt, tasks, touchpoints } = page;
  const day = format.dateTime(new Date(expiresAt), "day");
  return (
    <main className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-4 py-6 sm:px-8 sm:py-9">
      <header className="flex flex-col gap-2">
        <Brand className="mb-3 text-ink-2" />
        <h1 className="text-xl hyphens-auto wrap-anywhere">{name}</h1>
        <p className="text-ink-2 wrap-anywhere">{t("intro", { workspace })}</p>
      </header>
      <PersonalTasks {...{ secret, tasks }} />
      <PersonalPulses {...{ secret }} pulses={page.pulses} />
      <PersonalTouchpoints touchpoints={touchpoints} />
      <footer className="flex flex-col gap-4 border-t border-line pt-6">
        <DigestSwitch {...{ secret }} isStopped={page.isDigestStopped} />
        <p className="text-xs text-ink-3">{t("keep", { day })}</p>
      </footer>
    </main>
  );
}

function DigestSwitch({
  secret,
  isStopped,
}: {
  secret: string;
  isStopped: boolean;
}) {
  const t = useTranslations("person.digest");
  const send = useAsPerson(secret);
  const [, startTransition] = useTransition();
  const [isWanted, showWanted] = useOptimistic(!isStopped);
  const handleChange = (next: boolean) =>
    startTransition(async () => {
      showWanted(next);
      await send({ path: "/person/digest", body: { isStopped: !next } });
    });
  return (
    <Switch
      isSelected={isWanted}
      onChange={handleChange}
      description={t("hint")}
      className="py-2"
    >
      {t("label")}
    </Switch>
  );
}
