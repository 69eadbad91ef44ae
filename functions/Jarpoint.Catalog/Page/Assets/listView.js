// Search as you type, with facets.

import { ask } from './catalog.js';
import { announce, el } from './dom.js';
import { facetPanel } from './facetPanel.js';
import { count } from './format.js';
import { jarRow, rowKeys } from './jarRow.js';
import * as route from './route.js';

const pageLength = 50;
const facetNames = ['scala', 'java', 'group', 'warning'];

export function listView(show) {
  const state = fromAddress();
  let asked = 0;

  const input = el('input', {
    id: 'search', type: 'search', value: state.text, autocomplete: 'off', spellcheck: 'false',
    placeholder: 'artifact, group, version or path', 'aria-describedby': 'count', 'aria-controls': 'results',
    input: () => { state.text = input.value; change(); },
    keydown: (event) => enterList(event, results),
  });
  const total = el('p', { id: 'count', class: 'count' });
  const results = el('ol', { id: 'results', class: 'results', 'aria-label': 'Jars', keydown: (event) => rowKeys(event, input) });
  const more = el('button', { type: 'button', hidden: true, click: () => { state.limit += pageLength; update(true); } }, 'Show more');
  const facets = facetPanel((name, value, isChosen) => {
    state.chosen[name] = isChosen ? [...state.chosen[name], value] : state.chosen[name].filter((each) => each !== value);
    change();
  }, (limit) => { state.facetLimit = limit; update(); });

  show(
    el('h1', { class: 'visually-hidden', tabindex: '-1' }, 'Jars'),
    el('div', { class: 'search', role: 'search' }, el('label', { for: 'search' }, 'Search jars'), input, el('kbd', { 'aria-hidden': 'true' }, '/')),
    el('div', { class: 'columns' },
      facets.element,
      el('section', { 'aria-label': 'Results' },
        total,
        el('div', { class: 'heads', 'aria-hidden': 'true' },
          ['', 'Jar', 'Scala', 'Java', 'Classes', 'Size'].map((head) => el('span', {}, head))),
        results, more)));

  // Only who looks for something else changes the address: another may just have been gone to.
  function change() {
    state.limit = pageLength;
    route.replace(route.to('', [], { q: state.text, ...state.chosen, at: state.at }));
    update();
  }

  async function update(keepsFocus = false) {
    const turn = ++asked;
    const began = performance.now();
    const found = await ask('search', { text: state.text, chosen: state.chosen, limit: state.limit, facetLimit: state.facetLimit });
    // An answer that was overtaken by another key.
    if (turn !== asked || !results.isConnected) {
      return;
    }
    const last = results.lastElementChild;
    results.replaceChildren(...found.rows.map(jarRow));
    facets.show(found.facets);
    total.textContent = summary(found);
    more.hidden = found.rows.length >= found.total;
    if (keepsFocus && last) {
      results.children[found.rows.length > pageLength ? state.limit - pageLength : 0]?.querySelector('a').focus();
    }
    announce(total.textContent);
    performance.measure('keystroke', { start: began, end: performance.now() });
  }

  update();
  return { title: 'Jars', focus: () => input.focus(), refresh: () => update() };
}

function fromAddress() {
  const { query } = route.read();
  return {
    text: query.get('q') ?? '',
    chosen: Object.fromEntries(facetNames.map((name) => [name, query.getAll(name)])),
    at: query.get('at'),
    limit: pageLength,
    facetLimit: 8,
  };
}

function summary({ total, of }) {
  if (of === 0) {
    return 'The catalog is empty.';
  }
  return total === of ? count(of, 'jar') : `${count(total, 'jar')} of ${of.toLocaleString('en')}`;
}

function enterList(event, results) {
  if (event.key === 'ArrowDown' || event.key === 'Enter') {
    results.querySelector('a')?.focus();
    event.preventDefault();
  }
}
