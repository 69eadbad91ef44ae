import { el, fill } from './dom.js';
import { count } from './format.js';
import * as route from './route.js';

/** Which revision is shown, and the way to others. */
export function revisionPicker(place, { revision, latest, entries }) {
  const input = el('input', {
    id: 'revision-number', type: 'number', min: '1', max: String(latest), value: String(revision), inputmode: 'numeric',
    keydown: (event) => { if (event.key === 'Enter') { show(); } },
  });
  const show = () => {
    if (input.reportValidity() && input.value) {
      const { view, parts, query } = route.read();
      const kept = view === 'changes' || view === 'nodes' ? route.to('', [], at()) : route.to(view, parts, { ...all(query), ...at() });
      location.assign(kept);
      place.querySelector('details').open = false;
    }
  };
  const at = () => ({ at: Number(input.value) === latest ? null : input.value });
  const isOpen = place.querySelector('details')?.open ?? false;
  fill(place,
    el('details', { class: 'revision', open: isOpen },
      el('summary', {},
        `catalog@${revision}`, revision === latest ? null : el('span', { class: 'badge warn' }, `of ${latest}`),
        el('span', { class: 'visually-hidden' }, ', choose a revision')),
      el('div', { class: 'popup' },
        el('p', {}, `${count(entries, 'jar')} at revision ${revision}. A revision never changes.`),
        el('label', { for: 'revision-number' }, `Revision, 1 to ${latest}`),
        input,
        el('div', { class: 'actions' },
          el('button', { type: 'button', class: 'primary', click: show }, 'Show'),
          el('button', { type: 'button', click: () => location.assign(route.to('changes', [], { from: input.value, to: latest })) }, 'Changes since'),
          revision === latest ? null : el('button', { type: 'button', click: () => { input.value = latest; show(); } }, 'Back to the newest')))));
}

function all(query) {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
