// Prints the documents of YAML files as JSON, read as kubectl reads them (YAML 1.1): an array of objects.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const objects = process.argv.slice(2).flatMap((path) =>
  parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' }).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  }),
);
console.log(JSON.stringify(objects.filter((object) => object !== null)));
