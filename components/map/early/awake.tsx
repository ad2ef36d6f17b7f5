"use client";

import { useLayoutEffect } from "react";
import type { RowKey } from "../grid/shape";

/** Stands in a part of the grid that comes alive by itself, and says when it has. */
export function Awake({ row }: { readonly row: RowKey }) {
  useLayoutEffect(() => globalThis.waymarkEarly?.awake(row), [row]);
  return null;
}
