"use client";

import { useLayoutEffect } from "react";
import { usePlace } from "@/components/room/room-context";
import type { RowKey } from "../grid/shape";
import { earlyOf, ownerOf } from "./early";

/** Stands in a part of the grid that comes alive by itself, and says when it has. */
export function Awake({ row }: { readonly row: RowKey }) {
  const { journeyId, me } = usePlace();
  const owner = ownerOf(journeyId, me.id);
  useLayoutEffect(() => earlyOf(owner)?.awake(row), [owner, row]);
  return null;
}
