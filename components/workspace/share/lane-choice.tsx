"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroup } from "react-aria-components";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import type { Lane } from "@/lib/journey/journey-map";

interface LaneChoiceProps {
  lanes: readonly Lane[];
  /** Null: every lane but those that are backstage. */
  chosen: string[] | null;
  onChange: (chosen: string[] | null) => void;
}

/** Which lanes visitors see. */
export function LaneChoice({ lanes, chosen, onChange }: LaneChoiceProps) {
  const t = useTranslations("share.create");
  const kinds = useTranslations("map.lane");
  const shown = lanes
    .filter(({ visibility }) => visibility !== "backstage")
    .map(({ id }) => id);
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t("lanes")}
        options={[
          { id: "all", label: t("allLanes") },
          { id: "chosen", label: t("chosenLanes") },
        ]}
        value={chosen === null ? "all" : "chosen"}
        onChange={(value) => onChange(value === "all" ? null : shown)}
      />
      {chosen === null ? null : (
        <CheckboxGroup
          aria-label={t("lanes")}
          value={chosen}
          onChange={onChange}
          className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2"
        >
          {lanes.map((lane) => (
            <Checkbox key={lane.id} value={lane.id}>
              {lane.title || kinds(`${lane.kind}.name`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </div>
  );
}
