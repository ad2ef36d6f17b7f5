import { expect, test } from "vitest";
import { plainTextOf } from "./recovery-text";

test("changes become plain text: places as headings, and texts as they are now", () => {
  const list = document.createElement("div");
  list.innerHTML = `
    <section><h3><span>Buy · Needs</span></h3><ul>
      <li><svg></svg><div><p><span>Changed</span> · Text</p>
        <p>I want <del><span class="sr-only">removed: </span>to walk</del><ins>to run
home</ins></p></div></li>
      <li><div><p>Removed · Card</p><p><del>Gone words</del></p></div></li>
    </ul></section>
    <section><h3>The map</h3><ul>
      <li><div><p>Changed · State</p><p><span>Current</span><svg></svg><span>Target</span></p></div></li>
    </ul></section>`;
  expect(plainTextOf(list)).toBe(`Buy · Needs
- Changed · Text
  I want to run
  home
- Removed · Card
  Gone words

The map
- Changed · State
  Current → Target`);
});
