import { keptMark } from "@/lib/kept/names";

/** Whether this page came from this device and not from the server. */
export const isKeptPage = (): boolean =>
  typeof document !== "undefined" &&
  document.documentElement.hasAttribute(keptMark);
