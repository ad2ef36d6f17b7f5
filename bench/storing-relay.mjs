// The least that storing before telling costs with Node, ws and pg: a relay that parses nothing, knows nobody and
// judges nothing, but forwards a change only when PostgreSQL has it. One statement is on its way at a time; what
// arrives meanwhile goes together in the next, and to each receiver in one write. What a server does beside that can
// be made cheaper; this cannot. With --yjs it also takes each change into a document of the room. With --look-up it asks
// PostgreSQL who comes, all that came in one turn at once, by a table as wide as a session with a right, and answers
// with an empty document when it knows: the least that returning costs where everybody is authenticated.
//
//   PORT=… DATABASE_URL=… node bench/storing-relay.mjs [--yjs] [--look-up]
import crypto from "node:crypto";
import * as decoding from "lib0/decoding";
import pg from "pg";
import { Sender, WebSocketServer } from "ws";
import * as Y from "yjs";

const hasDocuments = process.argv.includes("--yjs");
const isLookingUp = process.argv.includes("--look-up");
/** SyncStep2 with an update that holds nothing. */
const emptyAnswer = Buffer.from([0, 1, 2, 0, 0]);
const sync = 0;
const update = 2;
const framing = {
  fin: true,
  opcode: 2,
  mask: false,
  readOnly: true,
  rsv1: false,
};

const db = new pg.Client(process.env.DATABASE_URL);
await db.connect();
await db.query(
  "CREATE TABLE IF NOT EXISTS relayed (nth bigserial PRIMARY KEY, room text NOT NULL, data bytea NOT NULL)",
);

/** Stores frames of any rooms; prepared, and without arrays where it is only one. */
const store = ([first, ...more]) =>
  more.length === 0
    ? db.query({
        name: "one",
        text: "INSERT INTO relayed (room, data) VALUES ($1, $2)",
        values: [first.name, first.data],
      })
    : db.query({
        name: "many",
        text: "INSERT INTO relayed (room, data) SELECT * FROM unnest($1::text[], $2::bytea[])",
        values: [
          [first, ...more].map(({ name }) => name),
          [first, ...more].map(({ data }) => data),
        ],
      });

const rooms = new Map();
const documents = new Map();
let queue = [];
let isStoring = false;

function tell(frames) {
  for (const [name, own] of groupByName(frames)) {
    const all = Buffer.concat(own.flatMap(({ framed }) => framed));
    for (const peer of rooms.get(name) ?? []) {
      if (peer.readyState !== peer.OPEN) continue;
      const others = own.filter(({ from }) => from !== peer);
      if (others.length === own.length) peer._socket.write(all);
      else if (others.length > 0)
        peer._socket.write(
          Buffer.concat(others.flatMap(({ framed }) => framed)),
        );
    }
  }
}

function groupByName(frames) {
  const groups = new Map();
  for (const frame of frames) {
    const group = groups.get(frame.name);
    if (group) group.push(frame);
    else groups.set(frame.name, [frame]);
  }
  return groups;
}

/** Takes a change into its room's document. */
function takeIn(name, data) {
  const decoder = decoding.createDecoder(data);
  decoding.readVarUint(decoder);
  if (decoding.readVarUint(decoder) !== update) return;
  const document = documents.get(name) ?? new Y.Doc();
  documents.set(name, document);
  Y.applyUpdate(document, decoding.readVarUint8Array(decoder));
}

async function work() {
  isStoring = true;
  while (queue.length > 0) {
    const frames = queue;
    queue = [];
    await store(frames);
    tell(frames);
  }
  isStoring = false;
}

function receive(name, from, data) {
  const framed = Sender.frame(data, framing);
  if (data[0] !== sync) return tell([{ name, from, framed }]);
  if (hasDocuments) takeIn(name, data);
  queue.push({ name, from, data, framed });
  if (!isStoring) void work();
}

if (isLookingUp)
  await db.query(
    `CREATE TABLE IF NOT EXISTS seat AS SELECT n, md5(n::text) AS token, md5(n::text) AS person, 'editor' AS role
     FROM generate_series(1, 10000) n`,
  );
if (isLookingUp) await db.query("CREATE INDEX ON seat (token)");

let coming = [];
let seats = 0;

/** Answers everybody who came in this turn, when PostgreSQL has said who they are. */
async function admit() {
  const all = coming;
  coming = [];
  const found = await db.query({
    name: "who",
    text: "SELECT token, person, role FROM seat WHERE token = ANY($1::text[])",
    values: [all.map(({ token }) => token)],
  });
  const known = new Map(found.rows.map((row) => [row.token, row]));
  for (const { socket, token } of all)
    if (known.has(token)) socket.send(emptyAnswer);
}

function lookUp(socket) {
  const token = crypto
    .createHash("md5")
    .update(String((seats++ % 10_000) + 1))
    .digest("hex");
  if (coming.push({ socket, token }) === 1) setImmediate(() => void admit());
}

new WebSocketServer({
  port: Number(process.env.PORT),
  host: "127.0.0.1",
  perMessageDeflate: false,
}).on("connection", (socket, request) => {
  const name = request.url.split("?")[0];
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  if (isLookingUp) lookUp(socket);
  socket.on("message", (data) => receive(name, socket, data));
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
});
