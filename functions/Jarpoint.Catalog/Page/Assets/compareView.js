// Two jars side by side.

import { ask } from './catalog.js';
import { el, section, table } from './dom.js';
import { bytes, coordinates, count, evidenceNames, java, number, title } from './format.js';
import * as route from './route.js';

const most = 500;

export async function compareView(show) {
  const keys = route.read().parts;
  if (keys.length !== 2) {
    throw new Error('Choose two jars to compare: select them in the list.');
  }
  show(el('p', { class: 'loading' }, 'Comparing…'));
  const { left, right, classes } = await ask('compare', { keys });
  if (!left || !right || left.kind === 'removed' || right.kind === 'removed') {
    throw new Error('One of the two jars is not in the catalog at this revision.');
  }
  show(
    el('h1', { tabindex: '-1' }, `${title(left)} and ${title(right)}`),
    classes ? verdict(classes) : el('p', { class: 'notice bad' }, 'A rejected jar has no classes to compare.'),
    section('Side by side', sideBySide(left, right)),
    classes?.conflicts.length ? conflicts(classes.conflicts, left, right) : null);
  return { title: 'Comparison' };
}

function verdict({ conflicts, copies, onlyLeft, onlyRight }) {
  const clash = conflicts.length > 0;
  return el('div', { class: `notice ${clash ? 'bad' : 'good'}` },
    el('p', {}, el('strong', {}, clash ? `${count(conflicts.length, 'class', 'classes')} in conflict` : 'No conflicting classes'),
      clash ? ': the same name, with different bytes. Which of the two is loaded depends on the order of the class path.' : '.'),
    el('p', {}, `${count(copies, 'class is', 'classes are')} the same in both, ${number(onlyLeft)} only in the first, ${number(onlyRight)} only in the second.`));
}

function sideBySide(left, right) {
  const rows = [
    ['Key', (fact) => el('a', { class: 'key', href: route.toJar(fact.key) }, fact.key)],
    ['Coordinates', (fact) => coordinates(fact.jar)],
    ['Known from', (fact) => evidenceNames[fact.jar?.evidence]],
    ['Scala', (fact) => fact.jar?.scala], ['Java', (fact) => java(fact.jar)],
    ['Classes', (fact) => (fact.jar ? number(fact.jar.classes) : null)],
    ['Size', (fact) => bytes(fact.size)],
    ['Warnings', (fact) => (fact.jar?.warnings ?? []).join(', ')],
    ['SHA-256', (fact) => el('code', {}, fact.jar?.sha256 ?? '')],
  ];
  const body = rows.map(([name, value]) => {
    const [one, other] = [value(left) ?? '', value(right) ?? ''];
    const differs = name !== 'Key' && text(one) !== text(other);
    return el('tr', { class: differs ? 'differs' : null }, el('th', { scope: 'row' }, name, differs ? el('span', { class: 'visually-hidden' }, ' (differs)') : null), el('td', {}, one), el('td', {}, other));
  });
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Side by side, table' },
    el('table', { class: 'sides' }, el('caption', { class: 'visually-hidden' }, 'Side by side'),
      el('thead', {}, el('tr', {}, el('td', {}), el('th', { scope: 'col' }, title(left)), el('th', { scope: 'col' }, title(right)))),
      el('tbody', {}, body)));
}

function conflicts(list, left, right) {
  return section('Conflicts',
    table('Classes in conflict', ['Class', `Bytes in ${title(left)}`, `Bytes in ${title(right)}`],
      list.slice(0, most).map((each) => [el('code', {}, each.name.replaceAll('/', '.')), number(each.left), number(each.right)])),
    list.length > most ? el('p', { class: 'count' }, `The first ${number(most)} are shown.`) : null);
}

function text(value) {
  return typeof value === 'string' ? value : value.textContent;
}
