import { Draw, type DrawRequest } from './draw.js';

const unit = 2 ** -32;

/**
 * Draws from a generator (sfc32) whose start is mixed from a seed, a stream name and an index, so that
 * event `index` of a stream needs none of its predecessors.
 */
export class SeededDraw extends Draw {
  readonly #high: number;
  readonly #low: number;
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /** @param stream names what is drawn (the kind), so that two kinds with one seed have nothing in common. */
  constructor(seed: string | number, stream: string, request: DrawRequest) {
    super(request);
    const name = `${stream}\u0000${seed}`;
    this.#high = hash(name, 0x811c9dc5);
    this.#low = hash(name, 0x01234567);
    this.restart(0);
  }

  /** Starts the choices of event `index` (an integer from 0 to 2^53 - 1). */
  restart(index: number): this {
    const low = index | 0;
    const high = Math.floor(index / 0x1_0000_0000) | 0;
    this.#a = this.#high;
    this.#b = this.#low ^ high;
    this.#c = low;
    this.#d = 1;
    for (let round = 0; round < 12; round++) this.#next();
    return this;
  }

  override below(bound: number): number {
    if (bound <= 0x1_0000_0000) return Math.floor((this.#next() >>> 0) * unit * bound);
    const high = this.#next() >>> 5;
    const low = this.#next() >>> 6;
    return Math.floor(((high * 0x400_0000 + low) / 2 ** 53) * bound);
  }

  override flip(probability: number): boolean {
    return (this.#next() >>> 0) * unit < probability;
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum;
  }
}

/** FNV-1a over UTF-16 units with a final avalanche. */
function hash(text: string, basis: number): number {
  let h = basis;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
