// The tables of the job queue: graphile-worker's own, in a schema of their own, which Prisma does not look at.

/** The newest migration of the graphile-worker that package.json names; a test compares. */
export const queueRevision = 19;

const schema = "graphile_worker";

/** @param {import("pg").Client} client */
export async function isQueueMigrated(client) {
  const { rows } = await client.query(
    `SELECT max(id) AS revision FROM ${schema}.migrations`,
  );
  return rows[0].revision >= queueRevision;
}

/** Brings the queue's tables to its version. @param {string} databaseUrl - of the owner, who may make tables. */
export async function migrateQueue(databaseUrl) {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({
    connectionString: databaseUrl,
    schema,
    logger: new Logger(() => () => {}),
  });
}

/** Its tables let nobody but their owner see a row, so being allowed to use them is not enough. */
const policy = (role) => `
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = '${schema}' AND rowsecurity
      AND tablename NOT IN (SELECT tablename FROM pg_policies WHERE schemaname = '${schema}' AND policyname = '${role}')
    LOOP
      EXECUTE format('CREATE POLICY ${role} ON ${schema}.%I TO ${role} USING (true) WITH CHECK (true)', name);
    END LOOP;
  END $$;`;

/** Statements that let a role queue and do jobs, and change nothing about the queue itself. @param {string} role */
export const queueGrants = (role) => `
  GRANT USAGE ON SCHEMA ${schema} TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
  REVOKE INSERT, UPDATE, DELETE ON ${schema}.migrations FROM ${role};
  ${policy(role)}
`;
