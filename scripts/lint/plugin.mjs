// Our own lint rules, for what no ready rule says.
import { imports } from "./imports.mjs";

const maxLines = 400;

/** A file past the limit says why it is one file, in a comment that begins with "Long because" or "Longer than most". */
const longFiles = {
  create: (context) => ({
    Program(node) {
      const { lines } = context.sourceCode;
      const [first] = context.sourceCode.getAllComments();
      if (
        lines.length <= maxLines ||
        /^[\s*]*(?:Long because|Longer than most)/.test(first?.value ?? "")
      )
        return;
      context.report({
        node,
        message: `${lines.length} lines: split it, or begin it with a comment "Long because …"`,
      });
    },
  }),
};

const unsafeQueries = ["$queryRawUnsafe", "$executeRawUnsafe"];

/** SQL is written with parameters; these two take any text. */
const unsafeSql = {
  create: (context) => ({
    Identifier(node) {
      if (unsafeQueries.includes(node.name)) {
        context.report({
          node,
          message: `${node.name} takes SQL without parameters`,
        });
      }
    },
  }),
};

export default {
  meta: { name: "waymark" },
  rules: { imports, "long-files": longFiles, "unsafe-sql": unsafeSql },
};
