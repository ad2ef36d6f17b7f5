import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";

/** Tells what the reader's own action did, to those who listen to the page. */
export function speak(text: string): void {
  announce(text);
}
