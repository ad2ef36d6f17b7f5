"use client";

import { useSyncExternalStore } from "react";
import { onDemand } from "./on-demand";

interface ToastAction {
  label: string;
  run: () => void;
}

export interface ToastMessage {
  text: string;
  tone?: "plain" | "success" | "danger";
  action?: ToastAction;
  /** A second way out, before the first. */
  other?: ToastAction;
}

/** What shows them comes with the first one, or with the first sign of life on the page. */
const corner = onDemand(() => import("./toast-corner"));

interface Waiting {
  readonly message: ToastMessage;
  /** Takes away what is shown, once it is. */
  close: (() => void) | null;
  isGone: boolean;
}

interface Outlet {
  readonly isOpen: boolean;
  /** Said while what shows them could not be had. */
  readonly bare: readonly string[];
}

const CLOSED: Outlet = { isOpen: false, bare: [] };
let outlet = CLOSED;
const waiting = new Set<Waiting>();
const listeners = new Set<() => void>();

function set(next: Outlet): void {
  outlet = next;
  for (const listener of listeners) listener();
}

/** Says something in the corner. What went wrong stays until it is closed. */
export function showToast(message: ToastMessage): () => void {
  const toast: Waiting = { message, close: null, isGone: false };
  waiting.add(toast);
  if (corner.get()) showAll();
  else corner.load().then(showAll, showBare);
  return () => {
    toast.isGone = true;
    toast.close?.();
    if (waiting.delete(toast) && outlet.bare.length > 0) showBare();
  };
}

function showAll(): void {
  const shown = corner.get();
  if (!shown) return;
  if (!outlet.isOpen || outlet.bare.length > 0) set({ isOpen: true, bare: [] });
  for (const toast of waiting) toast.close = shown.addToast(toast.message);
  waiting.clear();
}

/** The network is gone before anything was loaded: the words at least are shown. */
function showBare(): void {
  const bare = [...waiting].map(({ message }) => message.text);
  set({ ...outlet, bare });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The place of the toasts; once, in the outermost layout. */
export function Toasts() {
  const { isOpen, bare } = useSyncExternalStore(
    subscribe,
    () => outlet,
    () => CLOSED,
  );
  const shown = isOpen ? corner.get() : null;
  return (
    <>
      {shown ? <shown.ToastCorner /> : null}
      {bare.length > 0 ? (
        <div
          role="alert"
          className="fixed inset-x-3 bottom-16 z-50 flex flex-col gap-2 rounded-lg border border-line bg-raised p-3 text-sm shadow-float sm:inset-x-auto sm:right-4 sm:bottom-4 sm:w-96"
        >
          {bare.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      ) : null}
    </>
  );
}
