// Where the app is reached, and whether the port is free.
import net from "node:net";
import os from "node:os";
import { freePort } from "./processes.mjs";
import { Notice } from "./progress.mjs";
import { showsPages } from "./settings.mjs";

const loopback = "127.0.0.1";

function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") return resolve(false);
      if (error.code !== "EACCES") return reject(error);
      reject(
        new Notice(
          `Port ${port} needs rights that this account lacks: choose one above 1023.`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** This machine's address in the local network, or null. */
function networkAddress() {
  const all = Object.values(os.networkInterfaces()).flat();
  return (
    all.find((one) => one?.family === "IPv4" && !one.internal)?.address ?? null
  );
}

/**
 * The port to serve on, free at this moment.
 * @throws Notice when it is taken.
 */
export async function choosePort() {
  const { PORT, HOST, APP_URL } = process.env;
  if (PORT === "0") return freePort();
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Notice(`PORT is "${PORT}": it must be a number up to 65535.`);
  }
  const host = HOST || (APP_URL ? undefined : loopback);
  if (await isFree(port, host)) return port;
  const command =
    process.env.npm_lifecycle_event === "dev" ? "npm run dev" : "npm start";
  throw new Notice(
    `Port ${port} is taken by another program.\nStop it, or choose another port: PORT=${port + 1} ${command}`,
  );
}

/** Where this machine asks the server. @param {number} port */
export function localUrl(port) {
  const host = process.env.HOST;
  const isAny = !host || ["0.0.0.0", "::"].includes(host);
  return `http://${isAny ? loopback : host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The lines that tell where the app is and how others reach it. @param {number} port */
export function invitation(port) {
  if (!showsPages()) return "  Waymark does its jobs here. Ctrl+C stops it.";
  const { APP_URL } = process.env;
  const own = APP_URL?.split(",")[0].trim() || `http://localhost:${port}`;
  const lines = [`Waymark is ready at ${own}`];
  if (!APP_URL) {
    const address = networkAddress() ?? "<address of this machine>";
    const setting = `APP_URL=http://${address}:${port},http://localhost:${port}`;
    lines.push(
      "Only this machine can open it. For the local network start it with",
      `  ${setting}${port === 3000 ? "" : ` PORT=${port}`} npm start`,
    );
  }
  lines.push("Ctrl+C stops it.");
  return lines.map((line) => `  ${line}`).join("\n");
}
