// A key of a snapshot: what lists and filters ask of it is cut out of its line, the rest is parsed when somebody looks.

import { current } from './fold.js';

// As the library writes the line of a jar that only events told of. Any other line is parsed: it is as good, and slower.
const text = '"([^"\\\\]*)"';
const skipped = '"[^"\\\\]*"';
const usual = new RegExp(
  `^\\{"event":\\{"kind":"described","key":${text}(?:,"versionId":${skipped})?,"sequencer":${skipped},"at":${skipped}`
  + `,"size":\\d+,"eTag":${skipped}(?:,"reader":\\d+)?,"jar":\\{"description":${skipped}(?:,"groupId":${text})?`
  + `(?:,"artifactId":${text})?(?:,"version":${text})?,"evidence":${skipped}(?:,"sha256":${skipped})?(?:,"scala":${text})?`
  + `(?:,"java":(\\d+))?(?:,"javaSampled":(?:true|false))?(?:,"classes":\\d+)?(?:,"warnings":\\[([^\\]\\\\]*)\\])?\\}\\}\\},?$`);
const nothing = [];

/** Has event and listing like any pair of a state. */
export class Row {
  #line = null;
  #pair = null;

  /** @param {string} line Of a snapshot, with or without its comma. */
  static parse(line, words) {
    const match = usual.exec(line);
    if (match === null) {
      return Row.of(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line));
    }
    const row = new Row(match[1]);
    row.#line = line;
    row.groupId = words.one(match[2]);
    row.artifactId = words.one(match[3]);
    row.version = match[4];
    row.scala = words.one(match[5]);
    row.java = words.one(match[6]);
    row.warnings = match[7] ? words.list(match[7]) : nothing;
    return row;
  }

  static of(pair) {
    if (pair instanceof Row) {
      return pair;
    }
    const fact = current(pair);
    const row = new Row(fact.key);
    row.#pair = pair;
    row.isThere = fact.kind !== 'removed';
    row.groupId = fact.jar?.groupId;
    row.artifactId = fact.jar?.artifactId;
    row.version = fact.jar?.version;
    row.scala = fact.jar?.scala;
    row.java = fact.jar?.java === undefined ? undefined : String(fact.jar.java);
    row.warnings = fact.rejection ? ['rejected'] : fact.jar?.warnings ?? nothing;
    return row;
  }

  constructor(key) {
    this.key = key;
    this.isThere = true;
    this.groupId = undefined;
    this.artifactId = undefined;
    this.version = undefined;
    this.scala = undefined;
    this.java = undefined;
    this.warnings = nothing;
  }

  get event() {
    return this.#parsed().event;
  }

  get listing() {
    return this.#parsed().listing;
  }

  /** The fact it shows. */
  get fact() {
    return current(this.#parsed());
  }

  // Not kept: a list shows a hundred of many.
  #parsed() {
    return this.#pair ?? JSON.parse(this.#line.endsWith(',') ? this.#line.slice(0, -1) : this.#line);
  }
}

/** Keeps each word once: a hundred thousand jars have few groups. */
export class Words {
  #ones = new Map();
  #lists = new Map();

  one(word) {
    if (word === undefined) {
      return undefined;
    }
    const known = this.#ones.get(word);
    if (known === undefined) {
      this.#ones.set(word, word);
    }
    return known ?? word;
  }

  list(inner) {
    let list = this.#lists.get(inner);
    if (list === undefined) {
      list = JSON.parse(`[${inner}]`);
      this.#lists.set(inner, list);
    }
    return list;
  }
}
