"use client";

import { MailCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { LOCALES, type Locale } from "@/lib/i18n/config";
import { api } from "../api-client";
import { useAction } from "../use-action";
import { AuthForm } from "./auth-form";
import { PasswordField } from "./password-field";

type SignedUp = { signedIn: true; slug: string } | { mailed: true };

interface SignUpFormProps {
  /** Token of the invitation that led here. */
  invitation: string | null;
  /** The address that was invited. */
  email: string;
}

/** Makes an account; where the server sends mail, the link in it completes the sign-up. */
export function SignUpForm({
  invitation,
  email: invitedEmail,
}: SignUpFormProps) {
  const t = useTranslations("auth");
  const languages = useTranslations("common.language");
  const [email, setEmail] = useState(invitedEmail);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [locale, setLocale] = useState<Locale>(useLocale());
  const [isMailed, setMailed] = useState(false);
  const { isPending, problem, run } = useAction();

  const handleSubmit = async () => {
    const body = {
      email,
      name,
      password,
      locale,
      ...(invitation && { invitation }),
    };
    const result = await run(() =>
      api<SignedUp>("/account", { method: "POST", body }),
    );
    if (!result.ok) return;
    if ("mailed" in result.data) setMailed(true);
    else window.location.assign(`/w/${result.data.slug}/journeys`);
  };

  if (isMailed) {
    return (
      <div
        role="status"
        className="flex flex-col items-center gap-2 text-center"
      >
        <MailCheck
          aria-hidden="true"
          className="size-8 stroke-[1.5] text-accent"
        />
        <h2 className="text-md">{t("signUp.mailedTitle")}</h2>
        <p className="text-ink-2">{t("signUp.mailed", { email })}</p>
      </div>
    );
  }
  return (
    <AuthForm
      submitLabel={t("signUp.submit")}
      {...{ isPending, problem }}
      onSubmit={() => void handleSubmit()}
    >
      <TextField
        name="name"
        label={t("name")}
        description={t("nameHint")}
        autoComplete="name"
        value={name}
        onChange={setName}
        isRequired
        maxLength={100}
        autoFocus
      />
      <TextField
        type="email"
        name="email"
        label={t("email")}
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isRequired
        isReadOnly={invitedEmail !== ""}
      />
      <PasswordField
        label={t("password")}
        description={t("passwordHint")}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <Select
        label={languages("label")}
        options={LOCALES.map((id) => ({ id, label: languages(id) }))}
        value={locale}
        onChange={setLocale}
      />
    </AuthForm>
  );
}
