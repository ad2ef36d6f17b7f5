// What is loaded together, when notes are first looked at.
export { isKnown } from "./notes-schema";
export { ReadNotes } from "./read-notes";
export { RichNotes } from "./rich-notes";
