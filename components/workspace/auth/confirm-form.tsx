"use client";

import { useTranslations } from "next-intl";
import { api } from "../api-client";
import { useAction } from "../use-action";
import { AuthForm } from "./auth-form";

/** A button and not a visit completes the sign-up: mail scanners open links, they press nothing. */
export function ConfirmForm({ token }: { token: string }) {
  const t = useTranslations("auth.confirm");
  const { isPending, problem, run } = useAction();
  const handleSubmit = async () => {
    const result = await run(() =>
      api<{ slug: string }>("/account/confirm", {
        method: "POST",
        body: { token },
      }),
    );
    if (result.ok) window.location.assign(`/w/${result.data.slug}/journeys`);
  };
  return (
    <AuthForm
      submitLabel={t("submit")}
      {...{ isPending, problem }}
      onSubmit={() => void handleSubmit()}
    />
  );
}
