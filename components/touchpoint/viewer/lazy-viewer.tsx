"use client";

import { lazyPart } from "@/components/ui/lazy-part";

/** The viewer of pictures and PDFs, loaded when one is first opened. */
export const LazyViewer = lazyPart(
  async () => (await import("./viewer")).Viewer,
);
