// The lint rule that holds the import table.
import path from "node:path";
import { forTests, startsPrograms, table } from "./import-table.mjs";

const isUnder = (file, folder) =>
  file === folder ||
  file.startsWith(folder.endsWith("/") ? folder : `${folder}/`) ||
  file === `${folder}.ts`;

const isTest = (file) =>
  /\.(test|prop\.test|int\.test)\.tsx?$/.test(file) ||
  file.includes("/testing/");

/** `next/link` under `next/*`, `yjs` under `yjs`, and every path of a package under its plain name. */
const isNamed = (specifier, names) =>
  names.some((name) =>
    name.endsWith("*")
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name ||
        (specifier.startsWith(`${name}/`) && name !== "next"),
  );

/** The row of a file, or undefined for what is free: tools and settings at the top. */
function rowOf(file) {
  return table.find(({ of }) =>
    of.endsWith("/") ? file.startsWith(of) : isUnder(file, of),
  );
}

/** A specifier as a path in the repository, or null for a package. */
function pathOf(file, specifier) {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return null;
  return path.posix.join(path.posix.dirname(file), specifier);
}

/** The folder that a file may use freely: its own in lib, else the first of its path. */
function homeOf(file) {
  const [top, second] = file.split("/");
  return top === "lib" ? `lib/${second}` : top;
}

function isAllowedFolder(file, row, target) {
  if (row.notFolders?.some((folder) => isUnder(target, folder))) return false;
  if (isUnder(target, homeOf(file))) return true;
  const folders = isTest(file)
    ? [...row.folders, ...forTests.folders]
    : row.folders;
  return folders.some((folder) => isUnder(target, folder));
}

function isAllowedPackage(file, row, specifier) {
  if (isTest(file) && isNamed(specifier, forTests.packages)) return true;
  if (row.packages) return isNamed(specifier, row.packages);
  const isTool = isNamed(specifier, [
    "vitest",
    "fast-check",
    "@testing-library/*",
    "@playwright/test",
  ]);
  if (isTool && row.of !== "scripts") return false;
  return !row.notPackages.some(
    (name) => specifier === name || specifier.startsWith(`${name}/`),
  );
}

/**
 * Why a file may not import something; null when it may.
 * @param {string} file - path from the root of the repository, with slashes.
 * @param {string} specifier
 */
function whyNot(file, specifier) {
  const isProgram = /^(node:)?child_process$/.test(specifier);
  if (isProgram && !startsPrograms.some((folder) => file.startsWith(folder))) {
    return "only the places listed in scripts/lint/import-table.mjs may start programs";
  }
  const row = rowOf(file);
  if (!row) return null;
  const target = pathOf(file, specifier);
  const isAllowed =
    target === null
      ? isAllowedPackage(file, row, specifier)
      : isAllowedFolder(file, row, target);
  return isAllowed
    ? null
    : `${row.of} may not import "${target ?? specifier}", see docs/architecture.md`;
}

export const imports = {
  create(context) {
    const file = path
      .relative(context.cwd, context.filename)
      .split(path.sep)
      .join("/");
    const check = ({ source }) => {
      if (typeof source?.value !== "string") return;
      const why = whyNot(file, source.value);
      if (why) context.report({ node: source, message: why });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
