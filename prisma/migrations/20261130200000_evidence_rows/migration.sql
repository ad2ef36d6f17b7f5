-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "rows" INTEGER,
ADD COLUMN     "isWeighted" BOOLEAN;

-- A mean of rows that was made of one row is none.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_rows_check" CHECK ("rows" IS NULL OR "rows" > 1 AND "isWeighted" IS NOT NULL);

-- A score of which only the groups of answers are known is a figure without a scale.
ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_measure_check";
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_measure_check" CHECK ("measure" IN ('mean', 'share', 'count', 'perDay', 'lost', 'tickets', 'cases', 'reach', 'ends', 'wait', 'quote', 'rate', 'duration', 'score'));
