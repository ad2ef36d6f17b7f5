// The thread beside the server that puts large documents together, so that nobody waits for it.
import { parentPort } from "node:worker_threads";
import { AppError } from "@/server/errors";
import { runLogJob } from "./log-jobs";
import type { Answer, Question } from "./log-worker";

async function answer({ id, job }: Question): Promise<Answer> {
  try {
    return { id, ok: true, result: await runLogJob(job) };
  } catch (error) {
    const isDamaged =
      error instanceof AppError && error.code === "blob_damaged";
    return { id, ok: false, isDamaged, words: String(error) };
  }
}

parentPort?.on("message", (question: Question) => {
  void answer(question).then((said) => parentPort?.postMessage(said));
});
