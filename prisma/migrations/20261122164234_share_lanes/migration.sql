-- AlterTable
ALTER TABLE "ShareLink" ADD COLUMN     "laneIds" UUID[] DEFAULT ARRAY[]::UUID[];

