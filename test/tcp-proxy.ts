import { once } from "node:events";
import net, { type AddressInfo, type Socket } from "node:net";

/** `up`: what the caller says. `down`: what it is answered. */
type Way = "up" | "down";

/** A connection between a program and its server that a test can slow down or break. */
export interface TcpProxy {
  readonly port: number;
  /** What goes this way waits; connections stay. */
  hold(way: Way): void;
  /** Reads no more of what callers are answered: it piles up at who answers. */
  stall(): void;
  /** Lets through what waited, in its order, and what comes. */
  release(): void;
  /** From now on nothing gets through and nobody is told: no packet, no FIN, as with a cable that is pulled. */
  lose(): void;
  /** Ends all connections; what waited is lost. */
  cut(): void;
  close(): Promise<void>;
}

class Line {
  private readonly held: { to: Socket; bytes: Buffer }[] = [];
  isLost = false;
  private readonly ways = new Set<Way>();

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
  ) {
    this.join(near, far, "up");
    this.join(far, near, "down");
  }

  hold(way: Way): void {
    this.ways.add(way);
  }

  stall(): void {
    this.far.pause();
  }

  release(): void {
    this.ways.clear();
    this.far.resume();
    for (const { to, bytes } of this.held.splice(0)) to.write(bytes);
  }

  end(): void {
    this.near.destroy();
    this.far.destroy();
  }

  private join(from: Socket, to: Socket, way: Way): void {
    from.on("data", (bytes) => {
      if (this.isLost) return;
      if (this.ways.has(way)) this.held.push({ to, bytes });
      else to.write(bytes);
    });
    from.on("error", () => undefined);
    from.on("end", () => {
      if (!this.isLost) to.end();
    });
    from.on("close", () => {
      if (!this.isLost) to.destroy();
    });
  }
}

/** Stands between programs and what listens on a port of this machine. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  const lines = new Set<Line>();
  const held = new Set<Way>();
  const server = net.createServer({ allowHalfOpen: true }, (near) => {
    const line = new Line(
      near,
      net.connect({ port: target, host: "127.0.0.1", allowHalfOpen: true }),
    );
    for (const way of held) line.hold(way);
    lines.add(line);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    hold(way) {
      held.add(way);
      for (const line of lines) line.hold(way);
    },
    stall() {
      for (const line of lines) line.stall();
    },
    release() {
      held.clear();
      for (const line of lines) line.release();
    },
    lose() {
      for (const line of lines) line.isLost = true;
    },
    cut() {
      for (const line of lines) line.end();
      lines.clear();
    },
    async close() {
      for (const line of lines) line.end();
      server.close();
      await once(server, "close");
    },
  };
}
