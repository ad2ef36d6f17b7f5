import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { FILE_TYPES } from "@/lib/api/file-limits";
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

function chooseFiles(onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = [...FILE_TYPES.picture, ...FILE_TYPES.pdf].join();
  input.addEventListener("change", () => onChosen([...(input.files ?? [])]));
  input.click();
}
