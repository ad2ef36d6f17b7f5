import {
  confirmBody,
  mailed,
  resetBody,
  resetConfirmBody,
  signedIn,
  signUpBody,
} from "@/lib/api/account";
import { sessionCookie } from "@/server/auth/sessions";
import { keyedHash } from "@/server/auth/secrets";
import { confirmSignUp } from "@/server/commands/confirm-sign-up";
import { requestReset } from "@/server/commands/mail-account-step";
import { confirmReset } from "@/server/commands/reset-password";
import { signUp, type Begun } from "@/server/commands/sign-up";
import { countedAddress } from "@/server/http/address";
import { giveBack, spend } from "@/server/limits/spend";
import { route, type Reply, type RequestInfo, type Route } from "./route";

async function begin(info: RequestInfo, begun: Begun): Promise<Reply> {
  return {
    status: 201,
    body: { signedIn: true, slug: begun.slug },
    headers: { "set-cookie": await sessionCookie(info.site, begun) },
  };
}

const signUpRoute = route({
  method: "post",
  path: "/account",
  who: "anyone",
  action: null,
  summary:
    "Sign up; where mail is set up the account is made by the mailed link",
  body: signUpBody,
  answers: { 201: signedIn, 202: mailed },
  handle: async ({ body, info }) => {
    const key = countedAddress(info.ip);
    const spent = await spend("signUpAddress", key);
    // A workshop joins from one address: with a valid invitation nobody is counted.
    if (!spent.ok && !body.invitation) return spent;
    const outcome = await signUp({ ...body, device: info });
    if (!outcome.ok && !spent.ok) return spent;
    const isFree = outcome.ok
      ? body.invitation !== undefined
      : outcome.reason.startsWith("password_");
    if (isFree) await giveBack("signUpAddress", key);
    if (!outcome.ok) return outcome;
    if ("mailed" in outcome) return { status: 202, body: { mailed: true } };
    return begin(info, outcome.begun);
  },
});

const confirmRoute = route({
  method: "post",
  path: "/account/confirm",
  who: "anyone",
  action: null,
  summary: "Complete a sign-up by the mailed link",
  body: confirmBody,
  answers: { 201: signedIn },
  handle: async ({ body, info }) => {
    const begun = await confirmSignUp(body.token, info);
    return begun.ok ? begin(info, begun) : begun;
  },
});

const resetRoute = route({
  method: "post",
  path: "/account/reset",
  who: "anyone",
  action: null,
  summary: "Ask for a link to set a new password",
  body: resetBody,
  answers: { 202: mailed },
  handle: async ({ body, info }) => {
    const byAddress = await spend("resetAddress", countedAddress(info.ip));
    if (!byAddress.ok) return byAddress;
    const key = keyedHash("limit", body.email);
    const byAccount = await spend("resetAccount", key);
    if (!byAccount.ok) return byAccount;
    await requestReset(body.email);
    return { status: 202, body: { mailed: true } };
  },
});

const resetConfirmRoute = route({
  method: "post",
  path: "/account/reset/confirm",
  who: "anyone",
  action: null,
  summary: "Set a new password by the mailed link; signs out everywhere",
  body: resetConfirmBody,
  answers: { 200: null },
  handle: async ({ body, info }) => {
    const outcome = await confirmReset({ ...body, device: info });
    return outcome.ok ? { status: 200 } : outcome;
  },
});

/** Getting an account and getting back into it. */
export const accountRoutes: readonly Route[] = [
  signUpRoute,
  confirmRoute,
  resetRoute,
  resetConfirmRoute,
];
