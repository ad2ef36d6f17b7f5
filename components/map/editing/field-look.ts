/** How the field looks in which the words of a cell are written. */
export const FIELD_LOOK =
  "-mx-1 -my-0.5 block w-[calc(100%+0.5rem)] resize-none overflow-hidden rounded-xs bg-transparent px-1 py-0.5 " +
  "field-sizing-content text-inherit outline-none";
