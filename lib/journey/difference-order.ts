/**
 * The fewest items of a list that must move for it to come into another order: all but a longest run that
 * already stands in that order. What stays keeps its own key, so others' moves beside it are not disturbed.
 *
 * @returns the ids that move; items of only one of the lists are not among them.
 */
export function moversBetween(
  before: readonly string[],
  after: readonly string[],
): ReadonlySet<string> {
  const rank = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => rank.has(id));
  const stays = new Set(
    longestRising(common.map((id) => rank.get(id)!)).map(
      (index) => common[index],
    ),
  );
  return new Set(common.filter((id) => !stays.has(id)));
}

/** The positions of a longest strictly rising subsequence, by patience sorting. */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  }
  const positions: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!)
    positions.unshift(at);
  return positions;
}
