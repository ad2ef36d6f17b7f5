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

function lightOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
}

function luminance(colour: string): number {
  const [r, g, b] = lightOf(colour);
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** What is left of a colour without one kind of cone, after Machado, Oliveira and Fernandes (2009), in linear light. */
const weaknesses: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "red cones": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "green cones": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  "blue cones": [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The distance of two colours of linear light, as CIE 1976 measures it. */
function distance(one: readonly number[], other: readonly number[]): number {
  const a = lab(one);
  const b = lab(other);
  return Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)));
}

const sum = (row: readonly number[], light: readonly number[]): number =>
  row.reduce((all, part, at) => all + part * (light[at] ?? 0), 0);

function lab(light: readonly number[]): readonly number[] {
  const shares = [
    sum([0.4124, 0.3576, 0.1805], light) / 0.9505,
    sum([0.2126, 0.7152, 0.0722], light),
    sum([0.0193, 0.1192, 0.9505], light) / 1.089,
  ].map((value) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116,
  );
  const [x = 0, y = 0, z = 0] = shares;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
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

  test.each(Object.keys(weaknesses))(
    "[A8] [R50] the five emotions stay apart without %s",
    (weakness) => {
      const seen = emotions.map((name) => {
        const light = lightOf(hex(name, theme));
        return (weaknesses[weakness] ?? []).map((row) => sum(row, light));
      });
      const gaps = seen.flatMap((one, at) =>
        seen.slice(at + 1).map((other) => distance(one, other)),
      );
      // A colour a little off is told apart from 2.3 on; these lie apart on the page.
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9);
    },
  );

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
