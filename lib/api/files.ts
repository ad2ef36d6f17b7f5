import * as z from "zod";
import { id } from "./fields";

/** An uploaded file as an attachment records it. */
export const fileInfo = z.object({
  fileId: id,
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  thumbnail: z.boolean(),
});
export type FileInfo = z.infer<typeof fileInfo>;
