import { createContext } from "react";
import type { ReactNode } from "react";
import type { Attachment } from "@/lib/journey/journey-map";

type Frame = (picture: Attachment, image: ReactNode) => ReactNode;

/** Puts a picture into what enlarges it at a press; null where the grid answers for that, and on paper. */
export const PictureFrame = createContext<Frame | null>(null);
