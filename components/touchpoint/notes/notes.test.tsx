import {
  act,
  cleanup,
  configure,
  render,
  screen,
} from "@testing-library/react";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { Editor } from "@tiptap/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import common from "@/lib/i18n/messages/en/common.json";
import room from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import { notesOf, notesText, setNotesText } from "@/lib/journey/notes";
import type { TouchpointId } from "@/lib/journey/ids";
import { trackText } from "@/lib/journey/undo";
import { completeJsdom } from "@/test/jsdom-browser";
import { useBareWindow } from "../testing/panel-hands";
import { TestRoom, TestScene } from "../testing/test-room";
import { cleanPaste } from "./clean-paste";
import { NotesField } from "./notes-field";
import { isKnown, sharedNotes } from "./notes-schema";

completeJsdom();
configure({ asyncUtilTimeout: 20_000 });

let scene: TestRoom;
let touchpointId: TouchpointId;
let notes: Y.XmlFragment;

beforeEach(() => {
  useBareWindow();
  scene = new TestRoom();
  ({ touchpointId } = scene.begin());
  const held = notesOf(scene.doc, touchpointId);
  if (!held) throw new Error("no notes");
  notes = held;
});
afterEach(cleanup);

function show() {
  const messages = { common, room, touchpoint };
  render(
    <TestScene room={scene.room()} messages={messages}>
      <NotesField touchpointId={touchpointId} text="" lang="en" />
    </TestScene>,
  );
}

function editorOn(fragment: Y.XmlFragment): Editor {
  const element = document.createElement("div");
  return new Editor({
    element,
    extensions: sharedNotes(fragment),
    injectCSS: false,
  });
}

describe("notes with formatting", () => {
  it("shows notes that were written as plain text, and changes nothing by being opened", async () => {
    setNotesText(scene.ctx, { touchpointId, text: "Ask Noor\nTwice" });
    const before = Y.encodeStateVector(scene.doc);
    show();
    await screen.findByRole("toolbar", { name: "Formatting" });
    const field = screen.getByRole("textbox", { name: "Notes" });
    expect(field.querySelectorAll("p")).toHaveLength(2);
    expect(Y.encodeStateVector(scene.doc)).toEqual(before);
  });

  it("[I1] merges what two people write at once, formatting and all", () => {
    const other = new Y.Doc();
    setNotesText(scene.ctx, { touchpointId, text: "Shoes" });
    Y.applyUpdate(other, Y.encodeStateAsUpdate(scene.doc));
    const theirs = notesOf(other, touchpointId)!;
    const mine = editorOn(notes);
    const yours = editorOn(theirs);
    mine.chain().focus("end").insertContent(" that fit").run();
    yours.chain().selectAll().toggleBold().run();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(scene.doc));
    Y.applyUpdate(scene.doc, Y.encodeStateAsUpdate(other));
    expect(mine.getHTML()).toBe(yours.getHTML());
    expect(mine.getHTML()).toContain("<strong>Shoes");
    expect(notesText(notes)).toBe("Shoes that fit");
    mine.destroy();
    yours.destroy();
  });

  it("[A1] takes back only what was typed here, as one step of the map", () => {
    setNotesText(scene.ctx, { touchpointId, text: "Shoes" });
    scene.undo.clear();
    const editor = editorOn(notes);
    const session = trackText(scene.undo, notes, { origin: ySyncPluginKey });
    editor.chain().focus("end").insertContent(" that fit").run();
    notes.doc?.transact(() => {
      const paragraph = notes.get(0) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).insert(0, "Good ");
    }, "a colleague");
    session.close();
    expect(notesText(notes)).toBe("Good Shoes that fit");
    act(() => void scene.undo.undo());
    expect(notesText(notes)).toBe("Good Shoes");
    editor.destroy();
  });

  it("leaves what it does not know as plain text instead of deleting it for everybody", async () => {
    notes.insert(0, [new Y.XmlElement("table")]);
    expect(isKnown(notes)).toBe(false);
    show();
    await screen.findByRole("textbox", { name: "Notes" });
    expect(notes.length).toBe(1);
  });

  it.each([
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ["https://example.org/", true],
    ["mailto:noor@example.org", true],
  ])("[RT-01] follows %s: %s", (href, isFollowed) => {
    const editor = editorOn(notes);
    editor.commands.setContent({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            {
              type: "text",
              text: "x",
              marks: [{ type: "link", attrs: { href } }],
            },
          ],
        },
      ],
    });
    expect(editor.getHTML().includes(href)).toBe(isFollowed);
    editor.destroy();
  });
});

/** What notes can hold. */
const ofNotes = new Set(
  "p h1 h2 h3 strong em u s a ul ol li blockquote code pre br hr".split(" "),
);

describe("what is pasted into notes", () => {
  const pasted = (html: string) => {
    const editor = editorOn(notes);
    editor.commands.insertContent(cleanPaste(html));
    const made = editor.getHTML();
    editor.destroy();
    return made;
  };

  it("keeps the structure of a text from Word and none of its noise", () => {
    const made = pasted(
      `<style>p{color:red}</style><!--[if gte mso 9]><xml>x</xml><![endif]-->
       <p class="MsoNormal" style="margin:0"><b>Wichtig</b><o:p></o:p></p>
       <p class="MsoListParagraphCxSpFirst"><span style="mso-list:Ignore">·</span>Erstens</p>
       <p class="MsoListParagraphCxSpLast"><span style="mso-list:Ignore">·</span>Zweitens</p>`,
    );
    expect(made).toContain("<strong>Wichtig</strong>");
    expect(made).toContain(
      "<ul><li><p>Erstens</p></li><li><p>Zweitens</p></li></ul>",
    );
    expect(made).not.toMatch(/style|Mso|mso|xml/);
  });

  it("does not take a whole text from Google Docs for bold", () => {
    const made = pasted(
      `<b id="docs-internal-guid-1" style="font-weight:normal"><p>Plain</p></b>`,
    );
    expect(made).toContain("<p>Plain</p>");
    expect(made).not.toContain("strong");
  });

  it("[RT-03] of a web page keeps its words, and neither its forms nor what it loads or leads to by itself", () => {
    const made = pasted(
      `<meta http-equiv="refresh" content="0;url=//x"><link rel="stylesheet" href="//x"><base href="//x">
       <form action="//x"><input name="card" value="1"><button>Pay</button></form>
       <iframe srcdoc="<script>x()</script>"></iframe><object data="//x"></object><embed src="//x"><svg onload="x()"><a href="//x">s</a></svg>
       <table><tr><td style="background:url(//x)">Cell</td></tr></table><h1 class="big">Title</h1>`,
    );
    expect(made).toContain("Title");
    expect(made).toContain("Cell");
    const kept = new DOMParser().parseFromString(made, "text/html");
    const tags = [...kept.body.querySelectorAll("*")].map(({ tagName }) =>
      tagName.toLowerCase(),
    );
    expect(tags.filter((tag) => !ofNotes.has(tag))).toEqual([]);
    expect(made).not.toMatch(/style=|class=|onload|\/\/x/);
  });

  it("[RT-01] lets nothing run", () => {
    const made = pasted(
      `<p onclick="x()">a<img src=x onerror="x()"><script>x()</script><a href="javascript:x()">b</a><iframe src="//x"></iframe></p>`,
    );
    expect(made).not.toMatch(/onclick|onerror|script|iframe|<img/);
  });
});
