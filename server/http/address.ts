import { isIPv4, isIPv6 } from "node:net";

/** Set by our own server on every request, after stripping what came in under that name. */
export const addressHeader = "x-waymark-address";

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address in one spelling; an IPv4 one in IPv6 clothes is undressed. */
function plainAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "");
  return mapped.exec(bare)?.[1] ?? bare;
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left;
  const right = tail === "" ? [] : tail.split(":");
  return [
    ...left,
    ...Array<string>(Math.max(8 - left.length - right.length, 0)).fill("0"),
    ...right,
  ];
}

/**
 * What a limit counts by: one IPv4 address, or the /64 network of an IPv6 one, because a single
 * customer line owns that many addresses.
 */
export function countedAddress(address: string): string {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return "unknown";
  const network = groupsOf(plain)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/**
 * The caller's address: the socket's, or what the configured number of proxies wrote down. Anything
 * further left in the header was written by the caller and is not believed.
 */
export function callerAddress(request: {
  socketAddress: string | undefined;
  forwardedFor: string | undefined;
  trustedProxies: number;
}): string {
  const own = plainAddress(request.socketAddress ?? "");
  if (request.trustedProxies === 0) return own;
  const hops = (request.forwardedFor ?? "")
    .split(",")
    .map(plainAddress)
    .filter((hop) => isIPv4(hop) || isIPv6(hop));
  return hops.at(-request.trustedProxies) ?? own;
}
