-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "sealed" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "gaveUpAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRunner" (
    "id" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JobRunner_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_key_key" ON "OutgoingMail"("key");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_messageId_key" ON "OutgoingMail"("messageId");

-- CreateIndex
CREATE INDEX "OutgoingMail_createdAt_idx" ON "OutgoingMail"("createdAt");

-- The server's account cannot change or delete what the audit says. What has to be forgotten goes through these
-- two alone: they run as the owner, and by their own clock they touch nothing younger than is promised.
CREATE FUNCTION forget_audit_events(at_most integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM "AuditEvent" WHERE id IN (
      SELECT id FROM "AuditEvent" WHERE at < now() - interval '365 days' LIMIT at_most)
    RETURNING 1
  ) SELECT count(*)::integer FROM gone
$$;

CREATE FUNCTION forget_audit_addresses(at_most integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    UPDATE "AuditEvent" SET ip = '' WHERE id IN (
      SELECT id FROM "AuditEvent" WHERE at < now() - interval '90 days' AND ip <> '' LIMIT at_most)
    RETURNING 1
  ) SELECT count(*)::integer FROM gone
$$;

REVOKE EXECUTE ON FUNCTION forget_audit_events(integer), forget_audit_addresses(integer) FROM PUBLIC;

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");
