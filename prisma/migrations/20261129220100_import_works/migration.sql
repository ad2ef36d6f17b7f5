-- CreateTable
CREATE TABLE "ImportWork" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "createdById" UUID,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "step" TEXT NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "problem" JSONB,
    "importRunId" UUID,
    "idemKey" TEXT,
    "requestHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportWork_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportWork_workspaceId_journeyId_createdAt_id_idx" ON "ImportWork"("workspaceId", "journeyId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ImportWork_workspaceId_importRunId_idx" ON "ImportWork"("workspaceId", "importRunId");

-- CreateIndex
CREATE INDEX "ImportWork_createdAt_idx" ON "ImportWork"("createdAt");

-- AddForeignKey
ALTER TABLE "ImportWork" ADD CONSTRAINT "ImportWork_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportWork" ADD CONSTRAINT "ImportWork_workspaceId_importRunId_fkey" FOREIGN KEY ("workspaceId", "importRunId") REFERENCES "ImportRun"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
