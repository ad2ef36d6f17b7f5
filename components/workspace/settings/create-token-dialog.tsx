"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { api } from "../api-client";
import { CopyField } from "../copy-field";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";

interface CreateTokenDialogProps {
  slug: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

const lifetimes = ["30", "90", "365", "never"] as const;
type Lifetime = (typeof lifetimes)[number];
const dayMs = 86_400_000;

/** Makes a token and shows its secret, this once. */
export function CreateTokenDialog({
  slug,
  isOpen,
  onOpenChange,
}: CreateTokenDialogProps) {
  const t = useTranslations("settings.tokens");
  const [secret, setSecret] = useState<string | null>(null);
  const handleOpenChange = (next: boolean) => {
    onOpenChange(next);
    if (!next) setSecret(null);
  };
  return (
    <Dialog
      title={secret ? t("madeTitle") : t("new")}
      size="sm"
      isAlert={secret !== null}
      isOpen={isOpen}
      onOpenChange={handleOpenChange}
    >
      {secret ? (
        <div className="flex flex-col gap-4">
          <p className="text-ink-2">{t("made")}</p>
          <CopyField label={t("madeTitle")} isLabelHidden value={secret} />
          <Button
            variant="primary"
            className="self-end"
            onPress={() => handleOpenChange(false)}
          >
            {t("close")}
          </Button>
        </div>
      ) : (
        <TokenForm
          slug={slug}
          onMade={setSecret}
          onCancel={() => handleOpenChange(false)}
        />
      )}
    </Dialog>
  );
}

interface TokenFormProps {
  slug: string;
  onMade: (secret: string) => void;
  onCancel: () => void;
}

function TokenForm({ slug, onMade, onCancel }: TokenFormProps) {
  const t = useTranslations("settings.tokens");
  const common = useTranslations("common");
  const router = useRouter();
  const { isPending, problem, run } = useAction();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<"read" | "write">("read");
  const [lifetime, setLifetime] = useState<Lifetime>("90");

  const handleSubmit = async () => {
    const expiresAt =
      lifetime === "never"
        ? undefined
        : new Date(Date.now() + Number(lifetime) * dayMs).toISOString();
    const body = { name, scope, expiresAt };
    const result = await run(() =>
      api<{ secret: string }>(`/workspaces/${slug}/api-tokens`, {
        method: "POST",
        body,
      }),
    );
    if (!result.ok) return;
    onMade(result.data.secret);
    router.refresh();
  };

  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <TextField
        label={t("name")}
        placeholder={t("namePlaceholder")}
        value={name}
        onChange={setName}
        isRequired
        maxLength={100}
        autoFocus
      />
      <Select
        label={t("scope")}
        options={(["read", "write"] as const).map((id) => ({
          id,
          label: t(`scopes.${id}`),
        }))}
        value={scope}
        onChange={setScope}
      />
      <Select
        label={t("expires")}
        options={lifetimes.map((id) => ({ id, label: t(`expiry.${id}`) }))}
        value={lifetime}
        onChange={setLifetime}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("create")}
        </Button>
      </div>
    </Form>
  );
}
