-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "userId" UUID,
    "stakeholderId" UUID,
    "slot" TEXT,
    "entityIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "isMore" BOOLEAN NOT NULL DEFAULT false,
    "threadId" UUID,
    "subjectId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Activity_workspaceId_at_id_idx" ON "Activity"("workspaceId", "at", "id");

-- CreateIndex
CREATE INDEX "Activity_workspaceId_journeyId_at_id_idx" ON "Activity"("workspaceId", "journeyId", "at", "id");

-- CreateIndex
CREATE INDEX "Activity_workspaceId_userId_at_id_idx" ON "Activity"("workspaceId", "userId", "at", "id");

-- CreateIndex
CREATE INDEX "Activity_workspaceId_topic_at_id_idx" ON "Activity"("workspaceId", "topic", "at", "id");

-- CreateIndex
CREATE INDEX "Activity_workspaceId_threadId_idx" ON "Activity"("workspaceId", "threadId");

-- CreateIndex
CREATE INDEX "Activity_workspaceId_subjectId_idx" ON "Activity"("workspaceId", "subjectId");

-- CreateIndex
CREATE INDEX "Activity_at_idx" ON "Activity"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_journeyId_slot_key" ON "Activity"("journeyId", "slot");

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_workspaceId_threadId_fkey" FOREIGN KEY ("workspaceId", "threadId") REFERENCES "CommentThread"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

