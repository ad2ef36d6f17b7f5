import de from "@/lib/i18n/messages/de/mail.json";
import en from "@/lib/i18n/messages/en/mail.json";
import nl from "@/lib/i18n/messages/nl/mail.json";
import { isLocale, type Locale } from "@/lib/i18n/config";

const catalogues: Record<Locale, typeof en> = { en, nl, de };

/** The mails there are: the keys of the catalogue that hold a subject and a body. */
export type MailKind = keyof (typeof en)["mails"];

export type MailValues = Readonly<Record<string, string>>;

export const fill = (text: string, values: MailValues) =>
  text.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");

/** The language of a mail: the receiver's, or English where we do not speak it. */
export const languageOf = (locale: string): Locale =>
  isLocale(locale) ? locale : "en";

/** All words of mails in a language. */
export const wordsOf = (locale: string): typeof en =>
  catalogues[languageOf(locale)];

/** One line: what a person called themselves must not begin another header. */
export const oneLine = (text: string) =>
  text.replaceAll(/\p{C}+/gu, " ").trim();

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (found) => escapes[found] ?? found);

/** Mails that nobody asked for by entering an address. */
const isToMember = (kind: MailKind) =>
  kind === "passwordChanged" ||
  kind === "linkEnds" ||
  kind === "namedLinkEnds" ||
  kind === "reviewDue" ||
  kind === "importDone" ||
  kind === "importFailed";

/** A day as the receiver writes it. */
export const dateFor = (locale: string, at: Date): string =>
  new Intl.DateTimeFormat(languageOf(locale), {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(at);

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What stops mails of this kind, as mail programs know it. */
const stopHeaders = (stopLink: string) => ({
  "List-Unsubscribe": `<${stopLink}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** A mail in the receiver's language. The only links in it are our own. */
export function mailText(
  kind: MailKind,
  locale: string,
  values: MailValues & { readonly link?: string; readonly stopLink?: string },
): MailText {
  const catalogue = wordsOf(locale);
  const { subject, body, action } = catalogue.mails[kind];
  const closing = isToMember(kind)
    ? catalogue.closingMember
    : catalogue.closing;
  const plain = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, oneLine(value)]),
  );
  const paragraphs = fill(body, plain).split("\n\n");
  const { link, stopLink } = values;
  const button = link
    ? `<p><a href="${escapeHtml(link)}" rel="noopener noreferrer">${escapeHtml(action)}</a></p>`
    : "";
  const { stop } = catalogue.notices;
  const stopping = stopLink
    ? ` <a href="${escapeHtml(stopLink)}" rel="noopener noreferrer">${escapeHtml(stop)}</a>`
    : "";
  return {
    subject: oneLine(fill(subject, plain)),
    text: [
      ...paragraphs,
      ...(link ? [`${action}:\n${link}`] : []),
      closing,
      ...(stopLink ? [`${stop}:\n${stopLink}`] : []),
    ].join("\n\n"),
    html: `<!doctype html><html lang="${languageOf(locale)}"><body>${paragraphs
      .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
      .join(
        "",
      )}${button}<p>${escapeHtml(closing)}${stopping}</p></body></html>`,
    ...(stopLink && { headers: stopHeaders(stopLink) }),
  };
}

/** What the first workspace of a person is called until they rename it. */
export const firstWorkspaceName = (locale: string, name: string): string =>
  fill(wordsOf(locale).firstWorkspace, { name });
