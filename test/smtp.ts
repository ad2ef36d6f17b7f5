import { createServer, type AddressInfo, type Socket } from "node:net";

export interface ReceivedMail {
  readonly from: string;
  readonly recipients: readonly string[];
  /** Headers and body as they came over the line. */
  readonly data: string;
}

export interface TestSmtp {
  readonly url: string;
  readonly port: number;
  readonly mails: ReceivedMail[];
  stop(): Promise<void>;
}

/** Where a conversation is: begun, told the receiver, given the whole mail, having taken it. */
export type SmtpStep = "greeting" | "receiver" | "body" | "taken";

export interface SmtpOptions {
  /** The same as before, for a server that comes back. */
  readonly port?: number;
  /** Hears of each step before it is answered, and may give another answer; "" is none at all. */
  readonly onStep?: (step: SmtpStep) => string | undefined;
}

interface Draft {
  from: string;
  recipients: string[];
  data: string[] | null;
}

const empty = (): Draft => ({ from: "", recipients: [], data: null });

const answers: Record<string, string> = {
  EHLO: "250 test",
  HELO: "250 test",
  NOOP: "250 ok",
  QUIT: "221 bye",
};

/** A mail server that takes everything and keeps it, unless told otherwise. */
export async function startSmtp({
  port: wanted = 0,
  onStep = () => undefined,
}: SmtpOptions = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();

  function converse(socket: Socket): void {
    let draft = empty();
    let rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answer = (step: SmtpStep, usual: string) => {
      const line = onStep(step) ?? usual;
      if (line !== "") say(line);
    };

    function takeData(line: string): void {
      if (line !== ".") {
        draft.data?.push(line.replace(/^\.\./, "."));
        return;
      }
      const { from, recipients, data } = draft;
      draft = empty();
      const refusal = onStep("body");
      if (refusal !== undefined) {
        if (refusal !== "") say(refusal);
        return;
      }
      mails.push({ from, recipients, data: (data ?? []).join("\n") });
      answer("taken", "250 kept");
    }

    function takeCommand(line: string): void {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "MAIL") draft.from = line;
      if (verb === "DATA") {
        draft.data = [];
        say("354 go on");
        return;
      }
      if (verb === "RCPT") {
        draft.recipients.push(line);
        return answer("receiver", "250 ok");
      }
      say(answers[verb] ?? "250 ok");
      if (verb === "QUIT") socket.end();
    }

    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines)
        if (draft.data) takeData(line);
        else takeCommand(line);
    });
    answer("greeting", "220 test");
  }

  const server = createServer(converse);
  await new Promise<void>((resolve) =>
    server.listen(wanted, "127.0.0.1", resolve),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The value of a header of a received mail. */
export const headerIn = (mail: ReceivedMail | undefined, name: string) =>
  new RegExp(`^${name}: (.*)$`, "im").exec(mail?.data ?? "")?.[1]?.trim() ?? "";

/** The address of a link in a received mail, its soft line breaks undone. */
export function linkIn(mail: ReceivedMail | undefined): string {
  const text = (mail?.data ?? "")
    .replaceAll(/=\n/g, "")
    .replaceAll(/=3D/g, "=");
  const link = /https?:\/\/[^\s"<>]+/.exec(text)?.[0];
  if (!link) throw new Error("no link in the mail");
  return link;
}
