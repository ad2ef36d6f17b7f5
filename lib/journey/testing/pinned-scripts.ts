import type { Script } from "./script";

/** Scripts that have broken the core or a mutant of it once; they run for ever. */
export const PINNED: readonly (readonly [why: string, script: Script])[] = [
  [
    "undo by the winner of a collision over one register",
    {
      people: 2,
      steps: [
        ["colourStage", 0, 0, 1, 0],
        ["colourStage", 1, 0, 2, 0],
        ["deliverAll", 0, 0, 0, 0],
        ["deliverAll", 1, 0, 0, 0],
        ["deliverAll", 0, 1, 0, 0],
        ["deliverAll", 1, 1, 0, 0],
        ["undo", 0, 0, 0, 0],
        ["undo", 1, 0, 0, 0],
        ["redo", 1, 0, 0, 0],
      ],
    },
  ],
  [
    "typing into a card while another deletes it and loses the connection",
    {
      people: 2,
      steps: [
        ["leave", 1, 0, 0, 0],
        ["deleteCard", 1, 0, 0, 0],
        ["type", 0, 0, 3, 0],
        ["return", 1, 0, 0, 0],
        ["undo", 1, 0, 0, 0],
        ["restart", 0, 0, 0, 0],
      ],
    },
  ],
  [
    "two moves of one card to different cells, delivered doubled and out of order",
    {
      people: 3,
      steps: [
        ["moveCard", 0, 0, 0, 1],
        ["moveCard", 1, 0, 1, 0],
        ["addCard", 1, 0, 1, 0],
        ["double", 1, 0, 0, 0],
        ["reorder", 1, 1, 0, 0],
        ["deliverAll", 0, 0, 0, 0],
        ["reloadWithCopy", 2, 0, 0, 0],
        ["undo", 0, 0, 0, 0],
      ],
    },
  ],
  [
    "the first of two messages is dropped and its author reloads without a copy",
    {
      people: 2,
      steps: [
        ["addCard", 0, 0, 0, 0],
        ["type", 0, 3, 1, 0],
        ["drop", 0, 0, 0, 0],
        ["deliverUp", 0, 0, 0, 0],
        ["type", 0, 1, 0, 0],
        ["reloadWithout", 0, 0, 0, 0],
        ["deliverAll", 1, 1, 0, 0],
      ],
    },
  ],
  [
    "erasing what another typed, and taking that back and forth",
    {
      people: 3,
      steps: [
        ["type", 4, 56, 52, 6],
        ["deliverAll", 4, 32, 44, 27],
        ["reloadWithCopy", 0, 60, 56, 2],
        ["undo", 3, 25, 52, 57],
        ["addCard", 0, 27, 39, 12],
        ["erase", 0, 36, 32, 45],
        ["undo", 3, 53, 0, 40],
        ["redo", 3, 17, 4, 14],
      ],
    },
  ],
];
