/** The element that tells the curve of a lane in words; the name of the lane points to it. */
export function curveWordsId(laneId: string): string {
  return `curve-words-${laneId}`;
}
