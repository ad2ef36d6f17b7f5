"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { api } from "../api-client";
import { PasswordField } from "../auth/password-field";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";

/** Changes the password; asks for the old one. */
export function PasswordForm() {
  const t = useTranslations("settings.account");
  const router = useRouter();
  const { isPending, problem, run } = useAction();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const handleSubmit = async () => {
    const body = { current, next };
    const result = await run(() =>
      api("/me/password", { method: "POST", body }),
    );
    if (!result.ok) return;
    setCurrent("");
    setNext("");
    showToast({ text: t("passwordChanged"), tone: "success" });
    router.refresh();
  };
  return (
    <Form
      // As in AuthForm: no password is to stand in an address.
      method="post"
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <PasswordField
        label={t("current")}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        label={t("next")}
        description={t("passwordHint")}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
      />
      <Button
        type="submit"
        variant="primary"
        isPending={isPending}
        isDisabled={!current || !next}
        className="self-start"
      >
        {t("changePassword")}
      </Button>
    </Form>
  );
}
