"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { NewShareLink, ShareLinkInfo } from "@/lib/api/share-links";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { LaneChoice } from "./lane-choice";

interface ShareLinkFormProps {
  path: string;
  onMade: (link: ShareLinkInfo) => void;
}

const lifetimes = ["7", "30", "90", "never"] as const;
type Lifetime = (typeof lifetimes)[number];
const dayMs = 86_400_000;

/** Name, end and contents of a new link. */
export function ShareLinkForm({ path, onMade }: ShareLinkFormProps) {
  const t = useTranslations("share.create");
  const lanes = useJourneyMap((map) => map.lanes);
  const { isPending, problem, run } = useAction();
  const [name, setName] = useState("");
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const [showOwners, setShowOwners] = useState(false);
  const [laneIds, setLaneIds] = useState<string[] | null>(null);

  const handleSubmit = async () => {
    const expiresAt =
      lifetime === "never"
        ? null
        : new Date(Date.now() + Number(lifetime) * dayMs).toISOString();
    const body: NewShareLink = {
      name,
      expiresAt,
      showOwners,
      laneIds: laneIds ?? [],
    };
    const result = await run(() =>
      api<ShareLinkInfo>(path, { method: "POST", body }),
    );
    if (!result.ok) return;
    setName("");
    onMade(result.data);
  };

  return (
    <Form
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <TextField
          label={t("name")}
          placeholder={t("namePlaceholder")}
          value={name}
          onChange={setName}
          maxLength={100}
        />
        <Select
          label={t("expires")}
          options={lifetimes.map((id) => ({ id, label: t(`expiry.${id}`) }))}
          value={lifetime}
          onChange={setLifetime}
        />
      </div>
      <LaneChoice lanes={lanes} chosen={laneIds} onChange={setLaneIds} />
      <Checkbox isSelected={showOwners} onChange={setShowOwners}>
        {t("showOwners")}
        <span className="block text-xs text-ink-3">{t("showOwnersHint")}</span>
      </Checkbox>
      <Button
        type="submit"
        variant="primary"
        isPending={isPending}
        isDisabled={laneIds?.length === 0}
        className="self-start"
      >
        {t("submit")}
      </Button>
    </Form>
  );
}
