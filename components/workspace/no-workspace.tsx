"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Brand } from "./brand";
import { CreateWorkspaceForm } from "./create-workspace-dialog";
import { signOutTo } from "./sign-out";

/** For someone who is signed in and belongs nowhere yet. */
export function NoWorkspace({ person }: { person: { email: string } }) {
  const t = useTranslations("workspace");
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <Brand className="self-center" />
      <div className="rounded-lg border border-line bg-surface px-6 py-7 sm:px-8">
        <h1 className="text-xl">{t("home.noWorkspaceTitle")}</h1>
        <p className="mt-1.5 mb-6 text-ink-2 hyphens-auto">
          {t("home.noWorkspace", { email: person.email })}
        </p>
        <CreateWorkspaceForm />
      </div>
      <Button
        variant="quiet"
        className="self-center"
        onPress={() => void signOutTo("/")}
      >
        {t("person.signOut")}
      </Button>
    </main>
  );
}
