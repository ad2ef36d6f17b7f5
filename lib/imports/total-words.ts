import { plainWord } from "./answer-words";

/** What programs call the row that sums up the others, in the languages of the product and of their neighbours. */
const TOTAL = new Set([
  "grand total",
  "overall total",
  "total",
  "totals",
  "algemeen totaal",
  "eindtotaal",
  "totaal",
  "totalen",
  "gesamt",
  "gesamtergebnis",
  "gesamtsumme",
  "gesamtwert",
  "insgesamt",
  "summe",
  "somme",
  "total général",
  "totaux",
]);

/** Whether a cell says that its row sums up others. */
export function isTotalWord(cell: string): boolean {
  return cell.length <= 20 && TOTAL.has(plainWord(cell));
}
