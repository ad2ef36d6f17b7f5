"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { api } from "@/components/workspace/api-client";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { PersonaDetail } from "@/lib/api/personas";
import type { PersonaId } from "@/lib/journey/ids";

type Answer =
  | { readonly persona: PersonaDetail }
  | { readonly code: string }
  | null;

/** What the workspace knows about a persona, asked for when someone looks. */
export function PersonaFacts({ personaId }: { readonly personaId: PersonaId }) {
  const t = useTranslations("touchpoint.personas");
  const problemText = useProblemText();
  const answer = usePersona(personaId);
  if (!answer) return <p className="text-sm text-ink-3">{t("loading")}</p>;
  if ("code" in answer)
    return <p className="text-sm text-ink-2">{problemText(answer)}</p>;
  return <FactList persona={answer.persona} />;
}

function usePersona(personaId: PersonaId): Answer {
  const { workspaceSlug } = useRoom();
  const [answer, setAnswer] = useState<Answer>(null);
  useEffect(() => {
    const abort = new AbortController();
    const path = `/workspaces/${encodeURIComponent(workspaceSlug)}/personas/${personaId}`;
    const ask = async () => {
      const result = await api<PersonaDetail>(path, { signal: abort.signal });
      if (abort.signal.aborted) return;
      setAnswer(
        result.ok ? { persona: result.data } : { code: result.problem.code },
      );
    };
    void ask();
    return () => abort.abort();
  }, [workspaceSlug, personaId]);
  return answer;
}

const TEXTS = [
  "household",
  "residence",
  "purchases",
  "goals",
  "wishes",
  "pains",
  "activities",
  "whyUs",
] as const;

function FactList({ persona }: { readonly persona: PersonaDetail }) {
  const t = useTranslations("touchpoint.personas");
  const facts = [
    ...TEXTS.map((key) => ({ name: t(`facts.${key}`), text: persona[key] })),
    ...persona.attributes.map(({ name, value }) => ({ name, text: value })),
    {
      name: t("facts.sources"),
      text: persona.sources.map((source) => t(`sources.${source}`)).join(", "),
    },
  ].filter(({ text }) => text !== "");
  if (facts.length === 0 && persona.summary === "") {
    return <p className="text-sm text-ink-3">{t("noFacts")}</p>;
  }
  return (
    <>
      {persona.summary ? (
        <p className="text-sm text-ink-2">{persona.summary}</p>
      ) : null}
      <dl className="grid max-h-72 grid-cols-[auto_1fr] gap-x-3 gap-y-1 overflow-auto text-sm">
        {facts.map(({ name, text }) => (
          <div key={name} className="contents">
            <dt className="max-w-28 hyphens-auto text-ink-3">{name}</dt>
            <dd className="min-w-0 break-words whitespace-pre-line">{text}</dd>
          </div>
        ))}
        <div className="contents">
          <dt className="max-w-28 hyphens-auto text-ink-3">
            {t("facts.shopping")}
          </dt>
          <dd>{t(`shopping.${persona.shopping}`)}</dd>
        </div>
      </dl>
    </>
  );
}
