import { FileText, Link2 } from "lucide-react";
import { useContext } from "react";
import type { Attachment } from "@/lib/journey/journey-map";
import { useCatalogue } from "./catalogue";
import { PictureFrame } from "./picture-frame";

const PICTURES_SHOWN = 4;

/** Pictures first and large enough to be read as such, then links and other files by name. */
export function AttachmentList({
  attachments,
  isInGrid,
}: {
  readonly attachments: readonly Attachment[];
  /** Whether one stop of the tab key leads to the whole of it, and other keys to what is inside. */
  readonly isInGrid?: boolean;
}) {
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  if (attachments.length === 0) return null;
  return (
    <div className="mt-1.5 flex flex-col gap-1.5">
      {pictures.length > 0 ? (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(84px,1fr))] gap-1">
          {pictures.slice(0, PICTURES_SHOWN).map((picture) => (
            <Picture key={picture.id} picture={picture} />
          ))}
        </div>
      ) : null}
      {others.map((attachment) => (
        <Other key={attachment.id} {...{ attachment, isInGrid }} />
      ))}
    </div>
  );
}

function isPicture({ kind, mime, fileId }: Attachment): boolean {
  return (
    kind === "file" && fileId !== null && (mime?.startsWith("image/") ?? false)
  );
}

function Picture({ picture }: { readonly picture: Attachment }) {
  const { fileUrl } = useCatalogue();
  const frame = useContext(PictureFrame);
  const image = (
    // eslint-disable-next-line @next/next/no-img-element -- the optimiser is off, files are re-encoded once
    <img
      src={fileUrl(picture.fileId ?? "", "thumb")}
      alt={picture.name}
      loading="lazy"
      data-view={picture.id}
      draggable={false}
      className="aspect-4/3 w-full rounded-sm border border-line bg-sunken object-cover"
    />
  );
  return frame ? frame(picture, image) : image;
}

function Other({
  attachment,
  isInGrid,
}: {
  readonly attachment: Attachment;
  readonly isInGrid?: boolean;
}) {
  const { fileUrl } = useCatalogue();
  const href =
    attachment.kind === "link"
      ? safeUrl(attachment.url)
      : attachment.fileId
        ? fileUrl(attachment.fileId)
        : null;
  const Icon = attachment.kind === "link" ? Link2 : FileText;
  const name = (
    <>
      <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 truncate">
        {attachment.name || attachment.url}
      </span>
    </>
  );
  const look = `flex min-w-0 items-start gap-1 text-xs text-ink-2 ${isInGrid ? "" : "min-h-6 pointer-coarse:min-h-11 pointer-coarse:items-center"}`;
  return href ? (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      tabIndex={isInGrid ? -1 : undefined}
      draggable={false}
      className={`${look} hover:text-accent hover:underline`}
    >
      {name}
    </a>
  ) : (
    <span className={look}>{name}</span>
  );
}

/** A link in a document may be anything; only web addresses may be followed. */
function safeUrl(url: string | null): string | null {
  return url !== null && /^(?:https?|mailto):/i.test(url) ? url : null;
}
