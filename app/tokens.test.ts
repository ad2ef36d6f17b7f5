import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const pairs = new Map(
  [
    ...css.matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
);
const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];
const colours = [
  "grey",
  "yellow",
  "orange",
  "red",
  "pink",
  "purple",
  "blue",
  "green",
];
const emotions = ["m2", "m1", "0", "p1", "p2"].map(
  (level) => `emotion-${level}`,
);

function hex(name: string, theme: Theme): string {
  const pair = pairs.get(name);
  if (!pair) throw new Error(`no token --${name}`);
  return pair[theme];
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

describe.each(themes)("the colours in %s", (theme) => {
  const grounds = ["paper", "surface", "sunken", "raised"].map((name) =>
    hex(name, theme),
  );

  test.each([
    "ink",
    "ink-2",
    "ink-3",
    "accent",
    "danger",
    "success",
    "warning",
  ])("[A8] %s is readable as text on every ground", (name) => {
    for (const ground of grounds) {
      expect(contrast(hex(name, theme), ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("[A8] the edge of a control is seen on the grounds that controls lie on", () => {
    for (const ground of ["paper", "surface", "raised"]) {
      const edge = contrast(hex("control", theme), hex(ground, theme));
      expect(edge).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(emotions)("[A8] %s is seen on every ground", (name) => {
    for (const ground of grounds) {
      expect(contrast(hex(name, theme), ground)).toBeGreaterThanOrEqual(3);
    }
  });

  test("[A8] the five emotions stay apart in greyscale", () => {
    const lightness = emotions.map(
      (name) => 116 * Math.cbrt(luminance(hex(name, theme))) - 16,
    );
    lightness.slice(1).forEach((value, index) => {
      expect(value - (lightness[index] ?? 0)).toBeGreaterThanOrEqual(3);
    });
  });

  test.each(colours)(
    "[A8] ink on a %s card is readable at leisure",
    (colour) => {
      expect(
        contrast(hex(`${colour}-ink`, theme), hex(`${colour}-tint`, theme)),
      ).toBeGreaterThanOrEqual(7);
    },
  );

  test.each(["accent", "danger", "success", "warning"])(
    "[A8] %s is readable on its tint",
    (name) => {
      expect(
        contrast(hex(name, theme), hex(`${name}-tint`, theme)),
      ).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("[A8] words on the accent and on danger are readable", () => {
    for (const name of ["accent", "accent-hover", "danger", "danger-hover"]) {
      const ground = name.replace("-hover", "");
      expect(
        contrast(hex(name, theme), hex(`${ground}-ink`, theme)),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });
});
