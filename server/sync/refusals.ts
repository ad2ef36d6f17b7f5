import { NOT_EDITOR } from "@/lib/protocol/close-codes";

const mostRefusals = 10;
const memoryMs = 10 * 60_000;

/** Reasons that no honest client gives; a viewer's edit or a fast typist are not among them. */
const innocent: ReadonlySet<string> = new Set([
  NOT_EDITOR,
  "too_fast",
  "too_big",
]);

/** Remembers who keeps sending what has to be refused: each refusal costs everybody a rebuild. */
export class Refusals {
  private readonly times = new Map<string, number[]>();

  note(userId: string, reason: string): void {
    if (innocent.has(reason)) return;
    this.times.set(userId, [...this.recentOf(userId), Date.now()]);
  }

  isBanned(userId: string): boolean {
    return this.recentOf(userId).length >= mostRefusals;
  }

  private recentOf(userId: string): number[] {
    const recent = (this.times.get(userId) ?? []).filter(
      (at) => at > Date.now() - memoryMs,
    );
    if (recent.length === 0) this.times.delete(userId);
    return recent;
  }
}
