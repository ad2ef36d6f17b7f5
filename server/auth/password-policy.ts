import { dictionary } from "@zxcvbn-ts/language-common";

const minLength = 12;
const maxLength = 128;
/** A shorter name is part of too many words. */
const minNameLength = 4;
const productName = "waymark";

let common: ReadonlySet<string> | undefined;

const isCommon = (password: string) =>
  (common ??= new Set(dictionary["passwords-common"])).has(
    password.toLowerCase(),
  );

export type PasswordProblem =
  | "password_short"
  | "password_long"
  | "password_common";

/**
 * What is wrong with a new password, or null. Length counts in characters as people do; there is no
 * rule about which ones (ASVS 6.2).
 */
export function passwordProblem(
  password: string,
  email: string,
): PasswordProblem | null {
  const lower = password.toLowerCase();
  const name = email.split("@", 1)[0] ?? "";
  if (isCommon(password)) return "password_common";
  const length = [...password].length;
  if (length < minLength) return "password_short";
  if (length > maxLength) return "password_long";
  const isGuessable =
    lower.includes(productName) ||
    (name.length >= minNameLength && lower.includes(name));
  return isGuessable ? "password_common" : null;
}
