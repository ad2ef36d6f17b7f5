import * as z from "zod";
import { moment, named } from "./fields";

/** What a team asks of its finished map, in the order in which it is asked. */
export const EVALUATION_QUESTIONS = [
  "serve-better",
  "enough-contact",
  "after-care",
  "first-visit",
  "assumptions",
  "personal",
  "owners",
  "trouble",
  "peak-end",
] as const;
export type EvaluationQuestion = (typeof EVALUATION_QUESTIONS)[number];

const question = z.enum(EVALUATION_QUESTIONS);
const note = z.string().max(5_000);

/** What was said to one question; a question that nobody touched has no answer. */
export const evaluationAnswer = z.object({
  question,
  isDone: z.boolean(),
  note,
  by: named.nullable(),
  updatedAt: moment,
});
export type EvaluationAnswer = z.infer<typeof evaluationAnswer>;

export const evaluation = z.object({ answers: z.array(evaluationAnswer) });
export type Evaluation = z.infer<typeof evaluation>;

export const evaluationChange = z.strictObject({
  question,
  isDone: z.boolean().optional(),
  note: z
    .strictObject({
      text: note,
      /** The note that the writer saw; another one in its place is not overwritten. */
      before: note,
    })
    .optional(),
});
export type EvaluationChange = z.infer<typeof evaluationChange>;
