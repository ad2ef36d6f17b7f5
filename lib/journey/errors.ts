/** Broken promises of a caller; what a person may run into is a refusal value instead. */
export type JourneyErrorCode =
  | "invalid_id"
  | "invalid_seed"
  | "bad_root"
  | "not_a_journey"
  | "newer_schema";

export class JourneyError extends Error {
  override readonly name = "JourneyError";

  constructor(
    readonly code: JourneyErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
