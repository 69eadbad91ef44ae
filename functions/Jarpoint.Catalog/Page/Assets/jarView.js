// One jar: what is known of it, and how.

import * as basket from './basket.js';
import { ask } from './catalog.js';
import { classTable } from './classTable.js';
import { badge, el, facts, fill, section, table } from './dom.js';
import { bytes, coordinates, evidenceNames, fileName, instant, java, naturally, number, title } from './format.js';
import { historySection } from './historySection.js';
import { jarSections } from './jarSections.js';
import * as route from './route.js';
import { location as sparkLocation } from './sparkJars.js';

export async function jarView(show, { latest }) {
  const [key] = route.read().parts;
  const { fact, versions } = await ask('entry', { key });
  if (!fact || fact.kind === 'removed') {
    const name = fileName(key);
    show(
      el('h1', { tabindex: '-1' }, name),
      el('p', { class: 'notice' }, fact ? `${key} was removed, ${instant(fact.at)}.` : `${key} is not in the catalog at this revision.`),
      historySection(key, latest));
    return { title: name };
  }

  const long = el('div', {}, fact.jar ? el('p', { class: 'loading' }, 'Loading the description…') : null);
  show(
    el('a', { class: 'back', href: route.to('', [], { at: route.read().query.get('at') }) }, 'All jars'),
    el('h1', { tabindex: '-1' }, title(fact)),
    el('p', { class: 'key' }, fact.key),
    fact.rejection ? el('p', { class: 'notice bad' }, badge(fact.rejection.reason, 'bad'), ' ', fact.rejection.detail) : null,
    fact.jar ? el('p', { class: 'pick' }, el('label', {}, basket.checkbox(fact, `Select ${title(fact)}`), ' Select for spark.jars')) : null,
    summary(fact),
    versionsSection(fact, versions),
    long,
    historySection(key, latest));
  if (fact.jar) {
    describe(long, fact);
  }
  return { title: title(fact) };
}

// The page is there before the description is: it may be large.
async function describe(place, fact) {
  try {
    const jar = await ask('description', { digest: fact.jar.description });
    fill(place, await jarSections(jar), classTable(jar.classes));
  } catch (fault) {
    place.replaceChildren(el('p', { class: 'notice bad' }, fault.message));
  }
}

function summary(fact) {
  const jar = fact.jar;
  return facts([
    ['Coordinates', coordinates(jar) ? el('code', {}, coordinates(jar)) : null],
    ['Known from', jar ? evidenceNames[jar.evidence] : null],
    ['Scala', jar?.scala],
    ['Java', jar?.java === undefined ? null : `${java(jar)} or newer${jar.javaSampled ? ' (sampled)' : ''}`],
    ['Classes', jar ? number(jar.classes) : null],
    ['Size', `${bytes(fact.size)} (${number(fact.size)} bytes)`],
    ['Seen', instant(fact.at)],
    ['SHA-256', jar?.sha256 ? el('code', {}, jar.sha256) : null],
    ['ETag', fact.eTag ? el('code', {}, fact.eTag) : null],
    ['Version id', fact.versionId ? el('code', {}, fact.versionId) : null],
    ['For Spark', jar ? el('code', {}, sparkLocation(fact.key)) : null],
  ]);
}

function versionsSection(fact, versions) {
  const others = versions.filter((each) => each.key !== fact.key)
    .sort((left, right) => naturally(right.jar.version, left.jar.version));
  if (others.length === 0) {
    return null;
  }
  return section('Other jars of this artifact', table('Other jars of this artifact', ['Version', 'Key', 'Scala', 'Java', ''],
    others.slice(0, 50).map((other) => [
      el('a', { href: route.toJar(other.key) }, other.jar.version ?? 'unknown'),
      el('span', { class: 'key' }, other.key), other.jar.scala, java(other.jar),
      el('a', { href: route.toComparison(fact.key, other.key), 'aria-label': `Compare with ${title(other)}` }, 'Compare'),
    ])));
}
