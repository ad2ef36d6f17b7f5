import { STATUS_CODES } from "node:http";
import * as z from "zod";
import { problemStatus, type ProblemCode } from "@/server/errors";

/** What was wrong with one field of a request. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
}

/** The body of every refusal (RFC 9457); `code` is what programs and translations go by. */
export const problemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), code: z.string() }))
      .optional(),
    /** What is there by now, where a change came too late. */
    current: z.looseObject({}).optional(),
  })
  .meta({ id: "Problem" });

export interface ProblemOptions {
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors?: readonly FieldProblem[] | undefined;
  readonly current?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A refusal as an HTTP answer. */
export function problem(options: ProblemOptions): Response {
  const status = problemStatus[options.code];
  const body: z.infer<typeof problemBody> = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    code: options.code,
    requestId: options.requestId,
    ...(options.errors && { errors: [...options.errors] }),
    ...(options.current && { current: options.current }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      ...options.headers,
    },
  });
}

/** What zod found, as paths and stable codes; its own messages quote input and are left out. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    code:
      issue.code === "custom" && typeof issue.params?.code === "string"
        ? issue.params.code
        : issue.code,
  }));
