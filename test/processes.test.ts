import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAlive, run, stopCommands } from "../scripts/processes.mjs";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-commands-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test("what is told to stop has ended afterwards, also what does not heed it", async () => {
  const file = path.join(folder, "pid");
  const deaf = `process.on("SIGTERM", () => undefined);
    setInterval(() => undefined, 1_000);
    require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.pid));`;
  const command = run(process.execPath, ["-e", deaf]).catch(
    (error: unknown) => error,
  );
  const pid = await vi.waitFor(() => {
    const written = Number(fs.readFileSync(file, "utf8"));
    expect(written).toBeGreaterThan(0);
    return written;
  }, 10_000);
  await stopCommands(100);
  expect(isAlive(pid)).toBe(false);
  expect(await command).toMatchObject({ signal: "SIGKILL" });
});

test("a command that does not exist is told of, and nothing waits for it", async () => {
  await expect(run(path.join(folder, "nothing"), [])).rejects.toMatchObject({
    code: "ENOENT",
  });
  await stopCommands();
});
