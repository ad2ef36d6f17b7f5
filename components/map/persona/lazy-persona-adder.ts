"use client";

import { lazyPart } from "@/components/ui/lazy-part";

/** Links a persona, or makes one; there when it is asked for. */
export const LazyPersonaAdder = lazyPart(
  async () => (await import("./persona-adder")).PersonaAdder,
);
