"use client";

import { Columns3Cog } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import type { ColumnChoice } from "./columns";

interface ColumnChoiceButtonProps {
  readonly choices: readonly ColumnChoice[];
  readonly chosen: ReadonlySet<ColumnChoice>;
  readonly onChange: (chosen: ReadonlySet<ColumnChoice>) => void;
}

/** Which columns the table has. */
export function ColumnChoiceButton(props: ColumnChoiceButtonProps) {
  const { choices, chosen, onChange } = props;
  const t = useTranslations("views.table");
  return (
    <Popover
      label={t("columns")}
      placement="bottom end"
      className="w-64"
      trigger={
        <Button size="sm" variant="quiet">
          <Columns3Cog aria-hidden="true" />
          {t("columns")}
        </Button>
      }
    >
      <div
        role="group"
        aria-label={t("columns")}
        className="flex flex-col gap-1.5"
      >
        {choices.map((choice) => (
          <Checkbox
            key={choice}
            isSelected={chosen.has(choice)}
            onChange={(isOn) => {
              const next = new Set(chosen);
              if (isOn) next.add(choice);
              else next.delete(choice);
              onChange(next);
            }}
          >
            {t(`column.${choice}`)}
          </Checkbox>
        ))}
      </div>
    </Popover>
  );
}
