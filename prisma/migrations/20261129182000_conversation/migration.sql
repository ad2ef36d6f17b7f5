-- AlterTable
ALTER TABLE "User" ADD COLUMN     "noticesMailedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "CommentThread" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "anchorKind" TEXT NOT NULL,
    "anchorId" UUID,
    "anchorLabel" TEXT NOT NULL DEFAULT '',
    "anchorSeq" BIGINT NOT NULL DEFAULT 0,
    "createdById" UUID,
    "resolvedById" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saidAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "idemKey" TEXT,
    "idemPrint" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "workspaceId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId", "userId")
);

-- CreateTable
CREATE TABLE "ThreadRead" (
    "workspaceId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadRead_pkey" PRIMARY KEY ("threadId", "userId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "threadId" UUID,
    "commentId" UUID,
    "entityId" UUID,
    "actorId" UUID,
    "label" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JourneyMute" (
    "workspaceId" UUID NOT NULL,
    "journeyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JourneyMute_pkey" PRIMARY KEY ("journeyId", "userId")
);

-- CreateTable
CREATE TABLE "NoticeWish" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "direct" TEXT NOT NULL,
    "others" TEXT NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoticeWish_pkey" PRIMARY KEY ("workspaceId", "userId")
);

-- CreateIndex
CREATE INDEX "CommentThread_workspaceId_journeyId_saidAt_id_idx" ON "CommentThread"("workspaceId", "journeyId", "saidAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CommentThread_workspaceId_id_key" ON "CommentThread"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Comment_workspaceId_threadId_createdAt_id_idx" ON "Comment"("workspaceId", "threadId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_workspaceId_id_key" ON "Comment"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_workspaceId_authorId_idemKey_key" ON "Comment"("workspaceId", "authorId", "idemKey");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_userId_idx" ON "Mention"("workspaceId", "userId");

-- CreateIndex
CREATE INDEX "ThreadRead_workspaceId_userId_idx" ON "ThreadRead"("workspaceId", "userId");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_userId_createdAt_id_idx" ON "Notification"("workspaceId", "userId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Notification_userId_mailedAt_idx" ON "Notification"("userId", "mailedAt");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_journeyId_idx" ON "Notification"("workspaceId", "journeyId");

-- CreateIndex
CREATE INDEX "Notification_workspaceId_threadId_idx" ON "Notification"("workspaceId", "threadId");

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_workspaceId_id_key" ON "Notification"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "JourneyMute_workspaceId_userId_idx" ON "JourneyMute"("workspaceId", "userId");

-- AddForeignKey
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_threadId_fkey" FOREIGN KEY ("workspaceId", "threadId") REFERENCES "CommentThread"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_commentId_fkey" FOREIGN KEY ("workspaceId", "commentId") REFERENCES "Comment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_workspaceId_threadId_fkey" FOREIGN KEY ("workspaceId", "threadId") REFERENCES "CommentThread"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_threadId_fkey" FOREIGN KEY ("workspaceId", "threadId") REFERENCES "CommentThread"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JourneyMute" ADD CONSTRAINT "JourneyMute_workspaceId_journeyId_fkey" FOREIGN KEY ("workspaceId", "journeyId") REFERENCES "Journey"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JourneyMute" ADD CONSTRAINT "JourneyMute_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeWish" ADD CONSTRAINT "NoticeWish_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is about the map itself names nothing on it, and everything else does.
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_anchor_check" CHECK (("anchorKind" = 'map') = ("anchorId" IS NULL));
