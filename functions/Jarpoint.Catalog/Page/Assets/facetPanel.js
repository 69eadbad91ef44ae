import { el } from './dom.js';
import { number } from './format.js';

const labels = { scala: 'Scala', java: 'Java', group: 'Group', warning: 'Warnings' };

/** Checkboxes with counts. Calls back with facet, value and whether it was chosen. */
export function facetPanel(choose, showMore) {
  const bodies = Object.fromEntries(Object.keys(labels).map((name) => [name, el('div', {})]));
  const wide = matchMedia('(min-width: 48rem)').matches;
  const element = el('details', { class: 'facets', open: wide },
    el('summary', {}, 'Filters'),
    Object.entries(labels).map(([name, label]) => el('fieldset', {}, el('legend', {}, label), bodies[name])));

  function show(facets) {
    for (const [name, { values, more }] of Object.entries(facets)) {
      const focused = document.activeElement?.closest('fieldset') === bodies[name].parentElement
        ? document.activeElement.value : null;
      bodies[name].parentElement.hidden = values.length === 0;
      bodies[name].replaceChildren(
        ...values.map((each) => box(name, each)),
        ...more > 0 ? [el('button', { type: 'button', class: 'quiet', click: () => showMore(200) }, `${number(more)} more`)] : []);
      // The boxes are new ones: the keyboard stays where it was.
      if (focused !== null) {
        [...bodies[name].querySelectorAll('input')].find((input) => input.value === focused)?.focus();
      }
    }
  }

  function box(name, { value, count, chosen }) {
    return el('label', {},
      el('input', { type: 'checkbox', value, checked: chosen, change: (event) => choose(name, value, event.target.checked) }),
      el('span', { class: 'value' }, breakable(value)),
      el('span', { class: 'number' }, number(count)));
  }

  return { element, show };
}

// Long groups are broken where a person would.
function breakable(value) {
  return value.split(/(?<=[.-])/).flatMap((part, place) => (place === 0 ? [part] : [el('wbr'), part]));
}
