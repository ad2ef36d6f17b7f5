-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "singleKeys" BOOLEAN NOT NULL DEFAULT true,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "ip" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID,
    "email" TEXT,
    "name" TEXT,
    "passwordHash" TEXT,
    "locale" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VerificationToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "lastFour" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Journey" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "createdById" UUID,
    "keeperId" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'current',
    "outcome" TEXT NOT NULL DEFAULT 'open',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "reviewEveryDays" INTEGER,
    "reviewedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Journey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_head" (
    "journey_id" UUID NOT NULL,
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_head_pkey" PRIMARY KEY ("journey_id")
);

-- CreateTable
CREATE TABLE "document_state" (
    "journey_id" UUID NOT NULL,
    "snapshot_seq" BIGINT NOT NULL DEFAULT 0,
    "proj_seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "document_state_pkey" PRIMARY KEY ("journey_id")
);

-- CreateTable
CREATE TABLE "document_update" (
    "journey_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "conn_id" TEXT NOT NULL DEFAULT '',
    "client_ids" BIGINT[],
    "idem_key" TEXT,
    "crc32c" BIGINT NOT NULL,
    "codec" SMALLINT NOT NULL DEFAULT 0,
    "data" BYTEA NOT NULL,

    CONSTRAINT "document_update_pkey" PRIMARY KEY ("journey_id","seq")
);

-- CreateTable
CREATE TABLE "document_snapshot" (
    "journey_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sv" BYTEA NOT NULL,
    "crc32c" BIGINT NOT NULL,
    "codec" SMALLINT NOT NULL DEFAULT 0,
    "data" BYTEA NOT NULL,

    CONSTRAINT "document_snapshot_pkey" PRIMARY KEY ("journey_id","seq")
);

-- CreateTable
CREATE TABLE "JourneyPersona" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "personaId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "JourneyPersona_pkey" PRIMARY KEY ("journeyId","personaId")
);

-- CreateTable
CREATE TABLE "StageRow" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "colour" TEXT,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "StageRow_pkey" PRIMARY KEY ("journeyId","id")
);

-- CreateTable
CREATE TABLE "LaneRow" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "LaneRow_pkey" PRIMARY KEY ("journeyId","id")
);

-- CreateTable
CREATE TABLE "TouchpointRow" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stageId" UUID,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "actualMessage" TEXT NOT NULL,
    "messageStatus" TEXT,
    "notes" TEXT NOT NULL,
    "medium" TEXT,
    "initiator" TEXT,
    "receiver" TEXT,
    "planned" TEXT,
    "momentKind" TEXT,
    "momentReason" TEXT,
    "searchQueries" TEXT NOT NULL,
    "responseTime" TEXT,
    "handledBy" TEXT,
    "duration" TEXT,
    "dropOffShare" DOUBLE PRECISION,
    "checklistDone" INTEGER NOT NULL DEFAULT 0,
    "checklistSize" INTEGER NOT NULL DEFAULT 0,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "TouchpointRow_pkey" PRIMARY KEY ("journeyId","id")
);

-- CreateTable
CREATE TABLE "TouchpointChannel" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "touchpointId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "TouchpointChannel_pkey" PRIMARY KEY ("journeyId","touchpointId","channelId")
);

-- CreateTable
CREATE TABLE "TouchpointOwner" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "touchpointId" UUID NOT NULL,
    "stakeholderId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "TouchpointOwner_pkey" PRIMARY KEY ("journeyId","touchpointId","stakeholderId")
);

-- CreateTable
CREATE TABLE "EmotionRow" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "touchpointId" UUID NOT NULL,
    "personaId" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "EmotionRow_pkey" PRIMARY KEY ("journeyId","touchpointId","personaId")
);

-- CreateTable
CREATE TABLE "CardRow" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "laneId" UUID,
    "columnId" UUID,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "colour" TEXT,
    "metricValue" DOUBLE PRECISION,
    "metricUnit" TEXT,
    "decisionStatus" TEXT,
    "decisionReason" TEXT,
    "customerValue" DOUBLE PRECISION,
    "businessValue" DOUBLE PRECISION,
    "effort" DOUBLE PRECISION,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "CardRow_pkey" PRIMARY KEY ("journeyId","id")
);

-- CreateTable
CREATE TABLE "TaskRow" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "cardId" UUID NOT NULL,
    "stakeholderId" UUID,
    "status" TEXT NOT NULL,
    "due" DATE,
    "text" TEXT NOT NULL,
    "stageId" UUID,
    "touchpointId" UUID,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "TaskRow_pkey" PRIMARY KEY ("journeyId","cardId")
);

-- CreateTable
CREATE TABLE "AttachmentRow" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "onId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "fileId" UUID,
    "mime" TEXT,
    "bytes" INTEGER,
    "asOfSeq" BIGINT NOT NULL,

    CONSTRAINT "AttachmentRow_pkey" PRIMARY KEY ("journeyId","id")
);

