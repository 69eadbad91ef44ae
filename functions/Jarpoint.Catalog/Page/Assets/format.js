const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
const grouped = new Intl.NumberFormat('en');
const collator = new Intl.Collator('en', { numeric: true });

export function number(value) {
  return grouped.format(value);
}

export function count(value, noun, plural = `${noun}s`) {
  return `${number(value)} ${value === 1 ? noun : plural}`;
}

export function bytes(size) {
  if (size === null || size === undefined) {
    return '';
  }
  let unit = 0;
  let value = size;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** An instant of the catalog as it is written there, in UTC, without fractions of seconds. */
export function instant(text) {
  return text ? text.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC') : '';
}

export function coordinates(jar) {
  return jar?.artifactId ? `${jar.groupId ?? '?'}:${jar.artifactId}:${jar.version ?? '?'}` : null;
}

/** What a person calls the jar: artifact and version, else the file name. */
export function title(fact) {
  const jar = fact.jar;
  return jar?.artifactId ? `${jar.artifactId} ${jar.version ?? ''}`.trim() : fileName(fact.key);
}

export function fileName(key) {
  return key.slice(key.lastIndexOf('/') + 1);
}

export function java(jar) {
  return jar?.java === undefined ? '' : `${jar.java}${jar.javaSampled ? '~' : ''}`;
}

export function naturally(left, right) {
  return collator.compare(left ?? '', right ?? '');
}

export const evidenceNames = {
  pomProperties: 'pom.properties', pomXml: 'pom.xml', manifest: 'manifest', fileName: 'file name', none: 'nothing',
};
