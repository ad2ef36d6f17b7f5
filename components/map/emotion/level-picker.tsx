"use client";

import type { RefObject } from "react";
import { Dialog, Popover } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { popoverStyle } from "@/components/ui/list-style";
import type { Emotion } from "@/lib/journey/vocabulary";
import { LevelButtons } from "./level-buttons";

interface LevelPickerProps {
  readonly label: string;
  readonly value: Emotion | null;
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly onPick: (value: Emotion | null) => void;
}

/** The five faces in a row and a way back to "no value yet": what dragging does, without dragging. */
export function LevelPicker(props: LevelPickerProps) {
  const { label, value, triggerRef, onClose } = props;
  const pick = (next: Emotion | null) => {
    onClose();
    props.onPick(next);
  };
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      placement="top"
      className={cx(popoverStyle, "max-w-[92vw]")}
    >
      <Dialog aria-label={label} className="p-1.5 outline-none">
        <LevelButtons label={label} value={value} onPick={pick} autoFocus />
      </Dialog>
    </Popover>
  );
}
