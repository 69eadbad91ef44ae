/** Which of many texts contain a term. They are searched as one text: a call for each of them would cost more. */
export class TextSearch {
  #all;
  #starts;
  #earlier = new Map();

  /** @param {string[]} texts Terms are sought in them in lower case. */
  constructor(texts) {
    const all = texts.join('\n');
    this.#all = all.toLowerCase();
    let lower = texts;
    // Some letters become two in lower case: what follows starts elsewhere then.
    if (this.#all.length !== all.length) {
      lower = texts.map((text) => text.toLowerCase());
      this.#all = lower.join('\n');
    }
    this.#starts = new Uint32Array(texts.length + 1);
    for (let row = 0; row < texts.length; row++) {
      this.#starts[row + 1] = this.#starts[row] + lower[row].length + 1;
    }
  }

  /** The rows that contain every term, ascending. No term has white space, so none is found across two texts. */
  rows(terms) {
    const count = this.#starts.length - 1;
    // While a person types, all terms but the last are those of the key before.
    this.#earlier = new Map(terms.map((term) => [term, this.#earlier.get(term) ?? this.#marks(term)]));
    const marks = [...this.#earlier.values()];
    const rows = new Int32Array(count);
    let length = 0;
    for (let row = 0; row < count; row++) {
      let isFound = true;
      for (let each = 0; each < marks.length && isFound; each++) {
        isFound = marks[each][row] === 1;
      }
      if (isFound) {
        rows[length++] = row;
      }
    }
    return rows.subarray(0, length);
  }

  #marks(term) {
    const marks = new Uint8Array(this.#starts.length - 1);
    let row = 0;
    for (let at = this.#all.indexOf(term); at !== -1; at = this.#all.indexOf(term, this.#starts[row])) {
      row = this.#rowOf(at, row);
      marks[row++] = 1;
      if (row === marks.length) {
        break;
      }
    }
    return marks;
  }

  // The next hit is mostly near the last; otherwise halving the rest finds it.
  #rowOf(at, from) {
    for (let row = from; row < from + 8 && row < this.#starts.length - 1; row++) {
      if (at < this.#starts[row + 1]) {
        return row;
      }
    }
    let low = from;
    let high = this.#starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle] <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
