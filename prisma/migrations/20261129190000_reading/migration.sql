-- The newest pulses of a journey, and what was written to one of them, are read a page at a time.

-- CreateIndex
CREATE INDEX "Pulse_workspaceId_journeyId_createdAt_id_idx" ON "Pulse"("workspaceId", "journeyId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "PulseAnswer_workspaceId_pulseId_touchpointId_id_idx" ON "PulseAnswer"("workspaceId", "pulseId", "touchpointId", "id");

-- What the new ones begin with.
DROP INDEX "Pulse_workspaceId_journeyId_idx";
DROP INDEX "PulseAnswer_workspaceId_pulseId_touchpointId_idx";

-- What a member has not read is counted on every page.
CREATE INDEX "Notification_workspaceId_userId_readAt_createdAt_id_idx" ON "Notification"("workspaceId", "userId", "readAt", "createdAt", "id");
