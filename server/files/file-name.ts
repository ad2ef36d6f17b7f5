// Control characters, line separators, and the marks that turn the direction of writing.
const unsafe =
  /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const maxLength = 120;

/**
 * A name that is safe to show, to store and to send: without folders, control or direction marks,
 * and ending as its real type does, so that `cv.html` with a picture inside becomes `cv.html.png`.
 */
export function cleanFileName(given: string, extension: string): string {
  const flat = given.toWellFormed().normalize("NFC").replace(unsafe, "");
  const base = (flat.split(/[/\\]/).at(-1) ?? "").replace(
    /^[\s.]+|[\s.]+$/g,
    "",
  );
  const stem = stripExtension(base, extension) || "file";
  const room = maxLength - extension.length - 1;
  return `${[...stem].slice(0, room).join("").trim()}.${extension}`;
}

const sameExtensions: Readonly<Record<string, readonly string[]>> = {
  jpg: ["jpg", "jpeg"],
};

function stripExtension(name: string, extension: string): string {
  for (const ending of sameExtensions[extension] ?? [extension]) {
    if (name.toLowerCase().endsWith(`.${ending}`))
      return name.slice(0, -ending.length - 1);
  }
  return name;
}

/** A `Content-Disposition` value after RFC 6266: a plain name for old readers and the whole one for the rest. */
export function contentDisposition(
  how: "inline" | "attachment",
  name: string,
): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
