import * as z from "zod";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import { setText, type TextRef } from "@/lib/journey/texts";
import type { Cells } from "./map-cells";
import type { EntityRef } from "./map-entity";
import type { WorkspaceRefs } from "./map-refs";

type Args<
  I extends z.core.$ZodLooseShape,
  B extends z.core.$ZodLooseShape,
> = z.output<z.ZodObject<I & B>>;

/** Where changes are made, and what is known of its cells from one of them to the next. */
export interface MapContext extends CommandContext {
  readonly cells: Cells;
}

/** What makes something is given the id for it as well. */
type Run<A> = (ctx: MapContext, args: A, newId: string) => CommandResult;

interface Spec<
  I extends z.core.$ZodLooseShape,
  B extends z.core.$ZodLooseShape,
> {
  /** How a list of changes names it. */
  readonly op: string;
  /** What the path names. */
  readonly ids: I;
  readonly body: B;
  /** It makes something: nobody can have changed that before. */
  readonly isNew?: boolean;
  /** It leaves the cells as they are, or knows what it does to them. */
  readonly keepsCells?: boolean;
  /** The thing that it changes, or makes under the id that is handed in. */
  readonly ref: (args: Args<I, B>, newId: string) => EntityRef;
  /** Where what is answered under `id` is a part of that thing. */
  readonly part?: (args: Args<I, B>, newId: string) => string;
  /** Rows of the workspace that it names. */
  readonly rows?: (args: Args<I, B>) => WorkspaceRefs;
  readonly run: Run<Args<I, B>>;
}

/** One kind of change of a map, with its types forgotten. */
export interface Verb {
  readonly op: string;
  readonly ids: z.core.$ZodLooseShape;
  readonly body: z.core.$ZodLooseShape;
  readonly isNew?: boolean;
  /** It leaves the cells as they are, or knows what it does to them. */
  readonly keepsCells?: boolean;
  readonly ref: (args: never, newId: string) => EntityRef;
  readonly part?: (args: never, newId: string) => string;
  readonly rows?: (args: never) => WorkspaceRefs;
  readonly run: Run<never>;
}

/** Declares a kind of change of a map; its route and its place in lists of changes are made of this. */
export const verb = <
  const I extends z.core.$ZodLooseShape,
  const B extends z.core.$ZodLooseShape,
>(
  spec: Spec<I, B>,
): Verb => spec;

/** One change that someone asks for. */
export interface MapChange {
  readonly verb: Verb;
  readonly args: object;
  readonly ifSeq?: number | undefined;
}

/** Does one thing after the other until one is refused. */
export function inTurn(
  ...steps: readonly (() => CommandResult)[]
): CommandResult {
  for (const step of steps) {
    const result = step();
    if (!result.ok) return result;
  }
  return { ok: true };
}

/** Sets those of some texts that are given. */
export const setTexts = (
  ctx: CommandContext,
  texts: readonly (readonly [TextRef, string | undefined])[],
): CommandResult =>
  inTurn(
    ...texts.map(
      ([ref, text]) =>
        () =>
          text === undefined
            ? ({ ok: true } as const)
            : setText(ctx, ref, text),
    ),
  );
