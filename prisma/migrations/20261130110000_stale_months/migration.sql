-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "staleMonths" INTEGER NOT NULL DEFAULT 12;

-- From a month, which is as often as anybody asks, to ten years, after which all is old.
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_staleMonths_check" CHECK ("staleMonths" BETWEEN 1 AND 120);
