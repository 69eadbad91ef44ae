// What differs between two revisions, and which classes two jars contradict each other in.

/** One change per key that differs, in the order of keys. */
export function changesBetween(before, after) {
  const left = byKey(before);
  const right = byKey(after);
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
  return keys.map((key) => change(key, left.get(key), right.get(key))).filter((each) => each !== null);
}

function byKey(facts) {
  return new Map(facts.map((fact) => [fact.key, fact]));
}

function change(key, before, after) {
  if (!before || !after) {
    return { key, kind: before ? 'removed' : 'added', before, after };
  }
  if (before.eTag !== after.eTag || before.versionId !== after.versionId || before.size !== after.size) {
    return { key, kind: 'replaced', before, after };
  }
  const same = before.jar?.description === after.jar?.description
    && before.rejection?.reason === after.rejection?.reason && before.rejection?.detail === after.rejection?.detail;
  return same ? null : { key, kind: 'redescribed', before, after };
}

/** The same class with another CRC is a conflict; with the same CRC it is a harmless copy. */
export function compareClasses(left, right) {
  const others = new Map(right.map((each) => [each.name, each]));
  const conflicts = [];
  let copies = 0;
  let common = 0;
  for (const each of left) {
    const other = others.get(each.name);
    if (!other) {
      continue;
    }
    common++;
    if (each.crc === other.crc) {
      copies++;
    } else if (!isOwn(each.name)) {
      conflicts.push({ name: each.name, left: each.size, right: other.size });
    }
  }
  return { conflicts, copies, onlyLeft: left.length - common, onlyRight: right.length - common };
}

// Every module and every package has its own; none is ever taken for another's.
function isOwn(name) {
  return /(^|\/)(module-info|package-info)$/.test(name);
}
