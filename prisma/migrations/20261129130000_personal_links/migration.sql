-- CreateTable
CREATE TABLE "PersonalLink" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "stakeholderId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "locale" TEXT,
    "createdById" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PersonalLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "workspaceId" UUID NOT NULL,
    "stakeholderId" UUID NOT NULL,
    "week" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "owned" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("workspaceId","stakeholderId")
);

-- CreateIndex
CREATE UNIQUE INDEX "PersonalLink_tokenHash_key" ON "PersonalLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PersonalLink_workspaceId_stakeholderId_idx" ON "PersonalLink"("workspaceId", "stakeholderId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonalLink_workspaceId_id_key" ON "PersonalLink"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "PersonalLink" ADD CONSTRAINT "PersonalLink_workspaceId_stakeholderId_fkey" FOREIGN KEY ("workspaceId", "stakeholderId") REFERENCES "Stakeholder"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_workspaceId_stakeholderId_fkey" FOREIGN KEY ("workspaceId", "stakeholderId") REFERENCES "Stakeholder"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
