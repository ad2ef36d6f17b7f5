/**
 * The beginning of a text, no longer than a number of characters. What is written with two of them (an emoji) is not
 * cut in half, for half of it is no text and no database takes it.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? most - 1 : most);
}

/** A cell of a file that can name characters by their numbers: those that no text has are taken out or replaced. */
export function plainText(cell: string): string {
  return cell.replaceAll("\0", "").toWellFormed().trim();
}
