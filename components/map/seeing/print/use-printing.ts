"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** Hands the pages to the browser once they are on the page, and ends when it has taken or refused them. */
export function usePrinting(onDone: () => void): [boolean, () => void] {
  const [isPrinting, print] = useState(false);
  const done = useEffectEvent(onDone);
  useEffect(() => {
    if (!isPrinting) return;
    let isGone = false;
    const end = () => done();
    window.addEventListener("afterprint", end);
    void picturesDrawn().then(() => isGone || window.print());
    return () => {
      isGone = true;
      window.removeEventListener("afterprint", end);
    };
  }, [isPrinting]);
  return [isPrinting, () => print(true)];
}

const PATIENCE_MS = 5_000;

/** Pictures that are asked for only in sight would be missing on paper. One that does not come holds nothing up. */
async function picturesDrawn(): Promise<void> {
  const pictures = [
    ...document.querySelectorAll<HTMLImageElement>("[data-print-sheet] img"),
  ];
  const drawn = Promise.allSettled(
    pictures.map((picture) => {
      picture.loading = "eager";
      return picture.decode();
    }),
  );
  const enough = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([drawn, enough]);
}
