import { isLocale, type Locale } from "../i18n/config";
import { MOST_TOUCHPOINTS } from "./terms";

/** Why an answer was not taken, as the address of the page says it to those without a script. */
export const FORM_PROBLEMS = ["rate_limited", "invalid", "gone"] as const;
export type FormProblem = (typeof FORM_PROBLEMS)[number];

/** Where in a pulse somebody is: what stands in the address of its page. */
export interface PulseStep {
  /** The question, counted from 0; after the last one comes thanks. */
  readonly at: number;
  /** The language that the respondent chose; null: the pulse's. */
  readonly locale: Locale | null;
  readonly problem: FormProblem | null;
}

const single = (value: string | readonly string[] | undefined) =>
  typeof value === "string" ? value : null;

/** Reads the place out of the parameters of an address; what makes no sense there says nothing. */
export function stepOf(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): PulseStep {
  const at = single(query.at) ?? "";
  const lang = single(query.lang);
  const problem = single(query.problem);
  return {
    at: /^\d{1,2}$/.test(at) ? Math.min(Number(at), MOST_TOUCHPOINTS) : 0,
    locale: isLocale(lang) ? lang : null,
    problem: FORM_PROBLEMS.find((known) => known === problem) ?? null,
  };
}

/** The address of a place in a pulse. */
export function stepPath(
  token: string,
  { at, locale, problem }: PulseStep,
): string {
  const query = new URLSearchParams();
  if (at > 0) query.set("at", String(at));
  if (locale) query.set("lang", locale);
  if (problem) query.set("problem", problem);
  const text = query.toString();
  return `/q/${token}${text === "" ? "" : `?${text}`}`;
}
