// Holds the catalog, so that the page never waits for it. One answer for each question, by its number.

import { changesBetween, compareClasses } from './changes.js';
import { apply, current } from './fold.js';
import { JarIndex } from './jarIndex.js';
import { Reading } from './reading.js';
import { Row } from './row.js';

let reading = null;
let latest = null;
let shown = null;

const calls = {
  /** Reads the newest revision and shows it. */
  async load({ root }, progress) {
    reading = new Reading(new URL(root));
    const head = await reading.head();
    const state = head === null ? null : await reading.snapshot(head, progress);
    latest = { state: state ?? new Map(), revision: state ? head : 0 };
    await catchUp(progress);
    shown = view(latest);
    return { revision: latest.revision, entries: shown.index.size };
  },

  /** Reads what was committed since. */
  async refresh(_, progress) {
    const before = latest.revision;
    await catchUp(progress);
    if (latest.revision > before && shown.revision === before) {
      shown = view(latest);
    }
    return { revision: latest.revision, changed: latest.revision > before };
  },

  /** Shows a revision, null for the newest. */
  async show({ revision }, progress) {
    const wanted = revision ?? latest.revision;
    if (shown.revision !== wanted) {
      shown = view(await stateAt(wanted, progress));
    }
    return { revision: shown.revision, latest: latest.revision, entries: shown.index.size };
  },

  search(query) {
    return { ...shown.index.search(query), revision: shown.revision };
  },

  entry({ key }) {
    const pair = shown.state.get(key);
    const fact = pair ? current(pair) : null;
    return { fact, versions: fact?.jar?.artifactId ? shown.index.ofArtifact(fact.jar.groupId, fact.jar.artifactId) : [] };
  },

  entries({ keys }) {
    return keys.map((key) => shown.state.get(key)).filter(Boolean).map(current);
  },

  description({ digest }) {
    return reading.description(digest);
  },

  /** Which dependencies are in the catalog, by group and artifact. */
  present({ artifacts }) {
    return artifacts.map(([groupId, artifactId]) => shown.index.ofArtifact(groupId, artifactId));
  },

  async compare({ keys }) {
    const [left, right] = calls.entries({ keys });
    if (!left?.jar || !right?.jar) {
      return { left, right, classes: null };
    }
    const [one, other] = await Promise.all([left, right].map((fact) => reading.description(fact.jar.description)));
    return { left, right, classes: compareClasses(one.classes, other.classes) };
  },

  async changes({ from, to }, progress) {
    const [before, after] = [await stateAt(from, progress), await stateAt(to, progress)];
    return changesBetween(entries(before.state), entries(after.state));
  },

  /** Facts about a key in the commits of a range of revisions, newest first. */
  async history({ key, before, length }, progress) {
    const first = Math.max(before - length, 1);
    const found = [];
    const last = await reading.follow(first - 1, before - 1, (commit) => {
      for (const fact of commit.facts.filter((each) => each.key === key)) {
        found.unshift({ revision: commit.revision, at: commit.at, fact });
      }
    }, progress);
    return { found, first, complete: last === before - 1 };
  },
};

async function catchUp(progress) {
  let state = null;
  const revision = await reading.follow(latest.revision, null, (commit) => {
    // What is shown stays as it is.
    state ??= new Map(latest.state);
    commit.facts.forEach((fact) => apply(state, fact));
  }, progress);
  if (revision > latest.revision) {
    latest = { state, revision };
  }
}

// From the nearest snapshot that is known, else from the log's beginning: nothing can be listed here.
async function stateAt(revision, progress) {
  if (revision === latest.revision) {
    return latest;
  }
  if (!(revision >= 0 && revision < latest.revision)) {
    throw new Error(`There is no revision ${revision}; the newest is ${latest.revision}.`);
  }
  const known = revision === 0 ? new Map() : await reading.snapshot(revision, progress);
  const state = known ?? new Map();
  const reached = await reading.follow(known ? revision : 0, revision, (commit) => commit.facts.forEach((fact) => apply(state, fact)), progress);
  if (reached < revision) {
    throw new Error(`Commit ${reached + 1} is missing: revision ${revision} cannot be shown.`);
  }
  return { state, revision };
}

function entries(state) {
  const facts = [];
  for (const pair of state.values()) {
    const fact = current(pair);
    if (fact.kind !== 'removed') {
      facts.push(fact);
    }
  }
  return facts;
}

function view({ state, revision }) {
  const rows = [];
  for (const pair of state.values()) {
    const row = Row.of(pair);
    if (row.isThere) {
      rows.push(row);
    }
  }
  // A snapshot is in order already; sorting what is sorted costs one pass.
  return { state, revision, index: new JarIndex(rows.sort((left, right) => (left.key < right.key ? -1 : 1))) };
}

onmessage = async ({ data: { id, call, question } }) => {
  try {
    const answer = await calls[call](question, (text) => postMessage({ progress: text }));
    postMessage({ id, answer });
  } catch (fault) {
    postMessage({ id, fault: fault.message });
  }
};
