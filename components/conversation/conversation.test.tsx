// Longer than most: the server that it is played against is a third of it.
import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from "vitest";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { preloadParts } from "@/components/ui/on-demand";
import type {
  CommentItem,
  Conversation,
  ThreadDetail,
  ThreadItem,
} from "@/lib/api/comments";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import room from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import type { TouchpointId } from "@/lib/journey/ids";
import { completeJsdom } from "@/test/jsdom-browser";
import { ConversationPanel } from "./conversation-panel";
import { LiveConversation } from "./live-conversation";
import { TalkAbout } from "./talk-about";

const ada = { id: "0198c000-0000-7000-8000-0000000000a1", name: "Ada Brown" };
const zoe = { id: "0198c000-0000-7000-8000-0000000000a2", name: "Zoë de Wit" };
const threadId = "0198c000-0000-7000-8000-0000000000b1";

const comment = (part: Partial<CommentItem> = {}): CommentItem => ({
  id: "0198c000-0000-7000-8000-0000000000c1",
  author: ada,
  body: "Is this still so?",
  mentions: [],
  at: "2026-11-29T10:00:00.000Z",
  editedAt: null,
  isDeleted: false,
  mayEdit: false,
  mayDelete: false,
  ...part,
});

const thread = (part: Partial<ThreadDetail> = {}): ThreadDetail => ({
  id: threadId,
  journeyId: "0198c000-0000-7000-8000-00000000f001",
  anchor: { kind: "map", id: null, label: "", isRemoved: false },
  resolvedAt: null,
  resolvedBy: null,
  mayResolve: true,
  isUnread: false,
  replies: 0,
  saidAt: "2026-11-29T10:00:00.000Z",
  opening: comment(),
  comments: [comment()],
  ...part,
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | null;
}

/** A server that holds threads, and what it was asked. */
class FakeServer {
  readonly asked: Asked[] = [];
  /** Statuses of the next writes, before they are done. */
  failures: number[] = [];
  conversation: Conversation = { isMuted: false, counts: [] };
  /** What an answer about the conversation waits for before it comes. */
  held: Promise<void> | null = null;

  constructor(public threads: ThreadDetail[]) {}

  readonly fetch = async (url: string, init: RequestInit = {}) => {
    const { method = "GET" } = init;
    const path = url.replace("/api/v1/workspaces/shoes", "");
    const key = new Headers(init.headers).get("idempotency-key");
    const body: unknown =
      typeof init.body === "string" ? JSON.parse(init.body) : null;
    this.asked.push({ method, path, body, key });
    if (method !== "GET") return this.write(method, path);
    if (path === "/members")
      return Response.json({
        members: [ada, zoe].map(({ id: userId, name }) => ({ userId, name })),
      });
    if (path.includes("/conversation")) {
      const answer = Response.json(this.conversation);
      await this.held;
      return answer;
    }
    if (path.startsWith("/threads/")) {
      const found = this.threads.find(({ id }) => path.endsWith(id));
      return found
        ? Response.json(found)
        : Response.json({ code: "not_found" }, { status: 404 });
    }
    const isResolved = /state=(\w+)/.exec(path)?.[1];
    const threads: ThreadItem[] = this.threads.filter(
      ({ resolvedAt }) =>
        isResolved === "all" ||
        (isResolved === "resolved") === (resolvedAt !== null),
    );
    return Response.json({ threads, nextCursor: null });
  };

  private write(method: string, path: string): Response {
    const status = this.failures.shift();
    if (status) return Response.json({ code: "unavailable" }, { status });
    if (path.endsWith("/read") || path.endsWith("/mute"))
      return new Response(null, { status: 204 });
    if (method === "DELETE") {
      this.threads = this.threads.flatMap((one) => {
        const comments = one.comments.map((said) =>
          path.endsWith(said.id)
            ? { ...said, body: "", isDeleted: true, mayDelete: false }
            : said,
        );
        const isEmpty = comments.every(({ isDeleted }) => isDeleted);
        return isEmpty ? [] : [{ ...one, comments, opening: comments[0]! }];
      });
      return new Response(null, { status: 204 });
    }
    if (method === "PATCH" && path.endsWith(threadId))
      this.threads = this.threads.map((one) => ({
        ...one,
        resolvedAt: "2026-11-29T11:00:00.000Z",
        resolvedBy: zoe,
      }));
    return Response.json(this.threads[0] ?? thread(), { status: 201 });
  }

  /** What was asked for besides reading. */
  get writes(): Asked[] {
    return this.asked.filter(
      ({ method, path }) => method !== "GET" && !path.endsWith("/read"),
    );
  }
}

let scene: TestRoom;
let touchpointId: TouchpointId;

completeJsdom();
configure({ asyncUtilTimeout: 20_000 });
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  useBareWindow();
  scene = new TestRoom();
  ({ touchpointId } = scene.begin());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const onGo = vi.fn();

function show(
  threads: ThreadDetail[],
  { mayComment = true, wanted = null as string | null, isHere = false } = {},
): FakeServer {
  const server = new FakeServer(threads);
  vi.stubGlobal("fetch", server.fetch);
  render(
    <TestScene
      room={scene.room()}
      messages={{ common, errors, room, touchpoint }}
    >
      <LiveConversation initial={server.conversation} mayComment={mayComment}>
        {isHere ? (
          <TalkAbout kind="touchpoint" id={touchpointId} />
        ) : (
          <ConversationPanel
            about={null}
            threadId={wanted}
            onWiden={vi.fn()}
            onGo={onGo}
            onClose={vi.fn()}
          />
        )}
      </LiveConversation>
    </TestScene>,
  );
  return server;
}

const field = (name = "Comment on the map") =>
  screen.getByRole<HTMLTextAreaElement>("textbox", { name });

/** Writes as somebody does whose caret ends up behind it. */
function write(text: string, name?: string): void {
  const box = field(name);
  act(() => box.focus());
  fireEvent.change(box, { target: { value: text } });
}

const press = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole("button", { name }));

