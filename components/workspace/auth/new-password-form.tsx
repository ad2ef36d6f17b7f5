"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../api-client";
import { useAction } from "../use-action";
import { AuthForm } from "./auth-form";
import { PasswordField } from "./password-field";

/** Sets a new password by the link of a mail, then leads to sign-in. */
export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const [password, setPassword] = useState("");
  const { isPending, problem, run } = useAction();
  const handleSubmit = async () => {
    const body = { token, password };
    const result = await run(() =>
      api("/account/reset/confirm", { method: "POST", body }),
    );
    if (result.ok) window.location.assign("/sign-in?changed=1");
  };
  return (
    <AuthForm
      submitLabel={t("reset.change")}
      {...{ isPending, problem }}
      onSubmit={() => void handleSubmit()}
    >
      <p className="text-ink-2">{t("reset.newText")}</p>
      <PasswordField
        label={t("reset.newPassword")}
        description={t("passwordHint")}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
    </AuthForm>
  );
}
