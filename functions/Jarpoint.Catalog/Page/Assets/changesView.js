// What differs between two revisions.

import { ask } from './catalog.js';
import { badge, el } from './dom.js';
import { bytes, count, title } from './format.js';
import * as route from './route.js';

const most = 500;
const kinds = { added: 'good', removed: 'bad', replaced: 'warn', redescribed: '' };

export async function changesView(show, { latest }) {
  const { query } = route.read();
  const from = field('from', 'From revision', Number(query.get('from') ?? Math.max(latest - 1, 0)), latest);
  const to = field('to', 'to revision', Number(query.get('to') ?? latest), latest);
  const result = el('div', {});
  const compare = () => {
    if (from.input.reportValidity() && to.input.reportValidity()) {
      location.assign(route.to('changes', [], { from: from.input.value, to: to.input.value }));
    }
  };
  show(
    el('h1', { tabindex: '-1' }, 'Changes'),
    el('div', { class: 'fields', keydown: (event) => { if (event.key === 'Enter') { compare(); } } }, from.parts, to.parts,
      el('button', { type: 'button', class: 'primary', click: compare }, 'Compare')),
    result);
  if (latest === 0) {
    result.append(el('p', { class: 'count' }, 'The catalog is empty.'));
  } else {
    result.append(el('p', { class: 'loading' }, 'Reading both revisions…'));
    const changes = await ask('changes', { from: Number(from.input.value), to: Number(to.input.value) });
    result.replaceChildren(...rows(changes, from.input.value, to.input.value));
  }
  return { title: 'Changes' };
}

function field(id, label, value, latest) {
  const input = el('input', { id, type: 'number', min: '0', max: String(latest), value: String(value), required: true });
  return { input, parts: [el('label', { for: id }, label), input] };
}

function rows(changes, from, to) {
  const total = el('p', { class: 'count', role: 'status' }, changes.length === 0 ? 'Nothing differs.' : count(changes.length, 'change'));
  const list = el('ul', { class: 'changes', 'aria-label': 'Changes' }, changes.slice(0, most).map(({ key, kind, before, after }) => el('li', {},
    badge(kind, kinds[kind]), ' ',
    el('a', { href: route.to('jar', [key], { at: after ? to : from }) }, title(after ?? before)),
    el('span', { class: 'size' }, kind === 'replaced' ? `${bytes(before.size)} → ${bytes(after.size)}` : bytes((after ?? before).size)),
    el('span', { class: 'key' }, key))));
  return changes.length > most ? [total, list, el('p', { class: 'count' }, `The first ${most} are shown.`)] : [total, list];
}
