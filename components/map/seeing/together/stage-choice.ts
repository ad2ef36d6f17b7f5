/** Which stage a list of one stage at a time shows; null: the first. */
export class StageChoice {
  private stageId: string | null = null;
  private readonly listeners = new Set<() => void>();

  readonly get = (): string | null => this.stageId;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly choose = (stageId: string): void => {
    if (stageId === this.stageId) return;
    this.stageId = stageId;
    for (const listener of this.listeners) listener();
  };
}
