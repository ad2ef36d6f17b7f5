-- CreateTable
CREATE TABLE "document_segment" (
    "journey_id" UUID NOT NULL,
    "first_seq" BIGINT NOT NULL,
    "last_seq" BIGINT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "packed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "people" JSONB NOT NULL,
    "clients" JSONB NOT NULL,
    "crc32c" BIGINT NOT NULL,
    "codec" SMALLINT NOT NULL DEFAULT 0,
    "data" BYTEA NOT NULL,

    CONSTRAINT "document_segment_pkey" PRIMARY KEY ("journey_id","first_seq")
);


-- Packed before it comes here: packing it again would only take time.
ALTER TABLE "document_segment" ALTER COLUMN "data" SET STORAGE EXTERNAL;
ALTER TABLE "document_segment" ADD CONSTRAINT "document_segment_order" CHECK ("first_seq" > 0 AND "last_seq" >= "first_seq");
