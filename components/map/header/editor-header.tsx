"use client";

import { Redo2, Search, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PresenceList } from "@/components/room/presence-list";
import { SaveBadge } from "@/components/room/save-badge";
import { SizeBadge } from "@/components/room/size-badge";
import { useHistory } from "@/components/room/use-history";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { YTextField } from "@/components/room/y-text-field";
import { useCanWrite } from "@/components/room/use-room-state";
import { AllJourneysLink } from "@/components/workspace/all-journeys-link";
import { CommandButton } from "../commands/command-button";
import { useDoable } from "../commands/use-doable";
import { useEditorUi } from "../editor-ui";
import type { Orders } from "../grid/use-orders";
import { useFollow } from "../seeing/together/use-follow";
import { IssueGate } from "../issues/issue-gate";
import { ViewSwitch } from "../views/view-switch";
import { MapMenu } from "./map-menu";
import { ReadingSwitch } from "./reading-switch";
import { StateChips } from "./state-chips";
import { TalkButton } from "./talk-button";
import { TrayButton } from "./tray-button";

interface EditorHeaderProps {
  readonly orders: Orders;
  readonly freshness?: ReactNode;
  readonly actions?: ReactNode;
}

/** What the map is called and how it stands; one quiet line above the map. */
export function EditorHeader({
  orders,
  freshness,
  actions,
}: EditorHeaderProps) {
  const t = useTranslations("map");
  const title = useJourneyMap((map) => map.meta.title);
  return (
    <header
      data-region="header"
      className="isolate flex min-h-12 items-center gap-1 border-b border-line bg-paper py-1.5 pr-3 pl-3 sm:gap-2"
    >
      <AllJourneysLink />
      <h1 className="min-w-0 shrink text-md font-semibold max-sm:flex-1">
        <YTextField
          textRef={{ kind: "meta", field: "title" }}
          value={title}
          label={t("header.title")}
          isLabelHidden
          placeholder={t("untitled.map")}
          look="plain"
          inputClassName="field-sizing-content h-8 min-w-24 max-w-[min(30rem,38vw)] truncate max-sm:w-full max-sm:max-w-none text-md font-semibold tracking-tight"
        />
      </h1>
      <span className="max-sm:hidden">
        <ViewSwitch {...useEditorUi()} />
      </span>
      <StateChips />
      <span className="flex-1 max-sm:hidden" />
      <IssueGate />
      <TrayButton />
      <SaveBadge />
      <SizeBadge />
      <People />
      <SearchButton orders={orders} />
      <UndoButtons orders={orders} />
      <TalkButton />
      <ReadingSwitch />
      <MapMenu orders={orders} />
      <span className="empty:hidden max-sm:hidden">{freshness}</span>
      {actions}
    </header>
  );
}

function People() {
  const { followed, toggle } = useFollow();
  return <PresenceList followed={followed} onFollow={toggle} />;
}

interface OrdersProps {
  readonly orders: Orders;
}

/** On a phone it is in the menu, where there is room for it. */
function SearchButton({ orders }: OrdersProps) {
  return (
    <span className="max-sm:hidden">
      <CommandButton command={useDoable(orders)("palette")} icon={Search} />
    </span>
  );
}

function UndoButtons({ orders }: OrdersProps) {
  const doable = useDoable(orders);
  const { canUndo, canRedo } = useHistory();
  if (!useCanWrite()) return null;
  return (
    <span className="flex max-sm:hidden">
      <CommandButton
        command={doable("undo")}
        icon={Undo2}
        isDisabled={!canUndo}
      />
      <CommandButton
        command={doable("redo")}
        icon={Redo2}
        isDisabled={!canRedo}
      />
    </span>
  );
}
