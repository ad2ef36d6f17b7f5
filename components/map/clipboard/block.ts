import * as z from "zod";
import { MAX_STRING } from "@/lib/journey/limits";
import {
  COLOURS,
  DECISION_STATUSES,
  TASK_STATUSES,
} from "@/lib/journey/vocabulary";

const card = z.object({
  text: z.string().max(MAX_STRING),
  colour: z.enum(COLOURS).nullable(),
  metric: z.object({ value: z.number(), unit: z.string() }).nullable(),
  decision: z
    .object({ status: z.enum(DECISION_STATUSES), reason: z.string() })
    .nullable(),
  score: z
    .object({
      customerValue: z.number(),
      businessValue: z.number(),
      effort: z.number(),
    })
    .nullable(),
  task: z
    .object({
      stakeholderId: z.string().nullable(),
      status: z.enum(TASK_STATUSES),
      due: z.string().nullable(),
    })
    .nullable(),
});

const MAX_SIDE = 200;
const block = z.object({
  version: z.literal(1),
  /** The people of another workspace are unknown here. */
  workspace: z.string(),
  rows: z.array(z.array(z.array(card)).max(MAX_SIDE)).max(MAX_SIDE),
});

export type CopiedCard = z.infer<typeof card>;
/** Cells with their cards, as they travel from one map to another. */
export type CopiedBlock = z.infer<typeof block>;

const ATTRIBUTE = "data-waymark-cells";

/** The block as an HTML table for documents and mails, which carries the cards themselves along. */
export function writeHtml(
  texts: readonly (readonly string[])[],
  copied: CopiedBlock,
): string {
  const rows = texts
    .map(
      (row) =>
        `<tr>${row.map((text) => `<td>${lines(text)}</td>`).join("")}</tr>`,
    )
    .join("");
  return `<table ${ATTRIBUTE}="${escape(JSON.stringify(copied))}">${rows}</table>`;
}

/** The cards in a piece of HTML that came from a map; null in any other. */
export function readHtml(html: string): CopiedBlock | null {
  if (!html.includes(ATTRIBUTE)) return null;
  const table = new DOMParser()
    .parseFromString(html, "text/html")
    .querySelector(`[${ATTRIBUTE}]`);
  try {
    const read = block.safeParse(
      JSON.parse(table?.getAttribute(ATTRIBUTE) ?? "null"),
    );
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function lines(text: string): string {
  return escape(text).replaceAll("\n", "<br>");
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
