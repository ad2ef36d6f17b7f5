import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseFiles } from "../clipboard/choose-files";
import type { GridStore } from "../grid/grid-store";
import type { GridCell } from "../grid/shape";
import type { MenuEntry } from "./use-menu-items";

const TAKING: readonly GridCell["role"][] = ["cards", "field", "touchpoint"];

/** Files from the device, into the same places that take them from the clipboard. */
export function useAttachEntry(
  store: GridStore,
  cell: GridCell | null,
): MenuEntry[] {
  const t = useTranslations("lanes");
  if (!cell || !TAKING.includes(cell.role)) return [];
  return [
    {
      id: "attach",
      label: t("attach"),
      icon: <ImagePlus aria-hidden="true" />,
      run: () => chooseFiles((files) => store.give(files)),
    },
  ];
}
