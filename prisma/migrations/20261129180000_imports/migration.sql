-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "importRunId" UUID;

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "createdById" UUID,
    "kind" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "flow" JSONB,
    "idemKey" TEXT,
    "requestHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportRun_workspaceId_journeyId_createdAt_id_idx" ON "ImportRun"("workspaceId", "journeyId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ImportRun_workspaceId_journeyId_sha256_idx" ON "ImportRun"("workspaceId", "journeyId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRun_workspaceId_id_key" ON "ImportRun"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRun_workspaceId_journeyId_idemKey_key" ON "ImportRun"("workspaceId", "journeyId", "idemKey");

-- CreateIndex
CREATE INDEX "Evidence_workspaceId_importRunId_idx" ON "Evidence"("workspaceId", "importRunId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_workspaceId_importRunId_fkey" FOREIGN KEY ("workspaceId", "importRunId") REFERENCES "ImportRun"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
