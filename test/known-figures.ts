/**
 * Figures that others computed of files of theirs, as our pages are shown them. Written down here, so that what is on a
 * screen is proved also where those files are not; where they are, a test holds the two against each other.
 */
export const knownFigures = {
  /** A French shop was asked whether people recommend it, and how satisfied they are. */
  shop: {
    nps: {
      n: 147,
      promoters: 93,
      detractors: 17,
      mean: 8.6122,
      score: 51.7007,
      interval: [39.5032, 61.8301],
    },
    satisfaction: {
      n: 150,
      mean: 8.26,
      sd: 1.9676,
      interval: [7.9425, 8.5775],
    },
  },
  /** Support requests, of which a third was rated from 1 to 5. */
  tickets: {
    rows: 40,
    n: 14,
    best: 5,
    share: 35.7143,
    shareInterval: [16.3447, 61.2356],
    mean: 2.8571,
    sd: 1.6104,
    interval: [1.9273, 3.787],
  },
  /** A working day and a visit to a shop, touchpoint by touchpoint from 1 to 5. */
  days: [
    {
      name: "01-working-day.mmd",
      scores: [5, 3, 1, 5, 5],
      mean: 3.8,
      highest: 5,
      lowest: 1,
      end: 5,
      remembered: 3,
      halves: [5, 3],
    },
    {
      name: "02-go-shopping.mmd",
      scores: [5, 5, 3, 3, 2, 2, 3, 1, 4, 4, 3],
      mean: 3.1818,
      highest: 5,
      lowest: 1,
      end: 3,
      remembered: 2,
      halves: [4, 2],
    },
  ],
} as const;
