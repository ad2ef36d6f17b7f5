"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import type { Profile } from "@/lib/api/account";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";

/** How a person is called. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations("settings.account");
  const common = useTranslations("common");
  const router = useRouter();
  const { isPending, problem, run } = useAction();
  const [name, setName] = useState(profile.name);
  const handleSubmit = async () => {
    const result = await run(() =>
      api("/me", { method: "PATCH", body: { name } }),
    );
    if (!result.ok) return;
    showToast({ text: t("saved"), tone: "success" });
    router.refresh();
  };
  return (
    <Form
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <TextField
        label={t("name")}
        value={name}
        onChange={setName}
        autoComplete="name"
        isRequired
        maxLength={100}
      />
      <TextField
        label={t("email")}
        description={t("emailHint")}
        value={profile.email}
        isReadOnly
        className="[&_input]:bg-sunken"
      />
      <Button
        type="submit"
        variant="primary"
        isPending={isPending}
        className="self-start"
      >
        {common("save")}
      </Button>
    </Form>
  );
}
