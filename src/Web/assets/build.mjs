// Builds ../wwwroot/lib from the locked packages: one style sheet, the scripts, the font files, and the licences of what went in.
import { build } from "esbuild";
import { compile } from "sass";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { transformSync } from "esbuild";

const out = new URL("../wwwroot/lib/", import.meta.url).pathname;
const packages = new URL("./node_modules/", import.meta.url).pathname;
rmSync(out, { recursive: true, force: true });
mkdirSync(out + "licences", { recursive: true });

const sheet = compile("styles/portal.scss", { loadPaths: ["node_modules"], style: "compressed", quietDeps: true, silenceDeprecations: ["import"] });
writeFileSync(out + "portal.css", transformSync(sheet.css, { loader: "css", minify: true, target: ["chrome109", "firefox102", "safari15.4"] }).code);

// Plot puts a <style> element into each picture, which a strict content security policy forbids; portal.scss carries those rules.
const withoutInlineStyle = {
  name: "without-inline-style",
  setup(setup) {
    setup.onLoad({ filter: /@observablehq\/plot\/src\/plot\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const mended = source.replace(/\.call\(\(svg\) =>\s*\/\/ Warning[^\n]*\n\s*svg\.append\("style"\)\.text\(\s*`[^`]*`\s*\)\s*\)/, "");
      if (mended === source) throw new Error("Plot no longer writes its style element where we take it out.");
      return { contents: mended, loader: "js" };
    });
  },
};
const bundle = await build({
  entryPoints: ["scripts/pictures.js"], bundle: true, minify: true, format: "esm", target: ["chrome109", "firefox102", "safari15.4"],
  plugins: [withoutInlineStyle], outfile: out + "pictures.js", legalComments: "none", metafile: true,
});

const live = await build({
  entryPoints: ["scripts/live.js"], bundle: true, minify: true, format: "esm", target: ["chrome109", "firefox102", "safari15.4"],
  outfile: out + "live.js", legalComments: "none", metafile: true,
});

await build({
  entryPoints: ["scripts/passkeys.js"], minify: true, format: "esm", target: ["chrome109", "firefox102", "safari15.4"], outfile: out + "passkeys.js", legalComments: "none",
});

await build({
  entryPoints: ["scripts/tables.js"], minify: true, format: "esm", target: ["chrome109", "firefox102", "safari15.4"], outfile: out + "tables.js", legalComments: "none",
});

for (const weight of ["400", "600"])
  for (const subset of ["latin", "vietnamese"]) {
    const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
    cpSync(`${packages}@fontsource/be-vietnam-pro/files/${file}`, out + file);
  }

const used = new Set(["govuk-frontend", "@fontsource/be-vietnam-pro"]);
for (const path of [bundle, live].flatMap(one => Object.keys(one.metafile.inputs))) {
  const match = path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/);
  if (match) used.add(match[1]);
}
const lines = [...used].sort().map(name => {
  const { version, license } = JSON.parse(readFileSync(`${packages}${name}/package.json`, "utf8"));
  const file = readdirSync(packages + name).find(entry => /^licen[cs]e/i.test(entry));
  const kept = name.replace("@", "").replace("/", "-") + ".txt";
  // govuk-frontend ships its licence only in its repository; the text is kept here.
  const text = file ? `${packages}${name}/${file}` : `licences/${kept}`;
  writeFileSync(out + "licences/" + kept, readFileSync(text, "utf8").replace(/\r\n/g, "\n").trimEnd() + "\n");
  return `| ${name} | ${version} | ${license} | [licences/${kept}](licences/${kept}) |`;
});
writeFileSync(out + "README.md", `# Made by tools/build-assets.sh; do not edit

The style sheet, the scripts (pictures, passkeys, points while typing) and the typeface that the pages use, built from \`src/Web/assets\` (locked in \`package-lock.json\`).
Of govuk-frontend only layout and component styles are used; its crown, its name and its typeface are not.

| package | version | licence | text |
|---|---|---|---|
${lines.join("\n")}
`);
for (const file of ["portal.css", "pictures.js", "tables.js", "passkeys.js", "live.js"]) {
  const content = readFileSync(out + file);
  console.log(`${file}: ${content.length} bytes, ${brotliCompressSync(content).length} compressed`);
}
