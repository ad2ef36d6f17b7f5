/**
 * Reads a block as spreadsheets copy it: tabs between cells, line ends between rows, and quotes around a cell that
 * holds either. Exactly one empty row at the end is dropped, because Excel ends its text with a line break.
 */
export function readTsv(text: string): string[][] {
  const rows = new Reader(text.replace(/\r\n?/g, "\n")).read();
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  read(): string[][] {
    const rows: string[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.cell());
      const sign = this.text[this.at];
      this.at += 1;
      if (sign === undefined) return rows;
      if (sign === "\n") rows.push([]);
    }
  }

  private cell(): string {
    return this.quoted() ?? this.plain();
  }

  private plain(): string {
    const start = this.at;
    while (this.at < this.text.length && !this.isEnd()) this.at += 1;
    return this.text.slice(start, this.at);
  }

  /** A cell in quotes; null, and nothing read, where the quote is only a character of the words. */
  private quoted(): string | null {
    if (this.text[this.at] !== '"') return null;
    const start = this.at;
    let value = "";
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      if (this.text[this.at] !== '"') value += this.text[this.at];
      else if (this.text[this.at + 1] === '"') {
        value += '"';
        this.at += 1;
      } else {
        this.at += 1;
        if (this.at >= this.text.length || this.isEnd()) return value;
        break;
      }
    }
    this.at = start;
    return null;
  }

  private isEnd(): boolean {
    return this.text[this.at] === "\t" || this.text[this.at] === "\n";
  }
}

/** Writes a block so that spreadsheets read it back as it was. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join("\t")).join("\n");
}

function quote(cell: string): string {
  return /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
