-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "goodFrom" DOUBLE PRECISION;

-- Of marks the satisfied are those from a mark on that people chose.
ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_metric_check";
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_metric_check" CHECK ("metric" IN ('nps', 'csat', 'ces1', 'ces2', 'mark'));
