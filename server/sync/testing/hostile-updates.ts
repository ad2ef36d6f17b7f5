import * as encoding from "lib0/encoding";

/** An update written by hand, number by number. */
export const byHand = (write: (encoder: encoding.Encoder) => void) => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/** A struct that only says how long it is, far ahead of everything. */
export const farClock = byHand((encoder) => {
  encoding.writeVarUint(encoder, 20);
  for (let client = 0; client < 20; client++) {
    for (const number of [1, 9_000 + client, 2 ** 30, 0, 1])
      encoding.writeVarUint(encoder, number);
  }
  encoding.writeVarUint(encoder, 0);
});

const numbers = (...list: number[]) =>
  byHand((encoder) => {
    for (const number of list) encoding.writeVarUint(encoder, number);
  });
const many = 30_000_000;

/** Few bytes that declare millions of something: a decoder that believes one of them makes room for them. */
export const bombs = [
  // Structs of one client, in seven bytes.
  numbers(1, many, 1, 0),
  // Clients, each of them without a struct.
  numbers(20, 0, 1, 0),
  // Clients of the delete set, and ranges of one.
  numbers(0, many),
  numbers(0, 1, 1, many),
  // A string, a list and a map of that length, under `meta`.
  ...[
    [4, many],
    [8, many],
    [8, 1, 118, many],
    [8, 1, 117, many],
  ].map(([kind, ...rest]) =>
    Buffer.concat([
      numbers(1, 1, 7, 0, kind as number, 1, 4),
      Buffer.from("meta"),
      numbers(...rest),
    ]),
  ),
];

/** Eight thousand levels: of plain values, or of maps in maps. */
export const deep = (what: "values" | "types") =>
  byHand((encoder) => {
    const levels = 8_000;
    const head = what === "values" ? [1, 1, 7, 0, 0x28, 1] : [1, levels, 7, 0];
    for (const number of head) encoding.writeVarUint(encoder, number);
    for (let level = 0; level < levels; level++) {
      if (what === "values") {
        if (level === 0) {
          encoding.writeVarString(encoder, "meta");
          encoding.writeVarString(encoder, "x");
          encoding.writeVarUint(encoder, 1);
        }
        encoding.writeUint8(encoder, 117);
        encoding.writeVarUint(encoder, 1);
        continue;
      }
      encoding.writeUint8(encoder, 0x27);
      if (level === 0) {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, "meta");
      } else {
        for (const number of [0, 7, level - 1])
          encoding.writeVarUint(encoder, number);
      }
      encoding.writeVarString(encoder, "x");
      encoding.writeVarUint(encoder, 1);
    }
    if (what === "values") encoding.writeUint8(encoder, 126);
    encoding.writeVarUint(encoder, 0);
  });

/** Eighty kilobytes of structs that only say how long they are. */
export const flood = byHand((encoder) => {
  const structs = 13_000;
  for (const number of [1, structs, 4_712, 2 ** 30])
    encoding.writeVarUint(encoder, number);
  for (let struct = 0; struct < structs; struct++)
    for (const number of [0, 2 ** 30]) encoding.writeVarUint(encoder, number);
  encoding.writeVarUint(encoder, 0);
});
