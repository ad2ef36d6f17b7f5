"use client";

import {
  Check,
  Ellipsis,
  Link as LinkIcon,
  Lock,
  Pencil,
  RefreshCw,
  Trash2,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { useRoom } from "@/components/room/room-context";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import type { ViewChange, ViewItem } from "@/lib/api/views";
import { isSameSight } from "@/lib/sight/sight";
import { useSight } from "../seeing-context";

interface RowProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

interface ViewRowProps extends RowProps {
  readonly view: ViewItem;
  readonly onChange: (change: ViewChange) => Promise<void>;
  readonly onRemove: () => Promise<void>;
}

/** The map with nothing left out. */
export function WholeRow(props: RowProps) {
  const t = useTranslations("seeing.views");
  return (
    <li>
      <Choose {...props}>{t("whole")}</Choose>
    </li>
  );
}

/** A view that was kept: choose it, hand it on, change it. */
export function ViewRow(props: ViewRowProps) {
  const { view, isChosen, onChoose, onChange } = props;
  const t = useTranslations("seeing.views");
  const [isRenaming, rename] = useState(false);
  if (isRenaming)
    return (
      <li className="px-1 py-1">
        <Rename
          name={view.name}
          onDone={(name) => {
            rename(false);
            if (name && name !== view.name) void onChange({ name });
          }}
        />
      </li>
    );
  return (
    <li className="flex items-center">
      <Choose {...{ isChosen, onChoose }}>
        <span className="block truncate">{view.name}</span>
        <span className="block truncate text-xs text-ink-3">
          {view.mine
            ? t(view.shared ? "mineForAll" : "mineAlone")
            : t("by", { name: view.owner?.name ?? t("someone") })}
        </span>
      </Choose>
      <ViewMenu {...props} onRename={() => rename(true)} />
    </li>
  );
}

function Choose({
  isChosen,
  onChoose,
  children,
}: RowProps & { readonly children: ReactNode }) {
  return (
    <button
      type="button"
      aria-current={isChosen ? "true" : undefined}
      onClick={onChoose}
      className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-sm px-2 py-1 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
    >
      <span className="min-w-0 flex-1">{children}</span>
      {isChosen ? (
        <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />
      ) : null}
    </button>
  );
}

interface RenameProps {
  readonly name: string;
  /** Null: left as it was. */
  readonly onDone: (name: string | null) => void;
}

function Rename({ name, onDone }: RenameProps) {
  const t = useTranslations("seeing.views");
  const [typed, setTyped] = useState(name);
  return (
    <TextField
      label={t("name")}
      isLabelHidden
      autoFocus
      maxLength={80}
      value={typed}
      onChange={setTyped}
      onBlur={() => onDone(typed.trim() || null)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onDone(typed.trim() || null);
        else if (event.key === "Escape") onDone(null);
        else event.continuePropagation();
      }}
    />
  );
}

function ViewMenu(props: ViewRowProps & { readonly onRename: () => void }) {
  const { view, onChange, onRemove, onRename } = props;
  const t = useTranslations("seeing.views");
  const { mayEdit } = useRoom();
  const sight = useSight();
  const copy = async () => {
    const url = new URL(window.location.href);
    url.search = new URLSearchParams({ saved: view.id }).toString();
    try {
      await navigator.clipboard.writeText(url.href);
      showToast({ text: t("copied"), tone: "success" });
    } catch {
      showToast({ text: url.href });
    }
  };
  const icon = { "aria-hidden": true } as const;
  return (
    <Menu
      label={t("more", { name: view.name })}
      trigger={
        <IconButton label={t("more", { name: view.name })} size="sm">
          <Ellipsis {...icon} />
        </IconButton>
      }
    >
      <MenuItem icon={<LinkIcon {...icon} />} onAction={() => void copy()}>
        {t("copy")}
      </MenuItem>
      {view.changeable ? (
        <>
          <MenuItem icon={<Pencil {...icon} />} onAction={onRename}>
            {t("rename")}
          </MenuItem>
          {isSameSight(sight, view.sight) ? null : (
            <MenuItem
              icon={<RefreshCw {...icon} />}
              onAction={() => void onChange({ sight })}
            >
              {t("update")}
            </MenuItem>
          )}
          {mayEdit || view.shared ? (
            <MenuItem
              icon={view.shared ? <Lock {...icon} /> : <Users {...icon} />}
              onAction={() => void onChange({ shared: !view.shared })}
            >
              {t(view.shared ? "unshare" : "share")}
            </MenuItem>
          ) : null}
          <MenuItem
            icon={<Trash2 {...icon} />}
            isDanger
            onAction={() => void onRemove()}
          >
            {t("delete")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
