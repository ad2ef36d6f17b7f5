-- AlterTable
ALTER TABLE "PersonTold" ADD COLUMN     "takenAt" TIMESTAMPTZ(3);
