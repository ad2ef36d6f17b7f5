import { describe, expect, test } from "vitest";
import { callerAddress, countedAddress } from "./address";

describe("the caller's address", () => {
  const at = (forwardedFor: string | undefined, trustedProxies: number) =>
    callerAddress({
      socketAddress: "::ffff:10.0.0.1",
      forwardedFor,
      trustedProxies,
    });

  test("[AN-08] without a configured proxy nothing that is claimed is believed", () => {
    expect(at("203.0.113.9", 0)).toBe("10.0.0.1");
    expect(at("203.0.113.9, 198.51.100.1", 0)).toBe("10.0.0.1");
  });

  test("[AN-08] behind proxies only what they wrote is believed", () => {
    expect(at("6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(at("6.6.6.6, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
    expect(at(undefined, 1)).toBe("10.0.0.1");
    expect(at("nonsense", 1)).toBe("10.0.0.1");
  });
});

describe("what a limit counts by", () => {
  test("[AN-07] an IPv6 customer line is one, an IPv4 address is one", () => {
    const one = countedAddress("2001:db8:1:2::1");
    expect(countedAddress("2001:db8:1:2:ffff:ffff:ffff:ffff")).toBe(one);
    expect(countedAddress("2001:0db8:0001:0002:0000::9")).toBe(one);
    expect(countedAddress("2001:db8:1:3::1")).not.toBe(one);
    expect(countedAddress("203.0.113.1")).not.toBe(
      countedAddress("203.0.113.2"),
    );
    expect(countedAddress("::ffff:203.0.113.1")).toBe(
      countedAddress("203.0.113.1"),
    );
  });

  test("what is no address counts as one", () => {
    expect(countedAddress("")).toBe(countedAddress("nonsense"));
  });
});
