import { ask } from './catalog.js';
import { announce, badge, el, section } from './dom.js';
import { bytes, count, instant } from './format.js';
import * as route from './route.js';

const commitsAtOnce = 200;

/** What was committed about a key. Each commit is a read, so the newest are read when asked for, then earlier ones. */
export function historySection(key, latest) {
  const list = el('ol', { class: 'history', 'aria-label': 'History' });
  const note = el('p', { class: 'count' });
  const button = el('button', { type: 'button', click: () => read() }, `Read the history, ${count(Math.min(latest, commitsAtOnce), 'commit')}`);
  let before = latest + 1;

  async function read() {
    button.disabled = true;
    try {
      const { found, first, complete } = await ask('history', { key, before, length: commitsAtOnce });
      list.append(...found.map(entry));
      before = first;
      note.textContent = complete
        ? `Revisions ${first} to ${latest} were read: ${count(list.children.length, 'entry', 'entries')}.`
        : 'A commit could not be read; the history has a gap.';
      button.textContent = 'Read earlier ones';
      button.hidden = first <= 1;
    } catch (fault) {
      note.textContent = fault.message;
    }
    button.disabled = false;
    announce(note.textContent);
  }

  return section('History', note, list, button);
}

function entry({ revision, at, fact }) {
  const kinds = { described: '', removed: 'warn', rejected: 'bad' };
  return el('li', {},
    el('a', { href: route.to('jar', [fact.key], { at: revision }) }, `catalog@${revision}`), ' ',
    badge(fact.kind, kinds[fact.kind]), ' ',
    el('time', { datetime: at }, instant(at)), ' ',
    fact.rejection ? fact.rejection.detail : [bytes(fact.size), fact.jar?.version].filter(Boolean).join(', '));
}
