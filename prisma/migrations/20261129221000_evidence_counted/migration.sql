-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "leastAnswers" INTEGER NOT NULL DEFAULT 5;

-- Below five an answer could be traced to whoever gave it.
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_leastAnswers_check" CHECK ("leastAnswers" BETWEEN 5 AND 100);

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "metric" TEXT,
ADD COLUMN     "best" INTEGER,
ADD COLUMN     "worst" INTEGER,
ADD COLUMN     "asked" INTEGER,
ADD COLUMN     "isClosed" BOOLEAN;

-- What an import counted beside its figure; nothing of it for what somebody wrote down.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_metric_check" CHECK ("metric" IN ('nps', 'csat', 'ces1', 'ces2'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_best_check" CHECK ("best" >= 0 AND coalesce("worst", 0) >= 0 AND "best" + coalesce("worst", 0) <= "n");

-- How much time something took, and a rate that counts no people, are figures of their own.
ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_measure_check";
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_measure_check" CHECK ("measure" IN ('mean', 'share', 'count', 'perDay', 'lost', 'tickets', 'cases', 'reach', 'ends', 'wait', 'quote', 'rate', 'duration'));
