"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useCommands } from "@/components/room/use-commands";
import { addAttachment } from "@/lib/journey/attachments";
import type { EntityId } from "@/lib/journey/ids";
import { addressName, toWebAddress } from "./web-address";

interface LinkFormProps {
  readonly on: EntityId;
  readonly onDone: () => void;
}

/** Where something lies, and what it is called. */
export function LinkForm({ on, onDone }: LinkFormProps) {
  const t = useTranslations("touchpoint.attachments");
  const common = useTranslations("common");
  const { run } = useCommands();
  const [address, setAddress] = useState("");
  const [name, setName] = useState("");
  const [isWrong, setWrong] = useState(false);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const url = toWebAddress(address);
    if (!url) return setWrong(true);
    const title = name.trim() || addressName(url);
    const result = run((ctx) =>
      addAttachment(ctx, { on, kind: "link", url, name: title }),
    );
    if (result?.ok) onDone();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc bubbles up from the fields inside
    <form
      onSubmit={handleSubmit}
      onKeyDown={handleKeyDown}
      noValidate
      className="flex flex-col gap-3 rounded-md border border-line bg-sunken p-3"
    >
      <TextField
        label={t("address")}
        placeholder="https://"
        type="url"
        inputMode="url"
        validationBehavior="aria"
        value={address}
        onChange={(next) => {
          setAddress(next);
          setWrong(false);
        }}
        errorMessage={isWrong ? t("noAddress") : null}
        autoFocus
      />
      <TextField
        label={t("linkName")}
        value={name}
        onChange={setName}
        maxLength={1_000}
      />
      <div className="flex justify-end gap-2">
        <Button size="sm" onPress={onDone}>
          {common("cancel")}
        </Button>
        <Button size="sm" variant="primary" type="submit">
          {t("addLink")}
        </Button>
      </div>
    </form>
  );
}
