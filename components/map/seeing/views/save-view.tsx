"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";

interface SaveViewProps {
  readonly onSave: (name: string, shared: boolean) => Promise<void>;
}

/** A name for what is seen just now. */
export function SaveView({ onSave }: SaveViewProps) {
  const t = useTranslations("seeing.views");
  const { mayEdit } = useRoom();
  const [name, setName] = useState("");
  const [isShared, share] = useState(false);
  const [isPending, setPending] = useState(false);
  const save = async () => {
    if (name.trim() === "" || isPending) return;
    setPending(true);
    await onSave(name.trim(), isShared);
    setPending(false);
  };
  return (
    <form
      className="mt-1 flex flex-col gap-2 border-t border-line px-1 pt-2 pb-1"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t("name")}
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
      />
      {mayEdit ? (
        <Checkbox isSelected={isShared} onChange={share}>
          {t("forAll")}
        </Checkbox>
      ) : null}
      <Button
        type="submit"
        variant="primary"
        size="sm"
        className="self-start"
        isDisabled={name.trim() === ""}
        isPending={isPending}
      >
        {t("save")}
      </Button>
    </form>
  );
}
