import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";

/** The server behind a network that lets plain requests through and, until it is told otherwise, no WebSocket. */
export interface DeafNetwork {
  readonly url: string;
  /** Sockets that got through. */
  sockets(): number;
  letSocketsThrough(): void;
  close(): Promise<void>;
}

export async function startDeafNetwork(behind: string): Promise<DeafNetwork> {
  const { hostname, port } = new URL(behind);
  let isDeaf = true;
  let count = 0;
  const ends = new Set<net.Socket>();
  const proxy = http.createServer((request, response) => {
    const { method, url, headers } = request;
    const onward = http.request(
      { hostname, port, method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  proxy.on("upgrade", ({ method, url, rawHeaders }, socket: net.Socket) => {
    if (isDeaf) return socket.destroy();
    count++;
    const onward = net.connect(Number(port), hostname, () => {
      const lines = [`${method} ${url} HTTP/1.1`];
      for (let at = 0; at < rawHeaders.length; at += 2)
        lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
      onward.write(`${lines.join("\r\n")}\r\n\r\n`);
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) {
      ends.add(end);
      end.on("error", () => end.destroy());
    }
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  return {
    url: `http://${hostname}:${(proxy.address() as AddressInfo).port}`,
    sockets: () => count,
    letSocketsThrough: () => {
      isDeaf = false;
    },
    close: async () => {
      proxy.closeAllConnections();
      for (const end of ends) end.destroy();
      await new Promise((done) => proxy.close(done));
    },
  };
}
