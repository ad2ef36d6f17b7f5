/**
 * Every way in which a request is turned down, with its HTTP status. The key is stable: pages
 * translate it (messages, namespace "errors") and programs may switch on it.
 */
export const problemStatus = {
  bad_request: 400,
  link_invalid: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_site: 403,
  sign_in_expired: 403,
  wrong_password: 403,
  other_address: 403,
  public_links_off: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  email_taken: 409,
  last_owner: 409,
  already_member: 409,
  already_answered: 409,
  invitation_used: 409,
  version_conflict: 409,
  structure_locked: 409,
  in_use: 409,
  gone: 410,
  invitation_expired: 410,
  too_large: 413,
  wrong_type: 415,
  misdirected: 421,
  invalid: 422,
  password_common: 422,
  password_short: 422,
  password_long: 422,
  file_empty: 422,
  picture_too_large: 422,
  file_damaged: 422,
  import_unreadable: 422,
  import_too_heavy: 422,
  import_wrong_cells: 422,
  import_cancelled: 409,
  too_many_cards: 422,
  map_full: 422,
  lane_holds_no_cards: 422,
  wrong_column: 422,
  reason_missing: 422,
  address_missing: 422,
  thread_full: 422,
  idempotency_mismatch: 422,
  precondition_required: 428,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Promises of our own code that can only be broken by a mistake in it. */
type BrokenPromise =
  | "filter_undefined"
  | "not_configured"
  | "impossible"
  | "blob_damaged"
  | "log_closed"
  | "not_durable";

export type AppErrorCode = ProblemCode | BrokenPromise;

/**
 * Something that should not have happened, or a refusal thrown from deep down where no caller could
 * act on a returned value. The message is for the developer and never leaves the server.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message?: string, options?: ErrorOptions) {
    super(message ?? code, options);
    this.name = "AppError";
    this.code = code;
  }
}

/** An expected refusal, returned as a value. */
export interface Refused<Reason extends ProblemCode = ProblemCode> {
  readonly ok: false;
  readonly reason: Reason;
}

/** A command's outcome: what it made, or why not. */
export type Outcome<Value, Reason extends ProblemCode> =
  | ({ readonly ok: true } & Value)
  | Refused<Reason>;

/** Says no with a reason out of the closed list. */
export const refused = <Reason extends ProblemCode>(
  reason: Reason,
): Refused<Reason> => ({ ok: false, reason });
