import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * The secret that signs and seals, kept in the data folder where no setting gives one.
 * Two processes starting at once agree: the first to link the file wins and the other reads it.
 */
export function authSecretOf(dataDir: string): string {
  const file = path.join(dataDir, "auth-secret");
  if (!fs.existsSync(file)) {
    fs.mkdirSync(dataDir, { recursive: true });
    const made = `${file}.${process.pid}`;
    fs.writeFileSync(made, randomBytes(32).toString("base64url"), {
      mode: 0o600,
    });
    try {
      fs.linkSync(made, file);
    } catch (error) {
      if (!fs.existsSync(file)) throw error;
    } finally {
      fs.rmSync(made);
    }
  }
  const secret = fs.readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new Error(`${file} is too short to be a secret: remove it.`);
  return secret;
}
