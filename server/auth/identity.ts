/** A person, proved by a live session. */
export interface UserIdentity {
  readonly kind: "user";
  readonly userId: string;
  readonly sessionId: string;
}

/** A program that acts for a person in one workspace. */
interface TokenIdentity {
  readonly kind: "token";
  readonly tokenId: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly scope: "read" | "write";
}

/** Who asks, before it is known what they may do anywhere. */
export type Identity = UserIdentity | TokenIdentity;
