-- CreateTable
CREATE TABLE "JourneyVersion" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "name" TEXT,
    "reason" TEXT NOT NULL,
    "restoredSeq" BIGINT,
    "actorKind" TEXT,
    "actorId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hash" TEXT NOT NULL,
    "crc32c" BIGINT NOT NULL,
    "codec" SMALLINT NOT NULL DEFAULT 0,
    "data" BYTEA NOT NULL,

    CONSTRAINT "JourneyVersion_pkey" PRIMARY KEY ("journeyId","seq")
);

-- Packed before it comes here: packing it again would only take time.
ALTER TABLE "JourneyVersion" ALTER COLUMN "data" SET STORAGE EXTERNAL;

-- CreateIndex
CREATE INDEX "JourneyVersion_workspaceId_journeyId_idx" ON "JourneyVersion"("workspaceId", "journeyId");

-- AddForeignKey
ALTER TABLE "JourneyVersion" ADD CONSTRAINT "JourneyVersion_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
