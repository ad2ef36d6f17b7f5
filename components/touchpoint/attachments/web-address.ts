const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ALLOWED = /^(https?|mailto|tel):/i;

/**
 * Turns what people paste or type into an address that a browser may open; null where it is none.
 *
 * "example.org/page" becomes an https address; "javascript:" and the like never become one.
 */
export function toWebAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return null;
  const hasScheme = SCHEME.test(text) && !/^[^/]*:\d/.test(text);
  const address = hasScheme ? text : `https://${text}`;
  if (!ALLOWED.test(address)) return null;
  try {
    const url = new URL(address);
    const isHost = url.hostname.includes(".") || url.hostname === "localhost";
    return url.protocol.startsWith("http") && !isHost ? null : url.href;
  } catch {
    return null;
  }
}

/** An address as a short name: host and path without decoration. */
export function addressName(address: string): string {
  try {
    const url = new URL(address);
    if (!url.protocol.startsWith("http")) return address.replace(/^\w+:/, "");
    const path = decodeURI(url.pathname).replace(/\/$/, "");
    return url.hostname.replace(/^www\./, "") + path;
  } catch {
    return address;
  }
}
