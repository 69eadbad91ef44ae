// The jars a person has chosen, and the lines to paste.

import { announce, el, fill } from './dom.js';
import { count, fileName } from './format.js';
import { toComparison } from './route.js';
import { formats, mountpoint, rememberMountpoint } from './sparkJars.js';

const panel = document.getElementById('basket');
const chosen = new Map(JSON.parse(sessionStorage.getItem('chosen') ?? '[]'));

export function has(key) {
  return chosen.has(key);
}

export function set(fact, isChosen) {
  if (isChosen) {
    chosen.set(fact.key, { key: fact.key, scala: fact.jar?.scala ?? null });
  } else {
    chosen.delete(fact.key);
  }
  changed();
}

/** A checkbox that follows the basket. */
export function checkbox(fact, label) {
  return el('input', {
    type: 'checkbox', 'aria-label': label, checked: has(fact.key), 'data-key': fact.key,
    change: (event) => set(fact, event.target.checked),
  });
}

export function show() {
  panel.hidden = chosen.size === 0;
  if (panel.hidden) {
    panel.replaceChildren();
    return;
  }
  const keys = [...chosen.keys()];
  const wasOpen = panel.querySelector('details')?.open ?? false;
  const details = el('details', { open: wasOpen },
    el('summary', {}, `${count(chosen.size, 'jar')} selected`),
    lines(keys));
  fill(panel,
    details,
    el('div', { class: 'actions' },
      chosen.size === 2 ? el('a', { class: 'button', href: toComparison(...keys) }, 'Compare the two') : null,
      el('button', { type: 'button', class: 'primary', click: () => copy(keys) }, 'Copy spark.jars'),
      el('button', { type: 'button', click: clear }, 'Clear')));
}

function lines(keys) {
  const text = el('textarea', { readonly: true, rows: Math.min(keys.length + 2, 8), 'aria-label': 'Lines to paste', spellcheck: 'false' });
  const format = el('select', { id: 'format', change: () => write() },
    Object.entries(formats).map(([name, { label }]) => el('option', { value: name }, label)));
  const mount = el('input', { id: 'mountpoint', type: 'text', value: mountpoint(), spellcheck: 'false', input: () => { rememberMountpoint(mount.value); write(); } });
  const write = () => { text.value = formats[format.value].write(keys); };
  write();
  return el('div', { class: 'paste' },
    warning(),
    el('div', { class: 'fields' },
      el('label', { for: 'format' }, 'As'), format,
      el('label', { for: 'mountpoint' }, 'Bucket mounted at'), mount),
    text,
    el('ul', { class: 'chosen' }, keys.map((key) => el('li', {}, fileName(key), ' ',
      el('button', { type: 'button', class: 'quiet', 'aria-label': `Remove ${fileName(key)}`, click: () => set({ key }, false) }, 'Remove')))));
}

function warning() {
  const scala = [...new Set([...chosen.values()].map((each) => each.scala).filter(Boolean))].sort();
  return scala.length > 1
    ? el('p', { class: 'notice warn' }, `These jars are for different Scala versions: ${scala.join(' and ')}. They do not work in one job.`)
    : null;
}

async function copy(keys) {
  const format = document.getElementById('format')?.value ?? 'conf';
  try {
    await navigator.clipboard.writeText(formats[format].write(keys));
    announce('Copied.');
    panel.querySelector('.primary').textContent = 'Copied';
  } catch {
    // No clipboard outside of secure contexts: the lines are there to be copied by hand.
    panel.querySelector('details').open = true;
    panel.querySelector('textarea').select();
    announce('Copying is not allowed here; the lines are selected.');
  }
}

function clear() {
  chosen.clear();
  changed();
  document.getElementById('main').focus();
}

function changed() {
  sessionStorage.setItem('chosen', JSON.stringify([...chosen]));
  show();
  for (const box of document.querySelectorAll('input[data-key]')) {
    box.checked = has(box.dataset.key);
  }
  announce(`${count(chosen.size, 'jar')} selected.`);
}
