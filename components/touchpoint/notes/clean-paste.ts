/** Which addresses a link in notes may have; anything else would run where it is clicked. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

export function isSafeAddress(address: string): boolean {
  return SAFE_ADDRESS.test(address.trim());
}

const NOISE = "style, script, meta, link, title, xml, head, img, o\\:p";

/**
 * Makes what word processors put on the clipboard into plain structure: Word's lists, which it writes as paragraphs with
 * a drawn bullet, become lists, and a wrapper that Google Docs calls bold is none. What the editor does not know, it
 * leaves out itself.
 */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const noise of body.querySelectorAll(NOISE)) noise.remove();
  for (const comment of commentsIn(body)) comment.remove();
  for (const wrapper of body.querySelectorAll("b[id^=docs-internal-guid]"))
    wrapper.replaceWith(...wrapper.childNodes);
  gatherLists(body);
  return body.innerHTML;
}

function commentsIn(root: Node): ChildNode[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as ChildNode);
  return found;
}

function gatherLists(body: HTMLElement): void {
  const items = body.querySelectorAll<HTMLElement>(
    "p[class^=MsoListParagraph]",
  );
  for (const item of items) {
    const mark = item.querySelector("[style*='mso-list:Ignore' i]");
    const isNumbered = /\d/.test(mark?.textContent ?? "");
    mark?.remove();
    const row = document.createElement("li");
    row.append(...item.childNodes);
    const before = item.previousElementSibling;
    const name = isNumbered ? "OL" : "UL";
    if (before?.tagName === name && before.hasAttribute("data-word")) {
      before.append(row);
      item.remove();
    } else {
      const list = document.createElement(name);
      list.setAttribute("data-word", "");
      list.append(row);
      item.replaceWith(list);
    }
  }
}
