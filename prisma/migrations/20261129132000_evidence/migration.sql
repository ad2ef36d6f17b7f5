-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID,
    "touchpointId" UUID,
    "personaId" UUID,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "unit" TEXT NOT NULL DEFAULT '',
    "scaleLow" DOUBLE PRECISION,
    "scaleHigh" DOUBLE PRECISION,
    "isHighBad" BOOLEAN NOT NULL DEFAULT false,
    "isShare" BOOLEAN NOT NULL DEFAULT false,
    "sd" DOUBLE PRECISION,
    "n" INTEGER,
    "quote" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "heldOn" DATE NOT NULL,
    "heldFrom" DATE,
    "url" TEXT,
    "fileId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Evidence_workspaceId_journeyId_touchpointId_heldOn_id_idx" ON "Evidence"("workspaceId", "journeyId", "touchpointId", "heldOn", "id");

-- CreateIndex
CREATE INDEX "Evidence_workspaceId_personaId_heldOn_id_idx" ON "Evidence"("workspaceId", "personaId", "heldOn", "id");

-- CreateIndex
CREATE INDEX "Evidence_workspaceId_heldOn_id_idx" ON "Evidence"("workspaceId", "heldOn", "id");

-- CreateIndex
CREATE INDEX "Evidence_workspaceId_fileId_idx" ON "Evidence"("workspaceId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_workspaceId_id_key" ON "Evidence"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_workspaceId_personaId_fkey" FOREIGN KEY ("workspaceId", "personaId") REFERENCES "Persona"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What has no feeling on a scale has none of its two ends, and a scale has a length: sums divide by it.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_scale_check" CHECK (("scaleLow" IS NULL) = ("scaleHigh" IS NULL) AND ("scaleLow" IS NULL OR "scaleLow" < "scaleHigh"));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_n_check" CHECK ("n" IS NULL OR "n" > 0);
