import type { NoticeKind } from "@/lib/conversation/wishes";
import type { DigestText } from "./digest-text";
import { escapeHtml, fill, languageOf, oneLine, wordsOf } from "./text";

/** One thing that its reader should know. */
interface LetterItem {
  readonly kind: NoticeKind;
  /** Who caused it; empty where that is not known. */
  readonly actor: string;
  /** What it is about; empty for a map, or what has no name. */
  readonly label: string;
  readonly journey: string;
  /** What was said; empty where nothing was. */
  readonly excerpt: string;
  /** The exact place. */
  readonly link: string;
}

/** A mail about notifications on its way. */
export interface NoticesLetter {
  readonly name: string;
  readonly workspace: string;
  /** One at least. */
  readonly items: readonly LetterItem[];
  /** How many there are besides. */
  readonly more: number;
  /** The inbox. */
  readonly link: string;
  readonly stopLink: string;
}

const mostLetters = 80;

function shortened(text: string): string {
  const letters = [...oneLine(text)];
  return letters.length > mostLetters
    ? `${letters
        .slice(0, mostLetters - 1)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}

/** Whatever a mail program could take for an address: it would make a link of it that is not ours. */
const address =
  /(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+|[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.\p{L}{2,}(?:[/:?#]\S*)?/giu;

/** What people wrote, without anything that a mail program could make a link of. */
export const withoutAddresses = (text: string, instead: string): string =>
  text.replaceAll(address, instead);

interface Line {
  readonly title: string;
  readonly excerpt: string;
  readonly link: string;
}

function lineOf(item: LetterItem, locale: string): Line {
  const words = wordsOf(locale).notices;
  const safe = (text: string) => withoutAddresses(shortened(text), words.link);
  const journey = safe(item.journey) || words.untitled;
  const label = safe(item.label);
  const place =
    label === ""
      ? fill(words.onMap, { journey })
      : fill(words.onThing, { label, journey });
  const actor = safe(item.actor) || words.somebody;
  return {
    title: fill(words.kind[item.kind], { actor, place }),
    excerpt: withoutAddresses(oneLine(item.excerpt), words.link),
    link: item.link,
  };
}

/** Notifications in the receiver's language. The only links in it are our own. */
export function noticesText(letter: NoticesLetter, locale: string): DigestText {
  const words = wordsOf(locale).notices;
  const safe = (text: string) => withoutAddresses(oneLine(text), words.link);
  const names = { name: safe(letter.name), workspace: safe(letter.workspace) };
  const lines = letter.items.map((item) => lineOf(item, locale));
  const { more, link, stopLink } = letter;
  const count = String(lines.length + more);
  const subject =
    lines.length + more === 1
      ? (lines[0]?.title ?? "")
      : fill(words.subject, { ...names, count });
  const greeting = fill(words.greeting, names);
  const others = more > 0 ? [fill(words.more, { count: String(more) })] : [];
  const closing = fill(words.closing, names);
  const anchor = (to: string, text: string) =>
    `<a href="${escapeHtml(to)}" rel="noopener noreferrer">${escapeHtml(text)}</a>`;
  const quoted = (text: string) =>
    text === "" ? "" : `<blockquote>${escapeHtml(text)}</blockquote>`;
  return {
    subject: oneLine(subject),
    text: [
      greeting,
      ...lines.map(
        ({ title, excerpt, link: to }) =>
          `${title}${excerpt ? `\n> ${excerpt}` : ""}\n${to}`,
      ),
      ...others,
      `${words.action}:\n${link}`,
      closing,
      `${words.stop}:\n${stopLink}`,
    ].join("\n\n"),
    html: `<!doctype html><html lang="${languageOf(locale)}"><body><p>${escapeHtml(greeting)}</p>${lines
      .map(
        ({ title, excerpt, link: to }) =>
          `<p>${anchor(to, title)}</p>${quoted(excerpt)}`,
      )
      .join("")}${others
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join(
        "",
      )}<p>${anchor(link, words.action)}</p><p>${escapeHtml(closing)} ${anchor(stopLink, words.stop)}</p></body></html>`,
    headers: {
      "List-Unsubscribe": `<${stopLink}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
