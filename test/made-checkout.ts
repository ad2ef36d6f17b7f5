import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort, isAlive, root } from "../scripts/processes.mjs";

/** A command of `package.json` as a terminal runs it: with npm and all else that it starts in one process group. */
export interface Command {
  /** Everything that it has printed so far. */
  text(): string;
  /** What Ctrl+C and a terminal that goes away do: the signal reaches the whole group. */
  signal(signal: NodeJS.Signals): void;
  /** Resolves when npm has ended. */
  readonly ended: Promise<unknown>;
  /** Which processes of the group go on. */
  left(): number[];
}

/** Our own commands over a product of a few lines, so that what they start and end costs next to nothing. */
export interface MadeCheckout {
  readonly url: string;
  run(script: string): Command;
  write(file: string, text: string): void;
  has(file: string): boolean;
  take(file: string): void;
  remove(): Promise<void>;
}

/** The server: it knows the words of another file, so that a bundle of old ones can be told from a new one. */
const server = `
import http from "node:http";
import { words } from "./words";
http.createServer((_, answer) => answer.end(words)).listen(Number(process.env.PORT), "127.0.0.1");
for (const end of ["SIGINT", "SIGTERM", "disconnect"]) process.on(end, () => process.exit());
`;

/** The build: it leaves half of what it makes first, and where a file \`hold\` lies it gets no further, nor does its worker. */
const build = `
const fs = require("node:fs");
fs.mkdirSync(".next", { recursive: true });
if (fs.existsSync("hold")) {
  require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
  fs.writeFileSync(".next/half", "");
  setInterval(() => {}, 1000);
} else {
  fs.writeFileSync(".next/BUILD_ID", "made");
}
`;

const programs = [
  "server/log/worker-main.ts",
  "server/imports/worker-main.ts",
  "server/auth/reset-link-main.ts",
  "server/after-restore/main.ts",
  "server/doctor/main.ts",
  "server/projection/rebuild-main.ts",
  "components/kept/worker-main.ts",
  "app/map-page/answer.tsx",
  "app/map-page/browser.tsx",
];

/** All packages as they are here, but for the one that builds pages. */
function linkPackages(to: string): void {
  fs.mkdirSync(to);
  for (const name of fs.readdirSync(path.join(root, "node_modules"))) {
    if (name === "next") continue;
    const from = path.join(root, "node_modules", name);
    fs.symlinkSync(from, path.join(to, name));
  }
}

/** Processes of a group that run; Linux tells. */
function running(group: number): number[] {
  const pids = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const [, , ofGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return Number(ofGroup) === group && isAlive(pid);
    } catch {
      return false;
    }
  });
}

/** @param databaseUrl - of a migrated database. */
export async function makeCheckout(databaseUrl: string): Promise<MadeCheckout> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-checkout-"));
  const at = (file: string) => path.join(folder, file);
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(at(file)), { recursive: true });
    fs.writeFileSync(at(file), text);
  };
  for (const ours of [
    "package.json",
    "package-lock.json",
    "scripts",
    "prisma",
    "server/db/generated",
  ])
    fs.cpSync(path.join(root, ours), at(ours), { recursive: true });
  linkPackages(at("node_modules"));
  write("node_modules/next/dist/bin/next", build);
  for (const program of programs) write(program, "export {};\n");
  write("server/main.ts", server);
  const port = await freePort();
  const commands: Command[] = [];

  function run(script: string): Command {
    const child = spawn("npm", ["run", script], {
      cwd: folder,
      detached: true,
      env: {
        ...process.env,
        NEXT_DIST_DIR: undefined,
        DATA_DIR: ".data",
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        npm_config_update_notifier: "false",
      },
    });
    const group = child.pid!;
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    const command: Command = {
      text: () => text,
      signal: (signal) => {
        if (running(group).length > 0) process.kill(-group, signal);
      },
      ended: once(child, "exit"),
      left: () => running(group),
    };
    commands.push(command);
    return command;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    run,
    write,
    has: (file) => fs.existsSync(at(file)),
    take: (file) => fs.rmSync(at(file)),
    remove: async () => {
      for (const command of commands) {
        command.signal("SIGKILL");
        await command.ended;
      }
      fs.rmSync(folder, { recursive: true });
    },
  };
}
