/** A number, what it counts, and what else stood behind them. */
export interface ReadFigure {
  readonly value: number;
  readonly unit: string;
  readonly rest: string;
  /** Whether the unit is a sign, which nobody writes but behind or before a figure. */
  readonly isSign: boolean;
}

const SPACES = /[\s\u00a0\u202f\u2009]+/g;
/** Signs of money stand before their number as often as behind it. */
const FIGURE =
  /^(?<money>[€$£]|CHF|EUR|USD)? ?(?<sign>[-\u2212\u2013+])? ?(?<number>\d[\d.,'’]*) ?(?<unit>%|‰|[€$£]|°C?|\/ ?\d+)?(?<after>.*)$/su;

/**
 * Reads a figure that somebody typed, such as "46,1 %", "€ 12.50" or "1.234 Minuten"; null where the text does not
 * begin with one. Without a sign, the first word behind the number is its unit.
 *
 * @param locale - says which mark divides the whole from its parts; another one does too where it groups no digits.
 */
export function readFigure(text: string, locale: string): ReadFigure | null {
  const spaced = text.replaceAll(SPACES, " ").trim();
  const groups = FIGURE.exec(spaced)?.groups;
  const value = groups?.number ? readNumber(groups.number, locale) : null;
  if (!groups || value === null) return null;
  const { money, sign, unit, after = "" } = groups;
  const sized = sign !== undefined && sign !== "+" ? -value : value;
  const said = money ?? unit?.replaceAll(" ", "");
  if (said !== undefined)
    return { value: sized, unit: said, rest: after.trim(), isSign: true };
  const [first = "", ...others] = after.trim().split(" ");
  const rest = others.join(" ");
  return { value: sized, unit: first, rest, isSign: false };
}

function readNumber(typed: string, locale: string): number | null {
  const digits = typed.replaceAll(/['’]/g, "").replace(/[.,]$/, "");
  const decimal = new Intl.NumberFormat(locale)
    .formatToParts(0.5)
    .find(({ type }) => type === "decimal")?.value;
  const [mark, other] = decimal === "," ? [",", "."] : [".", ","];
  const isGrouped = new RegExp(`^\\d{1,3}(\\${other}\\d{3})+(\\${mark}\\d+)?$`);
  const isPlain = new RegExp(`^\\d+([.,]\\d+)?$`);
  const ungrouped = isGrouped.test(digits)
    ? digits.replaceAll(other, "")
    : digits;
  if (!isPlain.test(ungrouped)) return null;
  return Number(ungrouped.replace(",", "."));
}
