// npm run dev: Next and Vite reload pages by themselves; the server is bundled and started anew on every change.
import esbuild from "esbuild";
import { invitation, localUrl } from "./address.mjs";
import { serverBuild, serverFolder } from "./build.mjs";
import { elapsed, say } from "./progress.mjs";
import { startServer } from "./server-process.mjs";

/**
 * @param {object} dev
 * @param {Record<string, string | undefined>} dev.env
 * @param {number} dev.port
 * @param {(() => Promise<unknown>)[]} dev.endings - what to end when the command ends.
 */
export async function serveAndWatch({ env, port, endings }) {
  const folder = serverFolder({ isDev: true });
  let server;
  let restarts = Promise.resolve();

  async function restart() {
    const isFirst = !server;
    await server?.stop();
    server = startServer({ folder, env });
    const isReady = await server.ready(localUrl(port));
    if (!isReady)
      say("✗ The server did not start; it is tried again on the next change.");
    else if (isFirst)
      say(`\n${invitation(port)}\n  (${elapsed()} from the command to here)\n`);
    else say("✓ Server restarted");
  }
  const onEnd = ({ errors }) => {
    // One restart after the other; those that fail to build keep the old server running.
    if (errors.length === 0) restarts = restarts.then(restart);
  };
  const context = await esbuild.context({
    ...serverBuild({ isDev: true }),
    plugins: [{ name: "restart", setup: (build) => build.onEnd(onEnd) }],
  });
  endings.push(
    () => context.dispose(),
    () => restarts,
    () => server?.stop(),
  );
  await context.watch();
  await new Promise(() => {});
}
