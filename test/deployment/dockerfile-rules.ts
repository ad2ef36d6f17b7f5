interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** One entry for each instruction: comments left out, continued lines joined. */
export function instructionsOf(text: string): Instruction[] {
  return text
    .split("\n")
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .replaceAll(/\\\s*\n/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [word = "", ...rest] = line.split(/\s+/);
      return { word: word.toUpperCase(), rest: rest.join(" ") };
    });
}

/** The instructions of each stage, its FROM first. */
function stagesOf(text: string): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.word === "FROM") stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

const isExec = (rest: string) => rest.startsWith("[");

function* inStage(stage: Instruction[], names: Set<string>): Generator<string> {
  for (const { word, rest } of stage) {
    if (word === "FROM") {
      const [image = "", , name] = rest.replaceAll(/--\S+ /g, "").split(" ");
      const isFixed = /:[0-9][\w.-]*$|@sha256:[0-9a-f]{64}$/.test(image);
      if (!names.has(image) && !isFixed)
        yield `FROM ${image} is not fixed to a version`;
      if (name) names.add(name);
    }
    if (word === "ADD") yield `ADD ${rest}: COPY says what it does`;
    if (/^(ARG|ENV)$/.test(word) && /SECRET|PASSWORD|TOKEN|_URL\b/i.test(rest))
      yield `${word} ${rest}: stays in the image for everybody to read`;
    if (/^(CMD|ENTRYPOINT)$/.test(word) && !isExec(rest))
      yield `${word} ${rest}: a shell would stand between it and SIGTERM`;
    if (word === "RUN" && /\bsudo\b|\bnpm (install|i)\b/.test(rest))
      yield `RUN ${rest}: takes what is newest, or more than it needs`;
    const installs = /\bapt-get install\b/.test(rest);
    if (word === "RUN" && installs && !/rm -rf \/var\/lib\/apt/.test(rest))
      yield `RUN ${rest}: leaves the lists of packages in its layer`;
  }
}

/** What we ask of a Dockerfile; that it is one at all is asked by a parser. */
export function dockerfileProblems(text: string): string[] {
  const names = new Set<string>();
  const stages = stagesOf(text);
  const problems = stages.flatMap((stage) => [...inStage(stage, names)]);
  const last = stages.at(-1) ?? [];
  const user = last.findLast(({ word }) => word === "USER")?.rest;
  if (!user || /^(root|0)\b/.test(user)) problems.push("it runs as root");
  for (const needed of ["HEALTHCHECK", "CMD", "WORKDIR"]) {
    if (!last.some(({ word }) => word === needed))
      problems.push(`it has no ${needed}`);
  }
  return problems;
}
