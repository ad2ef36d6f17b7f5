"use client";

import { createContext, useContext, useMemo } from "react";

/** What the map that is shown calls those whom it is about; a shared view and the editor each provide theirs. */
export const CustomerWordContext = createContext("");

/** That word as a name that can stand alone; empty where nobody chose one. */
export function useCustomerWord(): string {
  const word = useContext(CustomerWordContext);
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/** The same for sentences: a message has its own wording where no word was chosen. */
export function useCustomer(): {
  readonly word: string;
  readonly known: "yes" | "no";
} {
  const word = useContext(CustomerWordContext);
  return useMemo(() => ({ word, known: word === "" ? "no" : "yes" }), [word]);
}
