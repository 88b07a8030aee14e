import { type HostileText, hostileTexts } from './hostileTexts.js';
import type { JsonValue } from './json.js';
import { nothing } from './overrides.js';

/** Makes a user's payload from choices; `payloadOf(schema)` of "scf-fixtures/payload" makes one from a JSON Schema. */
export interface Payload {
  (draw: Draw): JsonValue;
  /** Tells which other values are such payloads; without it an event shrinks by dropping or keeping whole ones. */
  readonly accepts?: (value: JsonValue) => boolean;
}

/** What the caller of a draw asked for; triggers read it through {@link Draw}. */
export interface DrawRequest {
  /** 0 to 1: how often a choice takes a boundary value instead of a realistic one. */
  readonly hostile: number;
  /** Makes the user's own payload, when a payload schema is given. */
  readonly payload?: Payload;
  /** Makes its JSON text, where that is to say more than a value can: numbers above 2^53. */
  readonly payloadText?: (draw: Draw) => string;
  /** Values the user fixed, in the shape of the event; see `Overrides`. */
  readonly overrides: object;
  /** The trigger's own options, already parsed. */
  readonly options: object;
}

/** Asks for nothing in particular: realistic events. */
export const plainRequest: DrawRequest = Object.freeze({
  hostile: 0,
  overrides: nothing,
  options: nothing,
});

/** 2024-01-01T00:00:00Z; drawn instants start here, since nothing here reads a clock. */
const firstUnixSeconds = 1_704_067_200;
const threeYearsSeconds = 94_694_400;

/** Leap day, month end, year end, both sides of midnight in UTC and in UTC+8, and around 2^31 seconds. */
const hostileInstants: readonly number[] = [
  1_709_164_800, 1_709_251_199, 1_719_791_999, 1_735_689_599, 1_735_689_600, 1_735_660_799, 1_735_660_800,
  2_147_483_647, 2_147_483_648,
];

const hexPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);
const digitPairs: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/**
 * A source of choices. A trigger builds its event from these methods only, so that one description of
 * an event gives a seeded fixture, a hostile one, and a fast-check arbitrary that shrinks.
 *
 * Every choice is an integer from 0 and **0 is the simplest**: put the simplest alternative first.
 */
export abstract class Draw {
  readonly request: DrawRequest;
  readonly #hostile: number;

  constructor(request: DrawRequest) {
    this.request = request;
    this.#hostile = request.hostile;
  }

  /** An integer from 0 up to but not including `bound` (1 to 2^53). All other methods come down to this and `flip`. */
  abstract below(bound: number): number;

  /** True with the given probability; false is the simple answer. */
  abstract flip(probability: number): boolean;

  /** True when this choice is to be a boundary value; always false in a realistic draw, and then costs no choice. */
  isHostile(): boolean {
    return this.#hostile > 0 && this.flip(this.#hostile);
  }

  /** An integer from `min` to `max`, both included; a hostile one is an end of the range, next to it, or 0 or 1. */
  integer(min: number, max: number): number {
    if (this.isHostile()) {
      const edges = [min, max, min + 1, max - 1, 0, 1].filter((edge) => edge >= min && edge <= max);
      return this.pick(edges);
    }
    return min + this.below(max - min + 1);
  }

