"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useImportsHref } from "@/components/imports/imports-href";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import {
  useEvidenceGroups,
  useMayBringEvidence,
} from "@/components/map/emotion/evidence";
import { useRoom } from "@/components/room/room-context";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { ButtonLink } from "@/components/ui/button-link";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import { countsOf } from "@/lib/insight/evidence-of";
import { Section } from "../section";
import type { SectionPartProps } from "./section-props";

const EvidenceList = lazyPart(
  async () =>
    (await import("@/components/evidence/evidence-list")).EvidenceList,
  { takesKeys: false },
);

const FlowFacts = lazyPart(
  async () => (await import("@/components/evidence/flow/flow-facts")).FlowFacts,
  { takesKeys: false },
);

const Pulses = lazyPart(
  async () => (await import("@/components/pulses/pulses")).Pulses,
  { takesKeys: false },
);

/** What the feelings here rest on. */
export function EvidenceSection({
  touchpoint,
  canWrite,
  wanted,
}: Pick<SectionPartProps, "touchpoint" | "canWrite"> & {
  readonly wanted?: object | null;
}) {
  const t = useTranslations("evidence");
  const { workspaceSlug, journeyId } = useRoom();
  const groups = useEvidenceGroups();
  const mayBring = useMayBringEvidence();
  const importsHref = useImportsHref();
  const { personaOf } = useCatalogue();
  const personas = useJourneyMap((map) => map.personas);
  const counts = countsOf(groups).get(touchpoint.id);
  return (
    <Section
      name="evidence"
      wanted={wanted}
      title={t("title")}
      isOpenAtFirst
      summary={counts ? t("summary", { ...counts }) : t("none")}
    >
      <EvidenceList
        slug={workspaceSlug}
        about={{ kind: "touchpoint", journeyId, touchpointId: touchpoint.id }}
        personas={personas.map((id) => ({
          id,
          name: personaOf(id)?.name ?? t("unknownPersona"),
        }))}
        mayBring={mayBring}
        mayUpload={canWrite}
        edition={groups}
      />
      <FlowFacts touchpointId={touchpoint.id} />
      {canWrite ? (
        <ButtonLink
          href={importsHref}
          size="sm"
          variant="quiet"
          className="self-start"
        >
          <FileUp aria-hidden="true" />
          {t("import")}
        </ButtonLink>
      ) : null}
      <PulsesHere touchpointId={touchpoint.id} />
    </Section>
  );
}

/** Asking others is one way to evidence; what was asked is shown on demand. */
function PulsesHere({ touchpointId }: { readonly touchpointId: string }) {
  const t = useTranslations("pulses");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        className="self-start"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {t(isOpen ? "hide" : "show")}
      </Button>
      {isOpen ? <Pulses touchpointId={touchpointId} /> : null}
    </>
  );
}
