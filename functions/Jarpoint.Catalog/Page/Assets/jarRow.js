import * as basket from './basket.js';
import { badge, el } from './dom.js';
import { bytes, java, number, title } from './format.js';
import { toJar } from './route.js';

/** A jar in a list of them. */
export function jarRow(fact) {
  const jar = fact.jar;
  return el('li', {},
    jar ? basket.checkbox(fact, `Select ${title(fact)}`) : el('span', {}),
    el('div', { class: 'what' },
      el('a', { href: toJar(fact.key) }, title(fact)),
      jar?.groupId ? el('span', { class: 'group' }, jar.groupId) : null,
      fact.rejection ? badge(`rejected: ${fact.rejection.reason}`, 'bad') : null,
      (jar?.warnings ?? []).map((code) => badge(code, 'warn')),
      el('span', { class: 'key' }, fact.key)),
    cell('Scala', jar?.scala), cell('Java', java(jar)),
    cell('Classes', jar ? number(jar.classes) : null), cell('Size', bytes(fact.size)));
}

/** Arrow keys go from row to row; up from the first leads back. */
export function rowKeys(event, before) {
  const row = event.target.closest('li');
  if (event.key === 'Escape') {
    before.focus();
  } else if (event.key === 'ArrowDown' && row?.nextElementSibling) {
    row.nextElementSibling.querySelector('a').focus();
  } else if (event.key === 'ArrowUp' && row) {
    (row.previousElementSibling?.querySelector('a') ?? before).focus();
  } else {
    return;
  }
  event.preventDefault();
}

function cell(name, value) {
  return el('span', { class: 'cell' }, value ? [el('span', { class: 'name' }, `${name} `), value] : '');
}
