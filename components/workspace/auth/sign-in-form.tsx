"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { forgetPages } from "@/components/kept/forget-pages";
import { Link } from "@/components/ui/link";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "../use-action";
import { AuthForm } from "./auth-form";
import { PasswordField } from "./password-field";
import { signIn } from "./sign-in-request";

/** Address and password; then a full load, so that language and theme are the person's. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { isPending, problem, run } = useAction();
  useEffect(() => {
    // Whoever is shown this is signed in no more, however that came.
    void forgetPages(() => true);
  }, []);
  const handleSubmit = async () => {
    const result = await run(() => signIn(email, password));
    if (result.ok) window.location.assign(next);
  };
  return (
    <AuthForm
      submitLabel={t("signIn.submit")}
      {...{ isPending, problem }}
      onSubmit={() => void handleSubmit()}
    >
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
      <PasswordField
        label={t("password")}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Link
        href="/reset"
        className="finger relative self-start rounded-xs text-sm text-accent hover:underline"
      >
        {t("signIn.forgot")}
      </Link>
    </AuthForm>
  );
}
