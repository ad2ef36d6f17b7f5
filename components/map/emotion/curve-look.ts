"use client";

import { useRemembered } from "../views/memory";

/** How the points of a curve are drawn: faces that tell the feeling, or dots that leave more room. */
export type CurveLook = "faces" | "dots";

/** How this reader likes the points of curves, on every map. */
export function useCurveLook(): [CurveLook, (look: CurveLook) => void] {
  const [kept, keep] = useRemembered("waymark:curve-look");
  return [kept === "dots" ? "dots" : "faces", keep];
}
