/**
 * The element that React Aria looks for before it adds a style sheet of its own to the page, for which the browser takes in
 * all style and its fonts anew and lays out everything once more: 60 ms of a map. What would stand in it is in globals.css.
 */
export const pressStyleId = "react-aria-pressable-style";
