// What is shown is in the address: it can be bookmarked, sent, and gone back to.

/** The view's name, what it is of, and its settings: #/jar/<key>?at=12 */
export function read() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [view = '', ...parts] = path.split('/').map(decode);
  return { view, parts, query: new URLSearchParams(query) };
}

export function to(view, parts = [], query = {}) {
  const settings = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) {
      if (each !== null && each !== undefined && each !== '') {
        settings.append(name, each);
      }
    }
  }
  const path = [view, ...parts].filter((part) => part !== '').map(encodeURIComponent).join('/');
  return `#/${path}${settings.size ? `?${settings}` : ''}`;
}

/** The address of a jar at the revision that is shown now. */
export function toJar(key) {
  return to('jar', [key], { at: read().query.get('at') });
}

export function toComparison(left, right) {
  return to('compare', [left, right], { at: read().query.get('at') });
}

/** Changes the address without a step in the history: as for every key typed. */
export function replace(hash) {
  history.replaceState(null, '', hash);
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
