/** What is not painted, as a window behind others, is done by then. */
const atLatestMs = 50;

/**
 * Does once the page has been painted what whoever writes need not wait for: a letter is seen the sooner, the less its key
 * has to do before.
 */
export class AfterPaint {
  private readonly waiting = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param work - done once, however often it is asked for meanwhile; at once where nothing is painted. */
  readonly ask = (work: () => void): void => {
    // The page may be about to end.
    if (document.visibilityState === "hidden") return work();
    this.waiting.add(work);
    if (this.timer !== undefined) return;
    this.timer = setTimeout(this.run, atLatestMs);
    requestAnimationFrame(() => setTimeout(this.run));
  };

  /** What was asked for is done already. */
  forget(work: () => void): void {
    this.waiting.delete(work);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
  }

  private readonly run = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    // What asks again, or is asked for meanwhile, waits for the next picture.
    const works = [...this.waiting];
    for (const work of works) {
      if (!this.waiting.delete(work)) continue;
      try {
        work();
      } catch (error) {
        // Whatever else waits is done all the same.
        reportError(error);
      }
    }
  };
}
