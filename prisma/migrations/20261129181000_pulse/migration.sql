-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "pulseId" UUID;

-- CreateTable
CREATE TABLE "Pulse" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "personaId" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL,
    "touchpointIds" UUID[],
    "intro" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "frameOrigins" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leastAnswers" INTEGER NOT NULL DEFAULT 5,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Pulse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PulseAnswer" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "pulseId" UUID NOT NULL,
    "touchpointId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "face" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "answeredOn" DATE NOT NULL,

    CONSTRAINT "PulseAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Pulse_tokenHash_key" ON "Pulse"("tokenHash");

-- CreateIndex
CREATE INDEX "Pulse_workspaceId_journeyId_idx" ON "Pulse"("workspaceId", "journeyId");

-- CreateIndex
CREATE INDEX "Pulse_workspaceId_personaId_idx" ON "Pulse"("workspaceId", "personaId");

-- CreateIndex
CREATE UNIQUE INDEX "Pulse_workspaceId_id_key" ON "Pulse"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "PulseAnswer_workspaceId_pulseId_touchpointId_idx" ON "PulseAnswer"("workspaceId", "pulseId", "touchpointId");

-- CreateIndex
CREATE UNIQUE INDEX "PulseAnswer_workspaceId_pulseId_key_key" ON "PulseAnswer"("workspaceId", "pulseId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_workspaceId_pulseId_touchpointId_key" ON "Evidence"("workspaceId", "pulseId", "touchpointId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_workspaceId_pulseId_fkey" FOREIGN KEY ("workspaceId", "pulseId") REFERENCES "Pulse"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pulse" ADD CONSTRAINT "Pulse_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pulse" ADD CONSTRAINT "Pulse_workspaceId_personaId_fkey" FOREIGN KEY ("workspaceId", "personaId") REFERENCES "Persona"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PulseAnswer" ADD CONSTRAINT "PulseAnswer_workspaceId_pulseId_fkey" FOREIGN KEY ("workspaceId", "pulseId") REFERENCES "Pulse"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- No score of a pulse rests on fewer, whatever else goes wrong.
ALTER TABLE "Pulse" ADD CONSTRAINT "Pulse_leastAnswers_check" CHECK ("leastAnswers" >= 5);
ALTER TABLE "PulseAnswer" ADD CONSTRAINT "PulseAnswer_face_check" CHECK ("face" BETWEEN 1 AND 5);
