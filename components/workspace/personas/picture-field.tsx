"use client";

import { ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useParams } from "next/navigation";
import { FileTrigger } from "react-aria-components";
import { Button } from "@/components/ui/button";
import type { FileInfo } from "@/lib/api/files";
import type { PersonaFields } from "@/lib/api/personas";
import { upload } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { PersonaPicture } from "./persona-picture";

interface PictureFieldProps {
  fields: PersonaFields;
  onChange: (pictureId: string | null) => void;
}

const types = ["image/png", "image/jpeg", "image/webp"];

/** The picture of a persona: shown, chosen, taken away. */
export function PictureField({ fields, onChange }: PictureFieldProps) {
  const t = useTranslations("personas.picture");
  const { slug } = useParams<{ slug: string }>();
  const { isPending, problem, run } = useAction();
  const handleSelect = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const result = await run(() =>
      upload<FileInfo>(`/workspaces/${slug}/files`, file),
    );
    if (result.ok) onChange(result.data.fileId);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm font-medium">{t("label")}</p>
      <div className="flex items-center gap-3">
        <PersonaPicture slug={slug} persona={fields} />
        <FileTrigger
          acceptedFileTypes={types}
          onSelect={(files) => void handleSelect(files)}
        >
          <Button isPending={isPending}>
            <ImageUp aria-hidden="true" />
            {t("choose")}
          </Button>
        </FileTrigger>
        {fields.pictureId ? (
          <Button variant="quiet" onPress={() => onChange(null)}>
            {t("remove")}
          </Button>
        ) : null}
      </div>
      <ProblemBanner problem={problem} />
    </div>
  );
}
