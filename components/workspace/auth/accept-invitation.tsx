"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { api } from "../api-client";
import { signOutTo } from "../sign-out";
import { useAction } from "../use-action";
import { Button } from "@/components/ui/button";
import { AuthForm } from "./auth-form";

interface AcceptInvitationProps {
  token: string;
  /** Address of who is signed in; null for nobody. */
  email: string | null;
}

/** Joins with the account that is signed in, or leads to one. */
export function AcceptInvitation({ token, email }: AcceptInvitationProps) {
  const t = useTranslations("auth.invite");
  const { isPending, problem, run } = useAction();
  const path = `/invite/${token}`;
  const handleSubmit = async () => {
    const result = await run(() =>
      api<{ slug: string }>(`/invitations/${token}/accept`, { method: "POST" }),
    );
    if (result.ok) window.location.assign(`/w/${result.data.slug}/journeys`);
  };

  if (email === null) {
    return (
      <div className="flex flex-col gap-2">
        <ButtonLink
          href={`/sign-up?invitation=${token}`}
          variant="primary"
          size="lg"
        >
          {t("signUp")}
        </ButtonLink>
        <ButtonLink
          href={`/sign-in?next=${encodeURIComponent(path)}`}
          size="lg"
        >
          {t("signIn")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <AuthForm
        submitLabel={t("accept")}
        {...{ isPending, problem }}
        onSubmit={() => void handleSubmit()}
      >
        <p className="text-sm text-ink-3">{t("as", { email })}</p>
      </AuthForm>
      <Button variant="quiet" onPress={() => void signOutTo(path)}>
        {t("other")}
      </Button>
    </div>
  );
}
