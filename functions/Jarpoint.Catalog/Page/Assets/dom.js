// Text goes in as text nodes only: no name of a jar, class or key is ever markup.

/** Makes an element. Attributes that are functions are listeners, `true` is an empty attribute, null and false none. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts children in the place of others; those that are null are left out. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

/** A table with a caption for screen readers; cells are texts or nodes. */
export function table(caption, heads, rows, attributes = {}) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${caption}, table`, ...attributes },
    el('table', {},
      el('caption', { class: 'visually-hidden' }, caption),
      el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell) => el('td', {}, cell ?? '')))))));
}

/** Names and values; those without a value are left out. */
export function facts(pairs) {
  return el('dl', { class: 'facts' }, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

export function section(title, ...children) {
  return el('section', { 'aria-label': title }, el('h2', {}, title), children);
}

/** Says something to screen readers, and to nobody else. */
export function announce(text) {
  document.getElementById('status').textContent = text;
}

export function badge(text, kind = '') {
  return el('span', { class: `badge ${kind}` }, text);
}
