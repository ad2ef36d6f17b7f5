/** Stands in the place of `next/link` on the map's page: all that it leads to is another document. */
export { DocumentLink as default } from "@/components/ui/document-link";
