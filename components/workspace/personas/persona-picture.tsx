import { Avatar } from "@/components/ui/avatar";
import type { PersonaFields } from "@/lib/api/personas";

interface PersonaPictureProps {
  slug: string;
  persona: Pick<PersonaFields, "name" | "colour" | "pictureId">;
}

/** The persona's picture where there is one, else the initials. */
export function PersonaPicture({ slug, persona }: PersonaPictureProps) {
  const { name, colour, pictureId } = persona;
  if (!pictureId) return <Avatar name={name} colour={colour} size="lg" />;
  return (
    <img
      src={`/api/v1/workspaces/${slug}/files/${pictureId}?size=thumb`}
      alt=""
      className="size-12 shrink-0 rounded-full border border-line object-cover"
    />
  );
}
