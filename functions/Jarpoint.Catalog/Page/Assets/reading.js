// Plain GETs of the catalog's objects. docs/catalog-format.md, "Reading".

import { Row, Words } from './row.js';

const commitsAtOnce = 24;
const blockLength = 1 << 20;

export class Missing extends Error {}

export class Reading {
  #commits = new Map();

  /** @param {URL} root Of the catalog, ending in a slash. */
  constructor(root) {
    this.root = root;
  }

  /** The revision the head names; null without a usable head. */
  async head() {
    try {
      const head = await this.#json('head.json', 'jarpoint.head/1', { cache: 'no-store' });
      return Number.isSafeInteger(head.revision) && head.revision > 0 ? head.revision : null;
    } catch (fault) {
      return nothingIfMissing(fault);
    }
  }

  /** The state of a snapshot; null when there is none that can be read. */
  async snapshot(revision, progress) {
    try {
      return await readSnapshot(await this.#get(`snapshots/${name(revision)}.json.gz`), revision, progress);
    } catch (fault) {
      return fault instanceof SyntaxError || fault instanceof TypeError ? null : nothingIfMissing(fault);
    }
  }

  /** One commit; null when it does not exist (yet). */
  async commit(revision) {
    if (!this.#commits.has(revision)) {
      const read = this.#json(`log/${name(revision)}.json`, 'jarpoint.commit/1', { cache: 'default' });
      this.#commits.set(revision, read.catch((fault) => {
        this.#commits.delete(revision);
        return nothingIfMissing(fault);
      }));
    }
    return this.#commits.get(revision);
  }

  /** Calls back with commit after commit, up to one revision or until one is missing. Returns the last revision seen. */
  async follow(after, last, each, progress) {
    let revision = after;
    // Beginning with one: mostly nothing has happened since.
    for (let window = last === null ? 1 : commitsAtOnce; last === null || revision < last; window = Math.min(2 * window, commitsAtOnce)) {
      const length = last === null ? window : Math.min(window, last - revision);
      const commits = await Promise.all(Array.from({ length }, (_, offset) => this.commit(revision + 1 + offset)));
      for (const commit of commits) {
        if (!commit) {
          return revision;
        }
        each(commit);
        revision++;
      }
      progress?.(`Read ${revision - after} commits`);
    }
    return revision;
  }

  /** A long description, verified where the browser can. */
  async description(digest) {
    const response = await this.#get(`jars/${digest}.json.gz`);
    const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
    const content = await new Response(unpacked).arrayBuffer();
    // Only secure contexts (https, or this machine) have it.
    const verified = globalThis.crypto?.subtle
      ? hexadecimal(await crypto.subtle.digest('SHA-256', content)) === digest
      : null;
    if (verified === false) {
      throw new Error(`The description ${digest} is not what its name says: it was changed or cut.`);
    }
    return required(JSON.parse(new TextDecoder().decode(content)), 'jarpoint.description/1').jar;
  }

  async #json(path, format, options) {
    return required(await (await this.#get(path, options)).json(), format);
  }

  async #get(path, options = {}) {
    const response = await fetch(new URL(path, this.root), options);
    if (response.ok) {
      return response;
    }
    const sentence = `${path} cannot be read: HTTP ${response.status}.`;
    // Who may not list a bucket is told 403 for what is missing.
    throw response.status === 404 || response.status === 403 ? new Missing(sentence) : new Error(sentence);
  }
}

function nothingIfMissing(fault) {
  if (fault instanceof Missing) {
    return null;
  }
  throw fault;
}

function required(document, format) {
  if (document.format !== format) {
    throw new Error(`The catalog has a document of format ${document.format}; this page reads ${format}.`);
  }
  return document;
}

// One key a line: blocks of whole lines are read while the rest still arrives.
async function readSnapshot(response, revision, progress) {
  const reader = response.body.pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  const state = new Map();
  const words = new Words();
  let header = null;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    text += done ? decoder.decode() : decoder.decode(value, { stream: true });
    if (text.length < blockLength && !done) {
      continue;
    }
    if (!header) {
      const end = text.indexOf('\n');
      header = required(JSON.parse(`${text.slice(0, end)}]}`), 'jarpoint.snapshot/1');
      text = text.slice(end + 1);
    }
    const end = text.lastIndexOf('\n', done ? text.trimEnd().length - 1 : text.length);
    add(state, words, text.slice(0, Math.max(end, 0)));
    text = text.slice(end + 1);
    progress?.(`Read ${state.size} keys`);
    if (done) {
      break;
    }
  }
  return text.trimEnd() === ']}' && header.revision === revision ? state : null;
}

function add(state, words, lines) {
  for (const line of lines ? lines.split('\n') : []) {
    const row = Row.parse(line, words);
    state.set(row.key, row);
  }
}

function name(revision) {
  return String(revision).padStart(20, '0');
}

function hexadecimal(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
