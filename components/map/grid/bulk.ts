import { oneStep } from "@/components/room/one-step";
import { deleteCard, reviveCard, setCard } from "@/lib/journey/cards";
import { addChannel, removeChannel } from "@/lib/journey/channels";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { CardId, ChannelId, StakeholderId } from "@/lib/journey/ids";
import type { TouchpointId } from "@/lib/journey/ids";
import type { Card } from "@/lib/journey/journey-map";
import { setOwner, setResponsible } from "@/lib/journey/owners";
import { deleteTouchpoint, reviveTouchpoint } from "@/lib/journey/touchpoints";
import type { Colour, OwnerRole } from "@/lib/journey/vocabulary";
import { performMove } from "./perform-move";
import type { Pick } from "./picks";
import type { Place, Subject } from "./places";

type Outcome = CommandResult<{ readonly count: number }>;

/** Does the same to each, as one step to take back; refused only where nothing could be done. */
function each<T>(
  ctx: CommandContext,
  things: readonly T[],
  command: (step: CommandContext, thing: T) => CommandResult,
): Outcome {
  const results = oneStep(ctx, (step) =>
    things.map((thing) => command(step, thing)),
  );
  const refused = results.find((result) => !result.ok);
  const count = results.filter(({ ok }) => ok).length;
  return count === 0 && refused ? refused : { ok: true, count };
}

/** Moves things to one place, in the order in which they were given. */
export function moveAll(
  ctx: CommandContext,
  subjects: readonly Subject[],
  place: Place,
): Outcome {
  return each(ctx, subjects, (step, subject) =>
    performMove(step, subject, place),
  );
}

/** Moves cards and touchpoints to the trash. */
export function deleteAll(
  ctx: CommandContext,
  picks: readonly Pick[],
): Outcome {
  return each(ctx, picks, (step, pick) =>
    pick.kind === "card"
      ? deleteCard(step, { cardId: pick.id })
      : deleteTouchpoint(step, { touchpointId: pick.id }),
  );
}

/** Takes cards and touchpoints back out of the trash. */
export function reviveAll(
  ctx: CommandContext,
  picks: readonly Pick[],
): Outcome {
  return each(ctx, picks, (step, pick) =>
    pick.kind === "card"
      ? reviveCard(step, { cardId: pick.id })
      : reviveTouchpoint(step, { touchpointId: pick.id }),
  );
}

/** Gives cards a colour, or takes it away. */
export function colourAll(
  ctx: CommandContext,
  cards: readonly CardId[],
  colour: Colour | null,
): Outcome {
  return each(ctx, cards, (step, cardId) => setCard(step, { cardId, colour }));
}

/** Gives touchpoints a channel, or takes it off them. */
export function channelAll(
  ctx: CommandContext,
  touchpoints: readonly TouchpointId[],
  change: { readonly channelId: ChannelId; readonly isOn: boolean },
): Outcome {
  const { channelId, isOn } = change;
  const command = isOn ? addChannel : removeChannel;
  return each(ctx, touchpoints, (step, touchpointId) =>
    command(step, { touchpointId, channelId }),
  );
}

/** What a person can be made responsible for. */
export interface Duties {
  readonly touchpoints: readonly TouchpointId[];
  /** Cards of the kind that can be a task. */
  readonly tasks: readonly Card[];
}

/** Makes one person responsible for touchpoints and tasks, or takes them off all of these. */
export function ownAll(
  ctx: CommandContext,
  { touchpoints, tasks }: Duties,
  change: {
    readonly stakeholderId: StakeholderId;
    readonly isOn: boolean;
    /** Of touchpoints; a task has nobody who is only involved. */
    readonly role?: OwnerRole;
  },
): Outcome {
  const { stakeholderId, isOn, role = "responsible" } = change;
  return each<TouchpointId | Card>(ctx, [...touchpoints, ...tasks], own);

  function own(step: CommandContext, thing: TouchpointId | Card) {
    if (typeof thing !== "string") {
      const task = thing.task ?? { status: "open", due: null };
      return setCard(step, {
        cardId: thing.id,
        task: { ...task, stakeholderId: isOn ? stakeholderId : null },
      });
    }
    return isOn && role === "responsible"
      ? setResponsible(step, { touchpointId: thing, stakeholderId })
      : setOwner(step, {
          touchpointId: thing,
          stakeholderId,
          role: isOn ? role : null,
        });
  }
}
