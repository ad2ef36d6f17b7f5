import type { DigestContent, DigestPart } from "@/lib/digest/digest";
import {
  dateFor,
  escapeHtml,
  fill,
  languageOf,
  oneLine,
  wordsOf,
  type MailText,
} from "./text";

/** A digest on its way: what it says, and the two addresses in it. */
export interface DigestLetter {
  readonly name: string;
  readonly workspace: string;
  readonly content: DigestContent;
  /** The page of what is theirs. */
  readonly link: string;
  readonly stopLink: string;
  /** It comes once a week, or because something became theirs; one that waited from before is of the week. */
  readonly occasion?: "week" | "news";
}

export interface DigestText extends MailText {
  /** With these a mail program offers to stop it by one click (RFC 8058). */
  readonly headers: Readonly<Record<string, string>>;
}

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A long text of a card is cut: the whole of it is behind the link. */
const mostLetters = 160;

function shortened(text: string): string {
  const line = oneLine(text);
  const letters = [...line];
  return letters.length > mostLetters
    ? `${letters
        .slice(0, mostLetters - 1)
        .join("")
        .trimEnd()}…`
    : line;
}

function sectionsOf(content: DigestContent, locale: string): Section[] {
  const words = wordsOf(locale).digest;
  const inPlace = (text: string, place: string) =>
    place === "" ? text : `${text} (${shortened(place)})`;
  const section = <Item>(
    heading: string,
    { items, more }: DigestPart<Item>,
    say: (item: Item) => string,
  ): Section => ({
    heading,
    lines: [
      ...items.map(say),
      ...(more > 0 ? [fill(words.more, { count: String(more) })] : []),
    ],
  });
  const task = ({
    text,
    due,
    place,
  }: DigestContent["open"]["items"][number]) => {
    const what = inPlace(shortened(text) || words.untitledTask, place);
    if (due === null) return what;
    const day = dateFor(locale, new Date(due));
    return `${what}, ${fill(words.due, { day })}`;
  };
  const titleOf = (item: { title: string; journey: string }) =>
    inPlace(shortened(item.title) || words.untitledTouchpoint, item.journey);
  return [
    section(words.overdue, content.overdue, task),
    section(words.open, content.open, task),
    section(words.gained, content.gained, titleOf),
    section(words.given, content.given, (item) => {
      const owners = item.owners.map(shortened).join(", ");
      const now = owners ? fill(words.now, { owners }) : words.nobody;
      return `${titleOf(item)}: ${now}`;
    }),
  ].filter(({ lines }) => lines.length > 0);
}

/** A digest in the receiver's language. The only links in it are our own. */
export function digestText(letter: DigestLetter, locale: string): DigestText {
  const all = wordsOf(locale).digest;
  const isNews = letter.occasion === "news";
  const words = { ...all, ...(isNews && all.news) };
  const { link, stopLink } = letter;
  const names = {
    name: oneLine(letter.name),
    workspace: oneLine(letter.workspace),
  };
  const intro = fill(words.intro, names).split("\n\n");
  const sections = sectionsOf(letter.content, locale);
  const closing = fill(words.closing, names);
  const anchor = (to: string, text: string) =>
    `<a href="${escapeHtml(to)}" rel="noopener noreferrer">${escapeHtml(text)}</a>`;
  return {
    subject: oneLine(fill(words.subject, names)),
    text: [
      ...intro,
      ...sections.map(
        ({ heading, lines }) =>
          `${heading}\n${lines.map((line) => `- ${line}`).join("\n")}`,
      ),
      `${words.action}:\n${link}`,
      closing,
      `${words.stop}:\n${stopLink}`,
    ].join("\n\n"),
    html: `<!doctype html><html lang="${languageOf(locale)}"><body>${[
      ...intro.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
      ...sections.map(
        ({ heading, lines }) =>
          `<h2>${escapeHtml(heading)}</h2><ul>${lines
            .map((line) => `<li>${escapeHtml(line)}</li>`)
            .join("")}</ul>`,
      ),
      `<p>${anchor(link, words.action)}</p>`,
      `<p>${escapeHtml(closing)} ${anchor(stopLink, words.stop)}</p>`,
    ].join("")}</body></html>`,
    headers: {
      "List-Unsubscribe": `<${stopLink}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
