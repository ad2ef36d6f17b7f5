"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { hasGoneElsewhere } from "@/components/ui/held-keys";
import { IconButton } from "@/components/ui/icon-button";
import { useFocusKept } from "@/components/ui/keep-focus";
import { SidePanel } from "@/components/ui/side-panel";
import { useMediaQuery } from "./use-media-query";

interface PanelFrameProps {
  /** What it is about, for those who do not see it. */
  readonly label: string;
  /** Stands at the left of the bar on top. */
  readonly place: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * One record beside the map: a region of the page on a desk, where the map stays in use, and a sheet over it on a
 * phone. Esc closes it and the focus goes back to where it came from.
 */
export function PanelFrame(props: PanelFrameProps) {
  const isPhone = useMediaQuery("(max-width: 767px)");
  return isPhone ? <PhoneSheet {...props} /> : <DeskPanel {...props} />;
}

function PhoneSheet({
  label,
  place,
  actions,
  onClose,
  children,
}: PanelFrameProps) {
  return (
    <SidePanel
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      label={label}
      title={place}
      actions={actions}
    >
      {children}
    </SidePanel>
  );
}

function DeskPanel({
  label,
  place,
  actions,
  onClose,
  children,
}: PanelFrameProps) {
  const t = useTranslations("common");
  const panel = useRef<HTMLElement>(null);
  useFocusReturn(panel);
  useFocusKept(panel);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc bubbles up from the fields inside
    <aside
      ref={panel}
      data-region="panel"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={handleKeyDown}
      className="@container/panel absolute inset-y-0 right-0 z-20 flex w-112 max-w-full animate-slide-in-right flex-col border-l border-line bg-surface shadow-float outline-none xl:relative xl:w-120 xl:shrink-0 xl:animate-none xl:shadow-none focus-visible:before:absolute focus-visible:before:inset-y-0 focus-visible:before:left-0 focus-visible:before:z-10 focus-visible:before:w-0.5 focus-visible:before:bg-focus"
    >
      <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
        <div className="min-w-0 flex-1 truncate text-sm text-ink-2">
          {place}
        </div>
        {actions}
        <IconButton label={t("close")} keys="Esc" onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {children}
      </div>
    </aside>
  );
}

/** Takes the focus when it opens and gives it back when it closes; either only where nobody has moved on meanwhile. */
function useFocusReturn(panel: React.RefObject<HTMLElement | null>): void {
  // A part that somebody came for has the focus before this is asked.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const element = panel.current;
    if (!element?.contains(document.activeElement) && !hasGoneElsewhere())
      element?.focus({ preventScroll: true });
    return () => {
      const { activeElement } = document;
      const isHere =
        activeElement === document.body || element?.contains(activeElement);
      if (isHere && opener instanceof HTMLElement && opener.isConnected)
        opener.focus();
    };
  }, [panel, opener]);
}
