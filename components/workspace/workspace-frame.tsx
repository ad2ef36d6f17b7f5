"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { PaletteButton } from "@/components/palette/palette-button";
import { SidePanel } from "@/components/ui/side-panel";
import { BottomBar } from "./bottom-bar";
import { UnreadProvider } from "./inbox/unread";
import { NavList } from "./nav-list";
import { PersonMenu, type ShownPerson } from "./person-menu";
import { WorkspaceSwitcher, type ShownWorkspace } from "./workspace-switcher";

interface WorkspaceFrameProps {
  workspace: ShownWorkspace;
  workspaces: readonly ShownWorkspace[];
  person: ShownPerson;
  /** How much in the inbox is unread. */
  unread: number;
  children: ReactNode;
}

/** The frame of every page but the map: navigation at the side, on a phone below. */
export function WorkspaceFrame({
  workspace,
  workspaces,
  person,
  unread,
  children,
}: WorkspaceFrameProps) {
  const t = useTranslations();
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const switcher = (
    <WorkspaceSwitcher current={workspace} workspaces={workspaces} />
  );

  return (
    <UnreadProvider key={workspace.slug} slug={workspace.slug} initial={unread}>
      <div className="flex min-h-dvh">
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
        >
          {t("common.skipToContent")}
        </a>
        <aside className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col border-r border-line bg-sunken p-3 md:flex print:hidden">
          {switcher}
          <div className="mt-3">
            <PaletteButton slug={workspace.slug} />
          </div>
          <div className="mt-5 min-h-0 flex-1 overflow-y-auto">
            <NavList slug={workspace.slug} />
          </div>
          <PersonMenu person={person} />
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <header className="border-b border-line bg-sunken px-2 py-1 md:hidden print:hidden">
            {switcher}
          </header>
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto w-full max-w-300 flex-1 px-4 pt-6 pb-24 outline-none sm:px-8 md:pt-9 md:pb-12"
          >
            {children}
          </main>
        </div>
        <BottomBar slug={workspace.slug} onMore={() => setDrawerOpen(true)} />
        <SidePanel
          title={workspace.name}
          label={t("workspace.nav.menu")}
          side="left"
          isOpen={isDrawerOpen}
          onOpenChange={setDrawerOpen}
        >
          <div className="flex min-h-full flex-col justify-between gap-6 p-3">
            <NavList
              slug={workspace.slug}
              onNavigate={() => setDrawerOpen(false)}
            />
            <PersonMenu person={person} />
          </div>
        </SidePanel>
      </div>
    </UnreadProvider>
  );
}
