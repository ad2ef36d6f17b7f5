import { publicOrigin } from "@/server/http/site";
import { newSecret, seal, unseal } from "./secrets";

const purpose = "invitation";

const linkOf = (token: string) => `${publicOrigin()}/invite/${token}`;

/** A new invitation's secret: as a link, and sealed so that the link can be copied again. */
export function newInvitationLink(): {
  readonly token: string;
  readonly sealed: string;
  readonly url: string;
} {
  const token = newSecret();
  return { token, sealed: seal(purpose, token), url: linkOf(token) };
}

/** The link again, or null where the key of this installation has changed since. */
export function invitationLink(sealed: string): string | null {
  const token = unseal(purpose, sealed);
  return token === null ? null : linkOf(token);
}
