"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { api } from "../api-client";
import { useAction } from "../use-action";
import { AuthForm } from "./auth-form";

/** Asks for a reset link; what it says afterwards does not tell whether the address is known. */
export function ResetForm() {
  const t = useTranslations("auth");
  const [email, setEmail] = useState("");
  const [isSent, setSent] = useState(false);
  const { isPending, problem, run } = useAction();
  const handleSubmit = async () => {
    const result = await run(() =>
      api("/account/reset", { method: "POST", body: { email } }),
    );
    if (result.ok) setSent(true);
  };

  if (isSent) {
    return (
      <div role="status" className="flex flex-col gap-2">
        <h2 className="text-md">{t("reset.sentTitle")}</h2>
        <p className="text-ink-2">{t("reset.sent", { email })}</p>
        <Link
          href="/sign-in"
          className="finger relative mt-2 self-start rounded-xs text-accent hover:underline"
        >
          {t("reset.back")}
        </Link>
      </div>
    );
  }
  return (
    <AuthForm
      submitLabel={t("reset.submit")}
      {...{ isPending, problem }}
      onSubmit={() => void handleSubmit()}
    >
      <p className="text-ink-2">{t("reset.text")}</p>
      <TextField
        type="email"
        name="email"
        label={t("email")}
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isRequired
        autoFocus
      />
    </AuthForm>
  );
}
