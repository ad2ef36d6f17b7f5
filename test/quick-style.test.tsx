import { render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useQuickStyles } from "./quick-style";

const quick = useQuickStyles();
const kinds =
  "a article button details dialog div em input label li noframes option output p rp script section select span style summary svg td template textarea";
const attributes = [
  "title",
  "hidden",
  "open",
  "type=hidden",
  "style=display:flex;overflow:scroll",
  "style=visibility:hidden;color:red",
];
const looks = (
  style: typeof quick.slow,
  element: Element,
): readonly string[] => {
  const all = style(element);
  const { display, visibility, overflow, color } = all;
  const asked = ["display", "visibility", "overflow", "color"].map((name) =>
    all.getPropertyValue(name),
  );
  return [element.outerHTML, display, visibility, overflow, color, ...asked];
};

afterEach(() => document.head.replaceChildren());

const expectSame = (root: Element) => {
  for (const element of [root, ...root.querySelectorAll("*")])
    expect(looks(quick, element)).toEqual(looks(quick.slow, element));
};

test("what is asked of a page is answered as jsdom does, for every kind of element", () => {
  const page = document.createElement("div");
  for (const kind of kinds.split(" "))
    for (const [name = "", value = ""] of attributes.map((a) => a.split("="))) {
      const element = document.createElement(kind);
      element.setAttribute(name, value);
      page.append(element);
    }
  page.append(document.createElement("ruby"));
  page.lastElementChild!.innerHTML =
    "<rp style='visibility: inherit'>(<b>all</b>)</rp>";
  document.body.append(page);
  expectSame(page);
  page.style.visibility = "collapse";
  expectSame(page.lastElementChild!);
});

test("a style sheet that hides something counts, and one that does not is no hindrance", () => {
  const style = document.createElement("style");
  style.textContent = ".here { color: green }";
  document.head.append(style);
  const { container } = render(
    <>
      <p className="here">Here</p>
      <p className="away">Gone</p>
    </>,
  );
  const [here, away] = container.children as unknown as [Element, Element];
  expect(quick(here).color).toBe("rgb(0, 128, 0)");
  expect(quick(away).display).toBe("block");
  expectSame(container);
  style.textContent += ".away { display: none }";
  expect(quick(away).display).toBe("none");
  expectSame(container);
  style.textContent = ".here { visibility: hidden }";
  expect(quick(here).visibility).toBe("hidden");
  expectSame(container);
});
