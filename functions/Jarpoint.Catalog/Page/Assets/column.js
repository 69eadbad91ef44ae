const none = -1;
const several = -2;

/** Values of one facet as numbers, one for each row: counting them is a pass over an array. */
export class Column {
  #numbers = new Map();
  #several = new Map();

  constructor(rows, valuesOf) {
    this.values = [];
    this.rows = new Int32Array(rows.length);
    for (let row = 0; row < rows.length; row++) {
      const values = valuesOf(rows[row]);
      if (typeof values === 'string') {
        this.rows[row] = this.#number(values);
      } else if (values.length === 1) {
        this.rows[row] = this.#number(values[0]);
      } else {
        this.rows[row] = values.length === 0 ? none : several;
        if (values.length > 1) {
          this.#several.set(row, values.map((value) => this.#number(value)));
        }
      }
    }
  }

  /** Says of a row whether it has one of the values; null when all rows do, for nothing is chosen. */
  filter(values) {
    if (!values?.length) {
      return null;
    }
    const wanted = new Uint8Array(this.values.length);
    for (const value of values) {
      if (this.#numbers.has(value)) {
        wanted[this.#numbers.get(value)] = 1;
      }
    }
    return (row) => {
      const number = this.rows[row];
      return number >= 0 ? wanted[number] === 1 : number === several && this.#several.get(row).some((each) => wanted[each] === 1);
    };
  }

  tally(counts, row) {
    const number = this.rows[row];
    if (number >= 0) {
      counts[number]++;
    } else if (number === several) {
      for (const each of this.#several.get(row)) {
        counts[each]++;
      }
    }
  }

  #number(value) {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.values.length;
      this.#numbers.set(value, number);
      this.values.push(value);
    }
    return number;
  }
}
