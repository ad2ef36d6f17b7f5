// How figures are summed up and printed.

/** @param {number[]} values @param {number} share - 0.5 is the median. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** @param {string} name @param {number[]} values - in milliseconds. */
export function printSpread(name, values) {
  const [half, most] = [0.5, 0.95].map((share) =>
    quantile(values, share).toFixed(0),
  );
  console.log(
    `${name}: p50 ${half} ms, p95 ${most} ms (${values.length} times)`,
  );
}
