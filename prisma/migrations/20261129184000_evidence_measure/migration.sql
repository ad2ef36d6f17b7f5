-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "measure" TEXT;

-- What a figure tells; null for what somebody wrote down in words of their own.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_measure_check" CHECK ("measure" IN ('mean', 'share', 'count', 'perDay', 'lost', 'tickets', 'cases', 'reach', 'ends', 'wait', 'quote'));
