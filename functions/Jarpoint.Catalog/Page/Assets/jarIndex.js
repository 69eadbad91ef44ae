// Search and facets over one revision.

import { Column } from './column.js';
import { TextSearch } from './textSearch.js';

export const facetNames = ['scala', 'java', 'group', 'warning'];

const nothing = [];
const valuesOf = {
  scala: (row) => row.scala ?? 'none',
  java: (row) => row.java ?? 'unknown',
  group: (row) => row.groupId ?? 'unknown',
  warning: (row) => row.warnings,
};

export class JarIndex {
  #rows;
  #search;
  #columns;
  #artifacts;
  #everything;

  /** @param {Row[]} rows What is in the catalog, in the order it is shown in. */
  constructor(rows) {
    this.#rows = rows;
    this.#search = new TextSearch(rows.map(textOf));
    this.#columns = facetNames.map((facet) => new Column(rows, valuesOf[facet]));
    this.#artifacts = new Column(rows, (row) => row.artifactId ?? '');
    this.#everything = Int32Array.from(rows, (_, row) => row);
  }

  get size() {
    return this.#rows.length;
  }

  /** All terms must occur in key or coordinates. A facet's counts ignore its own choice, so that more can be chosen. */
  search({ text = '', chosen = {}, limit = 100, facetLimit = 10 }) {
    const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
    const filters = this.#columns.map((column, facet) => column.filter(chosen[facetNames[facet]]));
    const counts = this.#columns.map((column) => new Uint32Array(column.values.length));
    const rows = terms.length > 0 ? this.#search.rows(terms) : this.#everything;
    const found = filters.some(Boolean) ? this.#filtered(rows, filters, counts) : this.#counted(rows, counts);
    return {
      total: found.length,
      of: this.size,
      rows: Array.from(terms.length > 0 ? this.#best(found, terms[0], limit) : found.subarray(0, limit), (row) => this.#rows[row].fact),
      facets: Object.fromEntries(facetNames.map((name, facet) => [
        name, popular(this.#columns[facet].values, counts[facet], chosen[name] ?? nothing, facetLimit)])),
    };
  }

  /** Jars of one artifact, whatever their version. */
  ofArtifact(groupId, artifactId) {
    return this.#rows.filter((row) => row.artifactId === artifactId && row.groupId === groupId).map((row) => row.fact);
  }

  #counted(rows, counts) {
    this.#columns.forEach((column, facet) => {
      for (const row of rows) {
        column.tally(counts[facet], row);
      }
    });
    return rows;
  }

  #filtered(rows, filters, counts) {
    const found = new Int32Array(rows.length);
    let length = 0;
    for (const row of rows) {
      // The one facet that keeps the row out; -1 for none, and several end it.
      let missed = -1;
      for (let facet = 0; facet < filters.length && missed !== -2; facet++) {
        if (filters[facet] && !filters[facet](row)) {
          missed = missed === -1 ? facet : -2;
        }
      }
      if (missed === -1) {
        found[length++] = row;
        this.#columns.forEach((column, facet) => column.tally(counts[facet], row));
      } else if (missed >= 0) {
        this.#columns[missed].tally(counts[missed], row);
      }
    }
    return found.subarray(0, length);
  }

  // An artifact that is called so, then one whose name begins so, then what only contains it.
  #best(rows, term, limit) {
    const ranks = Uint8Array.from(this.#artifacts.values, (artifact) => rank(artifact.toLowerCase(), term));
    const best = [[], [], [], []];
    for (const row of rows) {
      const list = best[ranks[this.#artifacts.rows[row]]];
      if (list.length < limit) {
        list.push(row);
      }
    }
    return best.flat().slice(0, limit);
  }
}

function textOf({ key, groupId, artifactId, version }) {
  return artifactId ? `${key} ${groupId ?? ''}:${artifactId}:${version ?? ''}` : key;
}

function rank(artifact, term) {
  const place = artifact.indexOf(term);
  return artifact === term ? 0 : place === 0 ? 1 : place > 0 ? 2 : 3;
}

function popular(values, counts, chosen, limit) {
  const all = values
    .map((value, number) => ({ value, count: counts[number], chosen: chosen.includes(value) }))
    .filter((each) => each.count > 0 || each.chosen)
    .sort((left, right) => right.chosen - left.chosen || right.count - left.count || (left.value < right.value ? -1 : 1));
  return { values: all.slice(0, limit), more: Math.max(all.length - limit, 0) };
}
