/** The languages of the product, the first one being the fallback. */
export const LOCALES = ["en", "nl", "de"] as const;
export type Locale = (typeof LOCALES)[number];
const DEFAULT_LOCALE: Locale = "en";

/** Tells whether a value names a language that the product speaks. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * Picks the best language for an Accept-Language header; the fallback when none fits.
 *
 * @param header - the raw header; absent, empty or malformed ones are fine.
 */
export function negotiateLocale(header: string | null | undefined): Locale {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) =>
        parameter.trim().startsWith("q="),
      );
      const weight = quality ? Number.parseFloat(quality.trim().slice(2)) : 1;
      return {
        language: tag.split("-")[0],
        weight: Number.isFinite(weight) ? weight : 0,
      };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}
