import { FILE_TYPES } from "@/lib/api/file-limits";

/** Asks for files from the device. */
export function chooseFiles(onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = [...FILE_TYPES.picture, ...FILE_TYPES.pdf].join();
  input.addEventListener("change", () => onChosen([...(input.files ?? [])]));
  input.click();
}
