// The account that the server uses: it reads and writes rows and can change no table. Migrations run as the owner.
import crypto from "node:crypto";
import pg from "pg";
import { queueGrants } from "./job-queue.mjs";

const role = "waymark_app";

/** What happened is not rewritten by the program that it happened in. */
const appendOnly = ["AuditEvent"];

const grants = (name) => `
  GRANT USAGE ON SCHEMA public TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
  REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${role};
  ${appendOnly.map((table) => `REVOKE UPDATE, DELETE ON "${table}" FROM ${role};`).join("\n")}
  GRANT EXECUTE ON FUNCTION forget_audit_events(integer), forget_audit_addresses(integer) TO ${role};
  ${queueGrants(role)}
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC;
`;

/**
 * Makes the server's account in a migrated database, or gives it what newer migrations made.
 *
 * @param {string} ownerUrl
 * @param {string} [password] - of the account; a new one each time unless given.
 * @returns {Promise<string>} the address for the server.
 */
export async function grantAppRole(
  ownerUrl,
  password = crypto.randomBytes(18).toString("base64url"),
) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("BEGIN");
    // Roles belong to the whole server: two databases of it may be prepared at once.
    await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [role]);
    const { rowCount } = await client.query(
      "SELECT 1 FROM pg_roles WHERE rolname = $1",
      [role],
    );
    const secret = client.escapeLiteral(password);
    await client.query(
      `${rowCount ? "ALTER" : "CREATE"} ROLE ${role} LOGIN PASSWORD ${secret}`,
    );
    await client.query(grants(client.escapeIdentifier(client.database)));
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
