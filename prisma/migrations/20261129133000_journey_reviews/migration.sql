-- CreateTable
CREATE TABLE "JourneyReview" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JourneyReview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "JourneyReview_journeyId_at_idx" ON "JourneyReview"("journeyId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "JourneyReview_workspaceId_id_key" ON "JourneyReview"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "JourneyReview" ADD CONSTRAINT "JourneyReview_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was reviewed before reviews had rows of their own.
INSERT INTO "JourneyReview" ("id", "workspaceId", "journeyId", "seq", "at")
SELECT gen_random_uuid(), j."workspaceId", j.id,
       coalesce((SELECT max(v.seq) FROM "JourneyVersion" v WHERE v."journeyId" = j.id AND v.at <= j."reviewedAt"), 1), j."reviewedAt"
FROM "Journey" j WHERE j."reviewedAt" IS NOT NULL;
