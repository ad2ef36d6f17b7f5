/** Hands a text over as a file. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: "text/plain;charset=utf-8" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, "-")}.txt`;
  link.click();
  URL.revokeObjectURL(url);
}
