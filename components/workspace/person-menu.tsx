"use client";

import { ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button as AriaButton } from "react-aria-components";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { signOutTo } from "./sign-out";

export interface ShownPerson {
  id: string;
  name: string;
  email: string;
}

/** Who is signed in, and the way out. */
export function PersonMenu({ person }: { person: ShownPerson }) {
  const t = useTranslations("workspace.person");
  return (
    <Menu
      label={t("label")}
      placement="top start"
      trigger={
        <AriaButton
          aria-label={`${t("label")}: ${person.name}`}
          className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover data-pressed:bg-pressed"
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
      <MenuItem
        onAction={() => void signOutTo("/")}
        icon={<LogOut aria-hidden="true" />}
      >
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