describe("writing a comment", () => {
  it("names people by the keyboard alone, and sends who is meant", async () => {
    const server = show([]);
    write("Ask @zo");
    const list = await screen.findByRole("listbox", { name: "People" });
    const options = within(list).getAllByRole("option");
    expect(options.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("Zoë de Wit"),
    ]);
    expect(field().getAttribute("aria-activedescendant")).toBe(options[0]?.id);
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(field().value).toBe("Ask @Zoë de Wit ");
    expect(screen.queryByRole("listbox")).toBeNull();
    write("Ask @Zoë de Wit please");
    fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(server.writes).toHaveLength(1));
    expect(server.writes[0]).toMatchObject({
      method: "POST",
      body: {
        anchor: { kind: "map", id: null },
        body: `Ask <@${zoe.id}> please`,
      },
    });
    await waitFor(() => expect(field().value).toBe(""));
  });

  it("walks through the people with the arrows, and Esc closes the list and nothing else", async () => {
    show([]);
    write("@");
    const list = await screen.findByRole("listbox", { name: "People" });
    const chosen = () =>
      within(list).getByRole("option", { selected: true }).textContent;
    expect(chosen()).toContain("Ada");
    fireEvent.keyDown(field(), { key: "ArrowDown" });
    expect(chosen()).toContain("Zoë");
    fireEvent.keyDown(field(), { key: "ArrowDown" });
    expect(chosen()).toContain("Ada");
    fireEvent.keyDown(field(), { key: "Escape" });
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(field().value).toBe("@");
  });

  it("[A6] keeps what was written when the server fails, and sends it again under the same key", async () => {
    const server = show([]);
    server.failures = [503];
    write("Do not lose me");
    press("Comment");
    await screen.findByText(/What you wrote is kept here/);
    expect(field().value).toBe("Do not lose me");
    cleanup();
    // The page is loaded again: it still is there, and it is the same comment.
    const again = show([]);
    expect(field().value).toBe("Do not lose me");
    press("Comment");
    await waitFor(() => expect(again.writes).toHaveLength(1));
    expect(again.writes[0]?.key).toBe(server.writes[0]?.key);
    expect(again.writes[0]?.key).toBeTruthy();
    await waitFor(() => expect(field().value).toBe(""));
    write("Something else");
    press("Comment");
    await waitFor(() => expect(again.writes).toHaveLength(2));
    expect(again.writes[1]?.key).not.toBe(server.writes[0]?.key);
  });

  it("is not offered to who may only read", async () => {
    show([thread({ mayResolve: false })], { mayComment: false });
    await screen.findByText("Is this still so?");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("button", { name: "Resolve" })).toBeNull();
  });
});

