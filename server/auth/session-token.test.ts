import { createHmac } from "node:crypto";
import { encode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import { withSettings } from "@/test/with-settings";
import { openSession, sealSession } from "./session-token";

const secret = "0123456789abcdef0123456789abcdef0123";
const pointer = {
  userId: "019a0000-0000-7000-8000-000000000001",
  sessionId: "019a0000-0000-7000-8000-000000000002",
};
const token = { sub: pointer.userId, sid: pointer.sessionId };

withSettings(() => ({ AUTH_SECRET: secret }));

const base64 = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the sealed cookie", () => {
  test("points to a session and says nothing else", async () => {
    const value = await sealSession(pointer);
    expect(await openSession(value)).toEqual(pointer);
    expect(value).not.toContain(pointer.userId);
  });

  const forged: [string, () => Promise<string> | string][] = [
    ["nothing", () => ""],
    ["noise", () => "a.b.c"],
    ["an unsigned token", () => `${base64({ alg: "none" })}.${base64(token)}.`],
    [
      "a signed token in place of an encrypted one",
      () => {
        const signed = `${base64({ alg: "HS256" })}.${base64(token)}`;
        const seal = createHmac("sha256", secret).update(signed);
        return `${signed}.${seal.digest("base64url")}`;
      },
    ],
    [
      "another installation's",
      () => encode({ token, secret: `${secret}x`, maxAge: 60 }),
    ],
    ["an expired one", () => encode({ token, secret, maxAge: -60 })],
    [
      "one that names a person but no session",
      () => encode({ token: { sub: pointer.userId }, secret, maxAge: 60 }),
    ],
    [
      "one whose ids are not ids",
      () =>
        encode({ token: { sub: "1", sid: "' OR 1=1" }, secret, maxAge: 60 }),
    ],
  ];

  test.each(forged)("[AN-18] %s is nobody", async (_, make) => {
    expect(await openSession(await make())).toBeNull();
  });

  test("[AN-18] an altered one is nobody, wherever it was altered", async () => {
    expect.hasAssertions();
    const value = await sealSession(pointer);
    for (let index = 0; index < value.length; index += 7) {
      const letter = value[index] === "A" ? "B" : "A";
      const altered = value.slice(0, index) + letter + value.slice(index + 1);
      if (value[index] !== ".") expect(await openSession(altered)).toBeNull();
    }
  });

  test("[AN-18] one from the future is not valid yet", async () => {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const make = (nbf: number) =>
      encode({ token: { ...token, nbf }, secret, maxAge: 7200 });
    expect(await openSession(await make(nowSeconds + 3600))).toBeNull();
    expect(await openSession(await make(nowSeconds - 3600))).toEqual(pointer);
  });
});
