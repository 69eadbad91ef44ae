// Nodes and mounts, where jarpoint local serves the page.

import { badge, el, fill, table } from './dom.js';
import { count } from './format.js';

const address = '/_jarpoint/nodes';
const pollMilliseconds = 2000;

/** Only this machine can have the laptop cloud; no other server is asked for it. */
export async function findNodes() {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])$/.test(location.hostname)) {
    return;
  }
  try {
    document.getElementById('nodes-link').hidden = !(await read());
  } catch {
    // No laptop cloud: there is nothing to link to.
  }
}

export async function nodesView(show) {
  const place = el('div', {});
  show(el('h1', { tabindex: '-1' }, 'Nodes'), place);
  let shown = '';
  const update = async () => {
    const answer = await read();
    if (!answer) {
      throw new Error('There are no nodes here: only the page of jarpoint local shows them.');
    }
    const text = JSON.stringify(answer);
    // What has not changed stays, and with it focus and selection.
    if (text !== shown) {
      shown = text;
      fill(place, content(answer));
    }
  };
  await update();
  const timer = setInterval(() => { if (!document.hidden) { update().catch(lost); } }, pollMilliseconds);
  const lost = () => {
    shown = '';
    place.replaceChildren(el('p', { class: 'notice bad' }, 'jarpoint local does not answer.'));
  };
  return { title: 'Nodes', leave: () => clearInterval(timer) };
}

async function read() {
  const response = await fetch(address, { cache: 'no-store' });
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return response.ok && isJson ? response.json() : null;
}

function content({ nodes, simulated }) {
  const ready = nodes.filter((node) => node.ready).length;
  return [
    simulated ? el('p', { class: 'notice' }, `These machines are simulated: ${simulated}`) : null,
    el('p', { class: 'count', role: 'status' }, nodes.length === 0 ? 'No nodes. jarpoint nodes launch 3 launches some.' : `${ready} of ${count(nodes.length, 'node')} ready`),
    nodes.length === 0 ? null : table('Nodes', ['Node', 'Pool', 'Instance', 'Ready', 'JarsMounted', 'Mounts', 'Says'], nodes.map((node) => [
      node.node ?? 'not registered', node.pool, el('span', {}, el('code', {}, node.instance), ` ${node.state}`),
      badge(node.ready ? 'ready' : node.tainted ? 'tainted' : 'not ready', node.ready ? 'good' : 'warn'),
      badge(node.mounted, { True: 'good', False: 'bad' }[node.mounted] ?? 'warn'),
      el('ul', { class: 'plain' }, node.mounts.map((mount) => el('li', {}, el('code', {}, mount.mountpoint), mount.mounted ? '' : ' not mounted'))),
      [node.reason, node.message].filter(Boolean).join(': ')])),
  ];
}
