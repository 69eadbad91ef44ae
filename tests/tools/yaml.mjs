// Prints the documents of YAML files as one JSON array, read as kubectl reads them (YAML 1.1); what is not sound YAML is an
// error.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const documents = process.argv.slice(2).flatMap(path => {
  const found = parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1', strict: true, uniqueKeys: true });
  for (const problem of found.flatMap(document => [...document.errors, ...document.warnings]))
    throw new Error(`${path}: ${problem.message}`);
  return found.map(document => document.toJS());
});
console.log(JSON.stringify(documents.filter(document => document !== null)));
