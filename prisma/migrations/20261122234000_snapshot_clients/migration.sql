-- AlterTable
ALTER TABLE "document_snapshot" ADD COLUMN     "clients" JSONB;
