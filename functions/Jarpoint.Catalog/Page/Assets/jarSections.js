// The sections of a long description. Those that have nothing to say are left out.

import { ask } from './catalog.js';
import { badge, el, facts, section, table } from './dom.js';
import { coordinates, evidenceNames, number } from './format.js';
import * as route from './route.js';

const mostPackages = 300;

export async function jarSections(jar) {
  return [
    warnings(jar), evidence(jar), properties(jar), marks(jar), providers(jar), await dependencies(jar.dependencies),
    list('Bundled artifacts', jar.bundled.map((each) => coordinates(each) ?? each.path)),
    list('Shaded packages', jar.shadedPackages), list('Nested jars', jar.nestedJars),
    list('Native libraries', jar.nativeLibraries), manifest(jar), packages(jar),
  ];
}

function warnings(jar) {
  return jar.warnings.length === 0 ? null : section('Warnings', el('ul', { class: 'plain' },
    jar.warnings.map(({ code, detail }) => el('li', {}, badge(code, 'warn'), ' ', detail))));
}

function evidence({ identity }) {
  return section('Evidence',
    identity.found.length === 0 ? el('p', {}, 'Nothing in the jar says which artifact it is.') : table(
      'Evidence, the one believed first', ['Source', 'Where', 'Group', 'Artifact', 'Version'],
      identity.found.map((each) => [evidenceNames[each.kind], el('code', {}, each.path), each.groupId, each.artifactId, each.version])),
    identity.disagreements.map((sentence) => el('p', { class: 'notice warn' }, sentence)));
}

function properties(jar) {
  return section('Properties', facts([
    ['Main class', jar.mainClass], ['Module', jar.module ? `${jar.module.name ?? 'not read'}${jar.module.automatic ? ' (automatic)' : ''}` : null],
    ['OSGi name', jar.osgiName], ['Licences', jar.licences.join(', ')],
    ['Scala seen in', jar.scala ? jar.scala.evidence : null],
    ['Multi-release', jar.multiRelease ? `yes: ${jar.versionedReleases.join(', ')}` : null],
    ['Signed', jar.signature ? `${jar.signature.files.join(', ')} (not verified)` : null],
    ['Entries', number(jar.entries)],
    ['Read', jar.readWhole ? 'every byte' : 'in ranges'], ['Not read', jar.unread.join(', ')],
  ]));
}

function marks(jar) {
  return jar.versionMarks.length === 0 ? null : section('Built for', table('Built for', ['Product', 'Version', 'Stated in'],
    jar.versionMarks.map((mark) => [mark.product, mark.version, el('code', {}, mark.source)])));
}

function providers(jar) {
  return jar.providers.length === 0 ? null : section('Service providers', table('Service providers', ['Service', 'Provided by'],
    jar.providers.map(({ service, implementations }) => [
      el('code', {}, service), el('ul', { class: 'plain' }, implementations.map((each) => el('li', {}, el('code', {}, each))))])));
}

async function dependencies(declared) {
  if (declared.length === 0) {
    return null;
  }
  const present = await ask('present', { artifacts: declared.map((each) => [each.groupId, each.artifactId]) });
  return section('Dependencies', table('Dependencies declared in pom.xml', ['Artifact', 'Version', 'Scope', 'In the catalog'],
    declared.map((each, place) => [
      el('code', {}, `${each.groupId}:${each.artifactId}`), each.version, [each.scope, each.optional ? 'optional' : null].filter(Boolean).join(', '),
      present[place].length === 0 ? 'no' : links(present[place])])));
}

function links(found) {
  const shown = found.slice(0, 5).map((fact, place) => [
    place > 0 ? ', ' : '', el('a', { href: route.toJar(fact.key), 'aria-label': `${fact.jar.artifactId} ${fact.jar.version ?? ''}` }, fact.jar.version ?? 'unknown')]);
  return el('span', {}, shown, found.length > 5 ? ` and ${number(found.length - 5)} more` : '');
}

function list(name, values) {
  return values.length === 0 ? null : section(name, el('ul', { class: 'plain columns-list' },
    values.map((value) => el('li', {}, el('code', {}, value)))));
}

function manifest(jar) {
  return !jar.manifest?.length ? null : el('details', { class: 'fold' },
    el('summary', {}, el('h2', {}, `Manifest (${number(jar.manifest.length)})`)),
    table('Manifest', ['Attribute', 'Value'], jar.manifest.map(({ name, value }) => [name, el('code', {}, value)])));
}

function packages(jar) {
  const shown = jar.packages.slice(0, mostPackages);
  return shown.length === 0 ? null : el('details', { class: 'fold' },
    el('summary', {}, el('h2', {}, `Packages (${number(jar.packages.length)})`)),
    table('Packages', ['Package', 'Classes'], shown.map((each) => [el('code', {}, each.name || '(unnamed)'), number(each.classes)])),
    shown.length < jar.packages.length ? el('p', {}, `The first ${number(mostPackages)} are shown.`) : null);
}
