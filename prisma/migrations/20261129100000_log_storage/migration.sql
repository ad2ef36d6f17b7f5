-- What is worth packing is packed before it comes here: to try it again cost time with every change and every snapshot.
-- Rows that are there stay as they are.
ALTER TABLE "document_update" ALTER COLUMN "data" SET STORAGE EXTERNAL;
ALTER TABLE "document_snapshot" ALTER COLUMN "data" SET STORAGE EXTERNAL;
