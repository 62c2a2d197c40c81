// Where Apache Annotator finds each annotation of an export of ours: node anchor.mjs TOOLS claims.jsonld article.txt
// It prints, for each, the places of its quotation and that of its position, counted as JavaScript does.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , tools, page, article] = process.argv;
const library = `${tools}/node_modules/@apache-annotator/selector/lib/index.js`;
const { textPositionSelectorMatcher, textQuoteSelectorMatcher } = await import(pathToFileURL(library));

const text = readFileSync(article, "utf8");
const whole = () => ({
  currentChunk: { data: text, equals: () => true },
  nextChunk: () => null,
  previousChunk: () => null,
  precedesCurrentChunk: () => false,
});
const places = async (matcher) => {
  const found = [];
  for await (const range of matcher(whole())) found.push(text.slice(range.startIndex, range.endIndex));
  return found;
};
const matchers = { TextQuoteSelector: textQuoteSelectorMatcher, TextPositionSelector: textPositionSelectorMatcher };
const found = [];
for (const { target } of JSON.parse(readFileSync(page, "utf8")).items) {
  const row = { exact: target.selector[0].exact };
  for (const selector of target.selector) row[selector.type] = await places(matchers[selector.type](selector));
  found.push(row);
}
console.log(JSON.stringify(found));
