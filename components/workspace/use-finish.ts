"use client";

import { useRouter } from "next/navigation";
import { showToast } from "@/components/ui/toast";

/** Says that it is done, closes the dialog and reads the page again. */
export function useFinish(onOpenChange: (isOpen: boolean) => void) {
  const router = useRouter();
  return (text: string) => {
    showToast({ text, tone: "success" });
    onOpenChange(false);
    router.refresh();
  };
}
