import * as basket from './basket.js';
import { ask, open } from './catalog.js';
import { changesView } from './changesView.js';
import { compareView } from './compareView.js';
import { announce, el, fill } from './dom.js';
import { jarView } from './jarView.js';
import { listView } from './listView.js';
import { findNodes, nodesView } from './nodesView.js';
import { revisionPicker } from './revisionPicker.js';
import * as route from './route.js';

const views = { '': listView, jar: jarView, compare: compareView, changes: changesView, nodes: nodesView };
const refreshMilliseconds = 15000;
const main = document.getElementById('main');
let current = null;
let turn = 0;

async function navigate() {
  const mine = ++turn;
  // A view that is late, or fails late, changes nothing of the one that was gone to meanwhile.
  const show = (...children) => { if (mine === turn) { fill(main, ...children); } };
  current?.leave?.();
  current = null;
  const { view, query } = route.read();
  const at = query.has('at') ? Number(query.get('at')) : null;
  try {
    const catalog = await ask('show', { revision: at });
    if (mine !== turn) {
      return;
    }
    revisionPicker(document.getElementById('revision'), catalog);
    const shown = await (views[view] ?? listView)(show, catalog);
    if (mine !== turn) {
      shown.leave?.();
      return;
    }
    current = shown;
    document.title = `${shown.title} · Jar catalog`;
    settle(shown);
  } catch (fault) {
    if (mine === turn) {
      fail(fault);
    }
  }
}

// The first view leaves the focus where a page that was opened has it.
function settle(shown) {
  for (const link of document.querySelectorAll('nav a')) {
    const isHere = link.getAttribute('href') === `#/${route.read().view}`;
    isHere ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
  if (main.dataset.visited) {
    scrollTo(0, 0);
    shown.focus ? shown.focus() : main.querySelector('h1')?.focus();
  }
  main.dataset.visited = 'yes';
  basket.show();
}

function fail(fault) {
  main.replaceChildren(
    el('h1', { tabindex: '-1' }, 'This cannot be shown'),
    el('p', { class: 'notice bad' }, fault.message),
    el('p', {}, el('a', { href: '#/' }, 'To all jars')));
  announce(fault.message);
  basket.show();
}

async function refresh() {
  if (document.hidden || route.read().query.has('at')) {
    return;
  }
  try {
    const { changed } = await ask('refresh');
    if (changed) {
      revisionPicker(document.getElementById('revision'), await ask('show', { revision: null }));
      current?.refresh?.();
    }
  } catch {
    // The store is not there at the moment: what is shown stays, and the next try may tell more.
  }
}

function slash(event) {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    const search = document.getElementById('search');
    search ? search.focus() : location.assign('#/');
  }
}

document.addEventListener('keydown', slash);
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
open((text) => {
  const loading = main.querySelector('.loading');
  if (loading) {
    loading.textContent = `${text}…`;
  }
}).then(() => {
  addEventListener('hashchange', navigate);
  setInterval(refresh, refreshMilliseconds);
  document.addEventListener('visibilitychange', refresh);
  findNodes();
  return navigate();
}).catch(fail);