describe("reading a conversation", () => {
  it("[RT-02] links addresses of the web, names people, and shows markup as the words that it is", async () => {
    const body = `<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a <@${zoe.id}>`;
    show([thread({ opening: comment({ body, mentions: [zoe] }) })]);
    await screen.findByText("@Zoë de Wit");
    expect(document.querySelector("img")).toBeNull();
    const link = screen.getByRole("link");
    expect(link.getAttribute("href")).toBe("https://example.org/a");
    expect(link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
    expect(screen.getByText(/javascript:alert/)).toBeDefined();
  });

  it("opens with its replies, tells that it was read, and takes an answer", async () => {
    const reply = comment({ id: "r1", body: "No longer", author: null });
    const one = thread({
      replies: 1,
      isUnread: true,
      comments: [comment(), reply],
    });
    const server = show([one]);
    await screen.findByText("New");
    const isRead = () =>
      server.asked.some(({ path }) => path.endsWith("/read"));
    expect(isRead()).toBe(false);
    press("1 reply");
    await screen.findByText("No longer");
    expect(screen.getByText("Former member")).toBeDefined();
    await waitFor(() => expect(isRead()).toBe(true));
    // Up to what was shown: what somebody says meanwhile is not read.
    expect(
      server.asked.find(({ path }) => path.endsWith("/read"))?.body,
    ).toEqual({ upTo: one.saidAt });
    write("Thank you", "Reply");
    fireEvent.click(
      within(screen.getByRole("form", { name: "Reply" })).getByRole("button", {
        name: "Reply",
      }),
    );
    await waitFor(() =>
      expect(server.writes).toMatchObject([
        {
          path: `/threads/${threadId}/comments`,
          body: { body: "Thank you" },
        },
      ]),
    );
  });

  it("is resolved, leaves the open ones and is found among the resolved", async () => {
    show([thread()]);
    await screen.findByText("Is this still so?");
    press("Resolve");
    await screen.findByText(/^No conversation is open/);
    fireEvent.click(screen.getByRole("radio", { name: "Resolved" }));
    await screen.findByText("Resolved by Zoë de Wit");
    expect(screen.getByRole("button", { name: "Reopen" })).toBeDefined();
  });

  it("says where a thing is gone from the map, under its last name", async () => {
    const anchor = {
      kind: "touchpoint",
      id: touchpointId,
      label: "Old checkout",
      isRemoved: false,
    } as const;
    show([thread({ anchor })]);
    await screen.findByRole("button", { name: "Go to Checkout" });
    press("Go to Checkout");
    expect(onGo).toHaveBeenCalledWith(
      expect.objectContaining({ id: threadId }),
    );
    act(() => scene.remove(touchpointId));
    await screen.findByText("Removed from the map");
    expect(screen.getByText("Old checkout")).toBeDefined();
    expect(screen.getByText("Is this still so?")).toBeDefined();
  });

  it("brings who came for one to it, and says where it is gone", async () => {
    show([thread({ resolvedAt: "2026-11-29T11:00:00.000Z" })], {
      wanted: threadId,
    });
    const card = await screen.findByRole("article");
    await waitFor(() => expect(document.activeElement).toBe(card));
    cleanup();
    show([], { wanted: threadId });
    await screen.findByText("This conversation is not there any more.");
  });

  it("takes one's own words back only after asking, and changes them in their place", async () => {
    const own = comment({ mayEdit: true, mayDelete: true });
    const server = show([thread({ opening: own, comments: [own] })]);
    await screen.findByText("Is this still so?");
    press("Edit comment");
    write("Was this ever so?", "Edit comment");
    press("Save");
    await waitFor(() =>
      expect(server.writes.at(-1)).toMatchObject({
        method: "PATCH",
        body: { body: "Was this ever so?" },
      }),
    );
    await screen.findByRole("button", { name: "Delete comment" });
    press("Delete comment");
    const dialog = await screen.findByRole("alertdialog");
    expect(server.writes).toHaveLength(1);
    fireEvent.click(within(dialog).getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(server.writes.at(-1)?.method).toBe("DELETE"));
    await screen.findByText(/^No conversation is open/);
  });

  it("[A8] leaves whoever deletes a comment at the next one, else at the one before, else where one writes, and says that it is gone", async () => {
    const said = (id: string, body: string) =>
      comment({ id, body, mayDelete: true });
    const all = [said("c1", "One"), said("c2", "Two"), said("c3", "Three")];
    show([thread({ opening: all[0]!, comments: all, replies: 2 })]);
    await screen.findByText("One");
    press("2 replies");
    await screen.findByText("Three");
    const remove = async (body: string) => {
      const row = screen.getByText(body).closest<HTMLElement>("[data-comment]");
      const button = within(row!).getByRole("button", {
        name: "Delete comment",
      });
      act(() => button.focus());
      fireEvent.click(button);
      const dialog = await screen.findByRole("alertdialog", {
        name: "Delete this comment?",
      });
      fireEvent.click(within(dialog).getByRole("button", { name: "Delete" }));
      await waitFor(() => expect(screen.queryByText(body)).toBeNull());
    };
    const isAt = (body: string) =>
      waitFor(() =>
        expect(document.activeElement?.textContent).toContain(body),
      );
    await remove("Two");
    await screen.findByText("The comment was deleted.");
    await isAt("Three");
    expect(document.activeElement?.getAttribute("aria-label")).toBe(
      "Comment by Ada Brown",
    );
    await remove("Three");
    await isAt("One");
    await remove("One");
    await screen.findByText(/^No conversation is open/);
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  it("stands with the thing itself, where one begins and the open ones are", async () => {
    const server = show([thread()], { isHere: true });
    await screen.findByText("Is this still so?");
    expect(
      server.asked.some(({ path }) => path.includes(`about=${touchpointId}`)),
    ).toBe(true);
    write("Here", "Comment on this touchpoint");
    press("Comment");
    await waitFor(() =>
      expect(server.writes[0]?.body).toMatchObject({
        anchor: { kind: "touchpoint", id: touchpointId },
      }),
    );
  });

  it("mutes the mails about this map and says what that means", async () => {
    const server = show([]);
    press("Send me no mails about this map");
    await screen.findByText(/^You get no mails about this map/);
    expect(server.writes).toMatchObject([
      { method: "PUT", body: { isMuted: true } },
    ]);
    expect(
      screen.getByRole("button", {
        name: "Send me mails about this map again",
      }),
    ).toBeDefined();
  });

  it("stays muted where the server answers with what was before", async () => {
    const server = show([]);
    let release: () => void = () => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    write("Hello");
    fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
    await waitFor(() =>
      expect(server.asked.map(({ path }) => path)).toContainEqual(
        expect.stringMatching(/\/conversation$/),
      ),
    );
    press("Send me no mails about this map");
    await screen.findByText(/^You get no mails about this map/);
    const again = "Send me mails about this map again";
    await act(async () => {
      release();
      // A turn of the event loop, after all that was waiting for the answer.
      await new Promise((done) => setImmediate(done));
    });
    expect(screen.getByRole("button", { name: again })).toBeDefined();
  });
});
