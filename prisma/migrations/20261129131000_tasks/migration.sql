-- AlterTable
-- Documents from before hold no such links, so the rows that are there say the truth.
ALTER TABLE "CardRow" ADD COLUMN     "originId" UUID;

-- CreateIndex
CREATE INDEX "CardRow_journeyId_originId_idx" ON "CardRow"("journeyId", "originId");

-- CreateIndex
CREATE INDEX "TaskRow_workspaceId_status_idx" ON "TaskRow"("workspaceId", "status");
