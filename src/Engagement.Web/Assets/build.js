// Builds the style sheet, the scripts and the icon into ../wwwroot/build. Each file's name carries a hash of its content, so
// browsers may keep it for ever; manifest.json says which name is current; .br beside a file is the same file compressed.
// symbols.json is the drawings of the symbols by our names: the server puts the few that a page shows into the page.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { buildSync } from "esbuild";
import rtlcss from "rtlcss";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "wwwroot", "build");

const style = (name) =>
  compile(join(here, "styles", name), {
    style: "compressed",
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
  }).css;

const script = (name) =>
  buildSync({
    entryPoints: [join(here, "scripts", name)],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    legalComments: "none",
    write: false,
  }).outputFiles[0].text;

// Shapes that a drawing uses twice are written out: an id would be on the page as often as the symbol is.
const drawing = (body) => {
  const shapes = new Map();
  const drawn = body
    .replace(/<defs>(.*?)<\/defs>/g, (_, defs) => {
      for (const [, id, rest] of defs.matchAll(/<path id="([^"]+)"([^>]*)\/>/g)) shapes.set(id, rest);
      return "";
    })
    .replace(/<use href="#([^"]+)"([^>]*)\/>/g, (_, id, rest) => `<path${shapes.get(id)}${rest}/>`);
  if (/\b(id|class|style|on\w+)=|url\(|href|undefined/.test(drawn)) throw new Error(`A page cannot hold this drawing as it is: ${drawn}`);
  return drawn;
};

const symbols = () => {
  const read = (file) => JSON.parse(readFileSync(join(here, file), "utf8"));
  const { icons } = read("node_modules/@iconify-json/openmoji/icons.json");
  return Object.fromEntries(Object.entries(read("symbols.json")).map(([name, icon]) => [name, drawing(icons[icon].body)]));
};

const css = style("site.scss");

const files = {
  "site.css": css,
  // The same for languages that are written from right to left.
  "site-rtl.css": rtlcss.process(css),
  "staff.css": style("staff-console.scss"),
  ...Object.fromEntries(readdirSync(join(here, "scripts")).filter((name) => name.endsWith(".js")).map((name) => [name, script(name)])),
  "icon.svg": readFileSync(join(here, "images", "icon.svg"), "utf8"),
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const manifest = {};
for (const [name, text] of Object.entries(files)) {
  const content = Buffer.from(text);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`);
  const compressed = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
  writeFileSync(join(target, hashed), content);
  writeFileSync(join(target, `${hashed}.br`), compressed);
  manifest[name] = hashed;
  console.log(`${hashed}: ${content.length} bytes, ${compressed.length} compressed`);
}

writeFileSync(join(target, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(join(target, "symbols.json"), JSON.stringify(symbols()));
