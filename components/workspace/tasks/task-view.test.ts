import { describe, expect, test } from "vitest";
import { isNarrowed, readTaskView, taskPath, writeTaskView } from "./task-view";

const id = "0198c000-0000-7000-8000-0000000000a1";
const parsed = (address: string, remembered?: string) =>
  readTaskView(Object.fromEntries(new URLSearchParams(address)), remembered);

describe("the address of the tasks", () => {
  test("[R05] says the look, the filters and the order, and reads back as what was written", () => {
    const view = {
      look: "board",
      status: "all",
      person: "none",
      journey: id,
      isOverdue: true,
      sort: { key: "person", direction: "descending" },
    } as const;
    expect(parsed(writeTaskView(view))).toEqual(view);
  });

  test("[R05] the look that somebody chose last is theirs until an address says another", () => {
    expect(parsed("", "board").look).toBe("board");
    expect(parsed("?view=list", "board").look).toBe("list");
    expect(parsed("", "cork").look).toBe("list");
  });

  test("nonsense in it narrows nothing", () => {
    const view = parsed("?status=late&person=1&journey=%00&sort=--due&view=3d");
    expect(isNarrowed(view)).toBe(false);
    expect(view.sort).toEqual({ key: "due", direction: "ascending" });
  });

  test("a column of the board asks for its own status, in the order of days", () => {
    const view = parsed(`?view=board&sort=-text&person=${id}`);
    expect(taskPath("acme", view, "done")).toBe(
      `/workspaces/acme/tasks?status=done&person=${id}&sort=due`,
    );
  });
});
