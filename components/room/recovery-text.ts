/** A list of changes as plain text: places as headings, and of a rewritten text what it says now. */
export function plainTextOf(list: Element): string {
  const copy = list.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll(".sr-only")) hidden.remove();
  for (const arrow of copy.querySelectorAll("svg")) arrow.replaceWith(" → ");
  for (const paragraph of copy.querySelectorAll("p")) dropRemoved(paragraph);
  return [...copy.querySelectorAll("section")].map(sectionText).join("\n\n");
}

/** What was struck out says something only where nothing else is left. */
function dropRemoved(paragraph: Element): void {
  const removed = [...paragraph.querySelectorAll("del")];
  const removedText = removed.map(({ textContent }) => textContent).join("");
  if (removedText === paragraph.textContent) return;
  for (const part of removed) part.remove();
}

function sectionText(section: Element): string {
  const heading = section.querySelector("h3")?.textContent?.trim() ?? "";
  const items = [...section.querySelectorAll("li")].map((item) => {
    const [first = "", ...rest] = [...item.querySelectorAll("p")].map(
      ({ textContent }) => textContent?.trim() ?? "",
    );
    return [`- ${first}`, ...rest.map(indented)].join("\n");
  });
  return [heading, ...items].join("\n");
}

const indented = (text: string) => `  ${text.replaceAll("\n", "\n  ")}`;
