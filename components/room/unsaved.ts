/**
 * What waits for its acknowledgement, and since when. A marker asks whether everything before it is stored; while
 * somebody goes on writing each answer covers only a part, and only the rest still counts as waiting.
 */
export class Unsaved {
  private asked: { readonly marker: number; readonly since: number }[] = [];
  /** The first change that no marker asks about yet. */
  private fresh: number | null = null;
  private marker = 0;

  /** Since when the oldest change waits, in epoch milliseconds; null when all is stored. */
  get since(): number | null {
    return this.asked[0]?.since ?? this.fresh;
  }

  note(now: number): void {
    this.fresh ??= now;
  }

  /** The number of a question about everything up to now. */
  ask(): number {
    this.marker += 1;
    const { marker, fresh } = this;
    if (fresh !== null) this.asked.push({ marker, since: fresh });
    this.fresh = null;
    return marker;
  }

  /** Takes an answer, which covers earlier questions too. */
  acknowledge(marker: number): void {
    this.asked = this.asked.filter((question) => question.marker > marker);
  }

  /** The connection is over: what it was asked has to be asked again. */
  forgetQuestions(): void {
    this.fresh = this.since;
    this.asked = [];
  }

  clear(): void {
    this.fresh = null;
    this.asked = [];
  }
}
