import { encode } from "uqr";

/** Empty squares around a code, as its standard asks. */
const border = 4;

/**
 * An address as a square code for a till or a poster, as SVG: black on white in every theme, because cameras read
 * it.
 */
export function qrSvg(address: string): string {
  const { data, size } = encode(address, { ecc: "M", border });
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x},${y}h1v1h-1z`] : [])),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<path d="${runs.join("")}" fill="#000"/></svg>`,
  ].join("");
}