-- CreateTable
CREATE TABLE "FileObject" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID,
    "storageKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "thumbKey" TEXT,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FileObject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShareLink" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "showOwners" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "visitCount" INTEGER NOT NULL DEFAULT 0,
    "lastVisitAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShareLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "allowPublicLinks" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stakeholder" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "jobTitle" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "colour" TEXT NOT NULL DEFAULT 'grey',
    "userId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Stakeholder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Persona" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'persona',
    "colour" TEXT NOT NULL DEFAULT 'blue',
    "pictureId" UUID,
    "summary" TEXT NOT NULL DEFAULT '',
    "household" TEXT NOT NULL DEFAULT '',
    "residence" TEXT NOT NULL DEFAULT '',
    "purchases" TEXT NOT NULL DEFAULT '',
    "shopping" TEXT NOT NULL DEFAULT 'both',
    "goals" TEXT NOT NULL DEFAULT '',
    "wishes" TEXT NOT NULL DEFAULT '',
    "pains" TEXT NOT NULL DEFAULT '',
    "activities" TEXT NOT NULL DEFAULT '',
    "issuesSolved" TEXT NOT NULL DEFAULT '',
    "needsMet" TEXT NOT NULL DEFAULT '',
    "usefulInfo" TEXT NOT NULL DEFAULT '',
    "whyUs" TEXT NOT NULL DEFAULT '',
    "favouriteChannels" UUID[] DEFAULT ARRAY[]::UUID[],
    "sources" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sourceNote" TEXT NOT NULL DEFAULT '',
    "attributes" JSONB NOT NULL DEFAULT '[]',
    "draft" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Persona_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,
    "icon" TEXT NOT NULL DEFAULT 'circle',
    "medium" TEXT NOT NULL DEFAULT 'online',
    "pos" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "workspaceId" UUID,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT,
    "outcome" TEXT NOT NULL,
    "ip" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_tokenHash_key" ON "VerificationToken"("tokenHash");

-- CreateIndex
CREATE INDEX "VerificationToken_userId_idx" ON "VerificationToken"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_workspaceId_idx" ON "ApiToken"("workspaceId");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE INDEX "Journey_workspaceId_deletedAt_archivedAt_idx" ON "Journey"("workspaceId", "deletedAt", "archivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Journey_workspaceId_id_key" ON "Journey"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_update_journey_id_idem_key_key" ON "document_update"("journey_id", "idem_key");

-- CreateIndex
CREATE INDEX "JourneyPersona_workspaceId_personaId_idx" ON "JourneyPersona"("workspaceId", "personaId");

-- CreateIndex
CREATE INDEX "StageRow_workspaceId_idx" ON "StageRow"("workspaceId");

-- CreateIndex
CREATE INDEX "LaneRow_workspaceId_idx" ON "LaneRow"("workspaceId");

-- CreateIndex
CREATE INDEX "TouchpointRow_workspaceId_idx" ON "TouchpointRow"("workspaceId");

-- CreateIndex
CREATE INDEX "TouchpointChannel_workspaceId_channelId_idx" ON "TouchpointChannel"("workspaceId", "channelId");

-- CreateIndex
CREATE INDEX "TouchpointOwner_workspaceId_stakeholderId_idx" ON "TouchpointOwner"("workspaceId", "stakeholderId");

-- CreateIndex
CREATE INDEX "EmotionRow_workspaceId_personaId_idx" ON "EmotionRow"("workspaceId", "personaId");

-- CreateIndex
CREATE INDEX "CardRow_workspaceId_kind_idx" ON "CardRow"("workspaceId", "kind");

-- CreateIndex
CREATE INDEX "TaskRow_workspaceId_stakeholderId_idx" ON "TaskRow"("workspaceId", "stakeholderId");

-- CreateIndex
CREATE INDEX "AttachmentRow_workspaceId_fileId_idx" ON "AttachmentRow"("workspaceId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "FileObject_storageKey_key" ON "FileObject"("storageKey");

-- CreateIndex
CREATE UNIQUE INDEX "FileObject_thumbKey_key" ON "FileObject"("thumbKey");

-- CreateIndex
CREATE INDEX "FileObject_journeyId_idx" ON "FileObject"("journeyId");

-- CreateIndex
CREATE UNIQUE INDEX "FileObject_workspaceId_id_key" ON "FileObject"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ShareLink_tokenHash_key" ON "ShareLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ShareLink_journeyId_idx" ON "ShareLink"("journeyId");

-- CreateIndex
CREATE UNIQUE INDEX "ShareLink_workspaceId_id_key" ON "ShareLink"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_workspaceId_id_key" ON "Invitation"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Stakeholder_workspaceId_id_key" ON "Stakeholder"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Stakeholder_workspaceId_userId_key" ON "Stakeholder"("workspaceId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Persona_workspaceId_id_key" ON "Persona"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_workspaceId_id_key" ON "Channel"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_workspaceId_key_key" ON "Channel"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_at_idx" ON "AuditEvent"("workspaceId", "at");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationToken" ADD CONSTRAINT "VerificationToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Journey" ADD CONSTRAINT "Journey_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_head" ADD CONSTRAINT "document_head_journey_id_fkey" FOREIGN KEY ("journey_id") REFERENCES "Journey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileObject" ADD CONSTRAINT "FileObject_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareLink" ADD CONSTRAINT "ShareLink_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stakeholder" ADD CONSTRAINT "Stakeholder_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Persona" ADD CONSTRAINT "Persona_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

