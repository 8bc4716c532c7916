// Runs html-validate over each page of a folder. One finding a line: the file's name, where in it, and what is wrong.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import rules from "./rules.js";

const folder = process.argv[2];
const validator = new HtmlValidate(new StaticConfigLoader(rules));
for (const name of readdirSync(folder)) {
  const report = await validator.validateFile(join(folder, name));
  for (const { messages } of report.results)
    for (const { line, column, ruleId, message, selector } of messages) console.log(`${name}:${line}:${column}: ${ruleId}: ${message} at ${selector}`);
}
