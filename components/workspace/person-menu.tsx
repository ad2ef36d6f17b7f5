"use client";

import { ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { forgetCopies, hasUnsent } from "@/components/room/device-store";
import { Avatar } from "@/components/ui/avatar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-item";
import { showToast } from "@/components/ui/toast";
import { signOutTo } from "./sign-out";
import { useProblemText } from "./use-problem-text";

export interface ShownPerson {
  id: string;
  name: string;
  email: string;
}

/** Who is signed in, and the way out. */
export function PersonMenu({ person }: { person: ShownPerson }) {
  const t = useTranslations("workspace.person");
  const [isAsking, ask] = useState(false);
  const problemText = useProblemText();
  useEffect(() => {
    // Of whoever used this browser before and did not sign out.
    void forgetCopies(person.id);
  }, [person.id]);
  const signOut = async () => {
    const problem = await signOutTo("/");
    if (problem) showToast({ tone: "danger", text: problemText(problem) });
    return problem === null;
  };
  const handleSignOut = () =>
    hasUnsent(person.id) ? ask(true) : void signOut();
  return (
    <>
      <Menu
        label={t("label")}
        placement="top start"
        trigger={
          <AriaButton
            aria-label={`${t("label")}: ${person.name}`}
            className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left pointer-coarse:min-h-11 hover:bg-hover data-pressed:bg-pressed"
          >
            <Avatar name={person.name} id={person.id} />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">
                {person.name}
              </span>
            </span>
            <ChevronsUpDown
              aria-hidden="true"
              className="size-3.5 shrink-0 text-ink-3"
            />
          </AriaButton>
        }
      >
        <MenuItem href="/account" icon={<UserRound aria-hidden="true" />}>
          {t("account")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onAction={handleSignOut} icon={<LogOut aria-hidden="true" />}>
          {t("signOut")}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        isDanger
        title={t("unsentTitle")}
        confirmLabel={t("signOut")}
        isOpen={isAsking}
        onOpenChange={ask}
        onConfirm={signOut}
      >
        <p>{t("unsentText")}</p>
      </ConfirmDialog>
    </>
  );
}
