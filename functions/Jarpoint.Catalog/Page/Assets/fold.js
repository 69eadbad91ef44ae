// docs/catalog-format.md, "The fold". A state is a map from key to its greatest facts: { event, listing }.

const kinds = { described: 0, removed: 1, rejected: 2 };

export function apply(state, fact) {
  const slot = fact.sequencer === undefined ? 'listing' : 'event';
  const known = state.get(fact.key);
  if (!known) {
    state.set(fact.key, { [slot]: fact });
  } else if (!known[slot] || compare(fact, known[slot]) > 0) {
    // A new pair: the old one may belong to another revision.
    state.set(fact.key, { event: known.event, listing: known.listing, [slot]: fact });
  }
}

/** The fact a key shows; it may be a removal. */
export function current({ event, listing }) {
  if (!event) {
    return listing;
  }
  return listing && seconds(listing.at) > seconds(event.at) ? listing : event;
}

export function compare(left, right) {
  return (left.sequencer === undefined ? 0 : compareSequencers(left.sequencer, right.sequencer))
    || (left.sequencer === undefined ? compareInstants(left.at, right.at) : 0)
    || (left.reader ?? 0) - (right.reader ?? 0)
    || compareInstants(left.at, right.at)
    || kinds[left.kind] - kinds[right.kind]
    || compareTexts(left.versionId, right.versionId)
    || compareTexts(left.eTag, right.eTag)
    || compareTexts(left.jar?.description, right.jar?.description)
    || compareTexts(JSON.stringify(left), JSON.stringify(right));
}

function compareSequencers(left, right) {
  const length = Math.max(left.length, right.length);
  return compareTexts(left.toLowerCase().padStart(length, '0'), right.toLowerCase().padStart(length, '0'));
}

// Fractions have any number of digits, so the texts themselves do not compare.
function compareInstants(left, right) {
  return compareTexts(seconds(left), seconds(right)) || compareTexts(fraction(left), fraction(right));
}

function seconds(at) {
  return at.slice(0, 19);
}

function fraction(at) {
  return at.slice(20, -1).padEnd(9, '0');
}

function compareTexts(left, right) {
  if (left === right) {
    return 0;
  }
  if (left === undefined || right === undefined) {
    return left === undefined ? -1 : 1;
  }
  return left < right ? -1 : 1;
}
