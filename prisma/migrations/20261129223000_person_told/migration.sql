-- CreateTable
CREATE TABLE "PersonTold" (
    "workspaceId" UUID NOT NULL,
    "stakeholderId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PersonTold_pkey" PRIMARY KEY ("workspaceId","stakeholderId","kind","entityId")
);

-- CreateIndex
CREATE INDEX "PersonTold_at_idx" ON "PersonTold"("at");

-- AddForeignKey
ALTER TABLE "PersonTold" ADD CONSTRAINT "PersonTold_workspaceId_stakeholderId_fkey" FOREIGN KEY ("workspaceId", "stakeholderId") REFERENCES "Stakeholder"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

