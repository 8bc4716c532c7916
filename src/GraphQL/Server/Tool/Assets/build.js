// Builds GraphiQL into ../build: one script and one style sheet, compressed, which the library carries inside.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "build");

const script = buildSync({
  entryPoints: [join(here, "ide.js")],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  write: false,
  logOverride: { "import-is-undefined": "silent" },
}).outputFiles[0].contents;

const style = Buffer.concat([
  readFileSync(join(here, "node_modules", "graphiql", "graphiql.min.css")),
  readFileSync(join(here, "ours.css")),
]);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [name, content] of Object.entries({ "ide.js": script, "ide.css": style })) {
  const compressed = gzipSync(content, { level: constants.Z_BEST_COMPRESSION });
  writeFileSync(join(target, `${name}.gz`), compressed);
  console.log(`${name}: ${content.length} bytes, ${compressed.length} compressed`);
}
