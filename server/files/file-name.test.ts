import { describe, expect, test } from "vitest";
import { downloadHeaders } from "./download";
import { cleanFileName, contentDisposition } from "./file-name";

describe("[UP-06] names", () => {
  test.each([
    ["../../etc/passwd", "png", "passwd.png"],
    ["C:\\temp\\cat.PNG", "png", "cat.png"],
    ["a\r\nSet-Cookie: x=1.png", "png", "aSet-Cookie: x=1.png"],
    ["nul\0byte.jpg", "jpg", "nulbyte.jpg"],
    ["photo.jpeg", "jpg", "photo.jpg"],
    ["cv.html", "png", "cv.html.png"],
    ["evil\u202Egnp.exe", "pdf", "evilgnp.exe.pdf"],
    ["...", "pdf", "file.pdf"],
    ["", "webp", "file.webp"],
    ['Größe "ä" 北京.pdf', "pdf", 'Größe "ä" 北京.pdf'],
  ])("%j becomes a safe name", (given, extension, name) => {
    expect(cleanFileName(given, extension)).toBe(name);
  });

  test("300 characters are cut, the ending is not", () => {
    const name = cleanFileName(`${"ä".repeat(300)}.png`, "png");
    expect([...name]).toHaveLength(120);
    expect(name.endsWith(".png")).toBe(true);
  });

  test("any name is one header line with a plain and a whole form", () => {
    const value = contentDisposition(
      "attachment",
      "Größe \"1\"\r\nX: 'y'*.pdf",
    );
    expect(value).toBe(
      `attachment; filename="Gr__e _1___X: 'y'*.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%0D%0AX%3A%20%27y%27%2A.pdf`,
    );
    expect(() => new Headers({ "Content-Disposition": value })).not.toThrow();
  });
});

describe("[UP-08] [UP-09] headers of a download", () => {
  const file = {
    storageKey: "k",
    thumbKey: "t",
    name: "a.png",
    mime: "image/png",
    sha256: "0".repeat(64),
  };
  const options = { size: "whole", ifNoneMatch: null, noStore: false } as const;

  test("a picture is shown, inert and private", () => {
    expect(downloadHeaders(file, options)).toMatchObject({
      "Content-Type": "image/png",
      "Content-Disposition": expect.stringMatching(/^inline;/),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-site",
      "Cache-Control": "private, no-cache",
    });
  });

  test("a PDF is kept, not shown", () => {
    const headers = downloadHeaders(
      { ...file, thumbKey: null, mime: "application/pdf" },
      options,
    );
    expect(headers["Content-Disposition"]).toMatch(/^attachment;/);
    expect(headers["Content-Type"]).toBe("application/pdf");
  });

  test.each(["text/html", "image/svg+xml", "constructor"])(
    "%s that was forced into storage is only bytes to keep",
    (mime) => {
      const headers = downloadHeaders({ ...file, mime }, options);
      expect(headers["Content-Type"]).toBe("application/octet-stream");
      expect(headers["Content-Disposition"]).toMatch(/^attachment;/);
    },
  );

  test("[SH-09] a shared link's file is never stored", () => {
    const headers = downloadHeaders(file, { ...options, noStore: true });
    expect(headers["Cache-Control"]).toBe("private, no-store");
    expect(headers).not.toHaveProperty("ETag");
  });
});
