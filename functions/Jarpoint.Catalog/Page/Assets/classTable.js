import { announce, el, section, table } from './dom.js';
import { count, number } from './format.js';

const most = 200;

/** Classes with a filter; names are shown as Java writes them. */
export function classTable(classes) {
  if (classes.length === 0) {
    return section('Classes', el('p', {}, 'There are no classes.'));
  }
  const names = classes.map((each) => each.name.replaceAll('/', '.').toLowerCase());
  const rows = el('div', {});
  const total = el('p', { class: 'count' });
  const filter = el('input', {
    id: 'class-filter', type: 'search', spellcheck: 'false', autocomplete: 'off', placeholder: 'org.example.Name', input: () => show(true),
  });
  const show = (says) => {
    const wanted = filter.value.trim().toLowerCase().replaceAll('/', '.');
    const found = classes.filter((_, place) => names[place].includes(wanted));
    rows.replaceChildren(table('Classes', ['Class', 'CRC-32', 'Bytes'], found.slice(0, most).map((each) => [
      el('code', {}, each.name.replaceAll('/', '.')), el('code', {}, each.crc.toString(16).padStart(8, '0')), number(each.size)])));
    total.textContent = `${count(found.length, 'class', 'classes')}${found.length > most ? `, the first ${most} are shown` : ''}`;
    if (says) {
      announce(total.textContent);
    }
  };
  show(false);
  return section('Classes', el('div', { class: 'fields' }, el('label', { for: 'class-filter' }, 'Find a class'), filter), total, rows);
}
