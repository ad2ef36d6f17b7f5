import { freePort } from "@/scripts/processes.mjs";
import { childProgram, type ChildProgram } from "./child-program";

/** The socket server as a process of its own, on one port over all its lives. */
export interface ChildServer extends ChildProgram {
  readonly port: number;
  readonly address: string;
}

export async function childServer(
  env: Record<string, string> = {},
): Promise<ChildServer> {
  const port = await freePort();
  const program = await childProgram("server/sync/testing/socket-process.ts", {
    PORT: String(port),
    ...env,
  });
  return { ...program, port, address: `ws://localhost:${port}/sync` };
}