  /** True with the given probability. A hostile draw makes rare things common. */
  chance(probability: number): boolean {
    return this.flip(this.#hostile > 0 ? probability + (0.5 - probability) * this.#hostile : probability);
  }

  /** One of the values; the first is the simplest. */
  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** One of the alternatives by weight, `[[9, 'common'], [1, 'rare']]`; the first is the simplest. */
  weighted<T>(alternatives: readonly (readonly [weight: number, value: T])[]): T {
    for (let i = 0, rest = total(alternatives); i < alternatives.length - 1; i++) {
      const [weight, value] = alternatives[i] as readonly [number, T];
      if (!this.flip(1 - weight / rest)) return value;
      rest -= weight;
    }
    return (alternatives[alternatives.length - 1] as readonly [number, T])[1];
  }

  /**
   * A list of `min` to `max` items. Shrinking deletes items of such a list, so use it for everything
   * that repeats.
   */
  list<T>(min: number, max: number, item: (draw: this, index: number) => T): T[] {
    const length = this.integer(min, max);
    const items: T[] = new Array(length);
    for (let i = 0; i < length; i++) items[i] = item(this, i);
    return items;
  }

  /** Lower-case hexadecimal text of that many characters (an even number). */
  hex(length: number): string {
    let text = '';
    let left = length >> 1;
    for (; left >= 4; left -= 4) {
      const bits = this.below(0x1_0000_0000);
      text +=
        (hexPairs[bits >>> 24] as string) +
        (hexPairs[(bits >>> 16) & 255] as string) +
        (hexPairs[(bits >>> 8) & 255] as string) +
        (hexPairs[bits & 255] as string);
    }
    for (; left > 0; left--) text += hexPairs[this.below(256)] as string;
    return text;
  }

  /** Decimal digits; the first is not 0 unless the draw is reduced to its simplest. */
  digits(length: number): string {
    let text = length % 2 === 0 ? '' : String(1 + this.below(9));
    for (let left = length >> 1; left > 0; left--) {
      text += text === '' ? digitPairs[10 + this.below(90)] : digitPairs[this.below(100)];
    }
    return text;
  }

  /** Characters of an alphabet. */
  letters(alphabet: string, length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += alphabet[this.below(alphabet.length)];
    return text;
  }

  /** A random UUID, version 4. */
  uuid(): string {
    const a = this.hex(16);
    const b = this.hex(16);
    const variant = '89ab'[this.below(4)];
    return `${a.slice(0, 8)}-${a.slice(8, 12)}-4${a.slice(13)}-${variant}${b.slice(1, 4)}-${b.slice(4)}`;
  }

  /** Bytes. Hostile ones are no valid UTF-8. */
  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    const hostile = this.isHostile();
    let at = 0;
    for (; at + 4 <= length; at += 4) {
      const bits = this.below(0x1_0000_0000);
      bytes[at] = bits >>> 24;
      bytes[at + 1] = bits >>> 16;
      bytes[at + 2] = bits >>> 8;
      bytes[at + 3] = bits;
    }
    for (; at < length; at++) bytes[at] = this.below(256);
    if (hostile && length > 0) bytes[0] = 0xff;
    return bytes;
  }

  /**
   * A realistic text from a pool. A hostile one is any text at all that has no more than `longest` UTF-16
   * units: empty, `__proto__`, emoji, right-to-left, quotes, path segments, control characters, very long.
   */
  text(pool: readonly string[], longest = 1000): string {
    return this.isHostile() ? this.#hostileText(longest) : this.pick(pool);
  }

  /** A name from a pool; a hostile one is an unusual name that still matches the pattern of legal names. */
  name(pool: readonly string[], legal: RegExp): string {
    if (!this.isHostile()) return this.pick(pool);
    const names = hostileTexts.filter((hostile) => legal.test(hostile.text));
    return names.length === 0 ? this.pick(pool) : this.pick(names).text;
  }

  /** Seconds since 1970, in the years 2024 to 2026; hostile ones fall on calendar boundaries and around 2^31. */
  unixSeconds(): number {
    return this.isHostile() ? this.pick(hostileInstants) : firstUnixSeconds + this.below(threeYearsSeconds);
  }

  /** The JSON text of the user's payload; where none was asked for, what `otherwise` draws. */
  payloadText(otherwise: (draw: this) => string): string {
    const { payload, payloadText } = this.request;
    if (payloadText !== undefined) return payloadText(this);
    return payload === undefined ? otherwise(this) : JSON.stringify(payload(this));
  }

  /** The user's payload as a value; where none was asked for, what `otherwise` draws. */
  payloadValue(otherwise: (draw: this) => JsonValue): JsonValue {
    const { payload } = this.request;
    return payload === undefined ? otherwise(this) : payload(this);
  }

  #hostileText(longest: number): string {
    const fitting: readonly HostileText[] =
      longest >= 1000 ? hostileTexts : hostileTexts.filter((hostile) => hostile.text.length <= longest);
    return fitting.length === 0 ? '' : this.pick(fitting).text;
  }
}

function total(alternatives: readonly (readonly [number, unknown])[]): number {
  let sum = 0;
  for (const [weight] of alternatives) sum += weight;
  return sum;
}
