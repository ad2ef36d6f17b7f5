import type { Attachment } from "@/lib/journey/journey-map";

export const isPicture = ({ kind, mime, fileId }: Attachment): boolean =>
  kind === "file" && fileId !== null && mime?.startsWith("image/") === true;

const isPdf = ({ kind, mime, fileId }: Attachment): boolean =>
  kind === "file" && fileId !== null && mime === "application/pdf";

/** Whether the viewer can show it; a link opens where it leads. */
export const isViewable = (attachment: Attachment): boolean =>
  isPicture(attachment) || isPdf(attachment);
