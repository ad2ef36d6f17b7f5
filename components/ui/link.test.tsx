import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { Menu, MenuItem } from "react-aria-components";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import { Link } from "./link";
import { UiProvider } from "./provider";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
let go: (() => void) | null = null;
let isLate = true;
vi.mock("@/components/room/leaving", () => {
  const leaveOnceStored = (then: () => void) => {
    if (isLate) go = then;
    return isLate;
  };
  return {
    leaveOnceStored,
    leave: (then: () => void) => leaveOnceStored(then) || then(),
  };
});

const map = "/w/acme/journeys/0198c1de-0000-7000-8000-00000000000a?card=1";
const assign = vi.fn();

beforeEach(() => {
  isLate = true;
  go = null;
  vi.stubGlobal(
    "location",
    Object.assign(new URL(window.location.href), { assign }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  assign.mockReset();
  push.mockReset();
});

/** Whether the browser is left to follow the link itself; here it goes nowhere. */
function click(init?: MouseEventInit): boolean {
  let isLeft = false;
  const see = (event: Event) => {
    isLeft = !event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener("click", see, { once: true });
  fireEvent.click(screen.getByRole("link"), init);
  return isLeft;
}

test("[A6] a link to a map waits until the last words are stored, and then leads there", () => {
  render(<Link href={map}>Map</Link>);
  expect(click()).toBe(false);
  expect(assign).not.toHaveBeenCalled();
  go!();
  expect(assign).toHaveBeenCalledExactlyOnceWith(
    `${window.location.origin}${map}`,
  );
  isLate = false;
  expect(click()).toBe(true);
});

test.each<[string, MouseEventInit, object]>([
  ["with Ctrl", { ctrlKey: true }, {}],
  ["with Cmd", { metaKey: true }, {}],
  ["with Shift", { shiftKey: true }, {}],
  ["with Alt", { altKey: true }, {}],
  ["in another tab", {}, { target: "_blank" }],
  ["as a file", {}, { download: "map.json" }],
])("a link to a map that is opened %s waits for nothing", (_, init, more) => {
  render(
    <Link href={map} {...more}>
      Map
    </Link>,
  );
  expect(click(init)).toBe(true);
  expect(go).toBeNull();
});

test("[A6] a menu leads to a map as a link does, and to other pages within the page", () => {
  const pages = [map, "/w/acme/tasks"];
  render(
    <NextIntlClientProvider locale="en" messages={{ common }}>
      <UiProvider locale="en">
        <Menu aria-label="Ways">
          {pages.map((href) => (
            <MenuItem key={href} href={href}>
              {href}
            </MenuItem>
          ))}
        </Menu>
      </UiProvider>
    </NextIntlClientProvider>,
  );
  const [toMap, toTasks] = screen.getAllByRole("menuitem");
  fireEvent.click(toMap!);
  expect(assign).not.toHaveBeenCalled();
  go!();
  expect(assign).toHaveBeenCalledExactlyOnceWith(map);
  expect(push).not.toHaveBeenCalled();
  fireEvent.click(toTasks!);
  expect(push.mock.calls[0]![0]).toBe("/w/acme/tasks");
});
