/** Words that only a program has which goes another way where it is tested. */
export const isForTests =
  /NODE_ENV\s*[!=]==?\s*["']test["']|["']test["']\s*[!=]==?\s*[\w.]*NODE_ENV|\b(VITEST|PLAYWRIGHT)\b|\bx-(test|bypass)[\w-]*/i;

/** Names of settings that take a guard away, instead of moving it. */
export const liftsGuard =
  /BYPASS|SKIP|DISABLE|INSECURE|UNSAFE|DEBUG|_OFF\b|^NO_|^TEST/;

/** The settings in a text that lists them, one to a line. */
export const settingsIn = (text: string, indent: number): string[] =>
  [...text.matchAll(new RegExp(`^ {${indent}}([A-Z][A-Z0-9_]+):`, "gm"))].map(
    ([, name = ""]) => name,
  );
