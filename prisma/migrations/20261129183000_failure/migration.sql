-- AlterTable
-- No document from before says where its journey breaks off, so the rows that are there say the truth.
ALTER TABLE "TouchpointRow" ADD COLUMN     "breaksOff" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
-- Decisions from before say neither who made them nor when.
ALTER TABLE "CardRow" ADD COLUMN     "decidedAt" BIGINT,
ADD COLUMN     "decidedById" UUID;
