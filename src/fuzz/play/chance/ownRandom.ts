import crypto from 'node:crypto';
import { type Patch, replaced } from '../../../runtime/patches.js';
import { type Chance, currentRandom } from './chance.js';

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Bytes = Uint8Array | ArrayBufferView | ArrayBufferLike;

/** Random values of a fuzzed handler are drawn from its execution's seed; all others see what is random. */
export function ownRandom(): Patch[] {
  return [
    replaced(Math, 'random', (original) => () => currentRandom()?.fraction() ?? original()()),
    seeded(crypto, 'randomBytes', randomBytes),
    ...['pseudoRandomBytes', 'prng', 'rng'].map((name) => seeded(crypto, name, randomBytes)),
    seeded(crypto, 'randomFillSync', (chance, { args, call }) => {
      call(args);
      chance.fill(filledPart(args));
      return args[0];
    }),
    seeded(crypto, 'randomFill', randomFill),
    seeded(crypto, 'randomInt', randomInt),
    seeded(crypto, 'randomUUID', uuid),
    seeded(webCrypto, 'randomUUID', uuid),
    seeded(webCrypto, 'getRandomValues', (chance, { args, call }) => {
      call(args);
      chance.fill(filledPart([args[0]]));
      return args[0];
    }),
  ];
}

const webCrypto: object = Object.getPrototypeOf(crypto.webcrypto);

interface Original {
  readonly args: readonly unknown[];
  /** Calls what was replaced, which refuses what it cannot do. */
  readonly call: (args: readonly unknown[]) => unknown;
}

/** A function that draws from the chance of whoever calls it. */
function seeded(owner: object, name: string, draw: (chance: Chance, original: Original) => unknown): Patch {
  return replaced(owner, name, (original) => {
    const before = original();
    if (typeof before !== 'function') return before;
    const drawn: Call = function (this: unknown, ...args) {
      const call = (given: readonly unknown[]) => Reflect.apply(original() as Call, this, given);
      const chance = currentRandom();
      return chance === undefined ? call(args) : draw(chance, { args, call });
    };
    return Object.defineProperties(drawn, Object.getOwnPropertyDescriptors(before));
  });
}

function randomBytes(chance: Chance, { args: [size, done], call }: Original): unknown {
  const filled = (bytes: Uint8Array) => {
    bytes.set(drawn);
    return bytes;
  };
  const drawn = new Uint8Array(isLength(size) ? size : 0);
  chance.fill(drawn);
  if (typeof done !== 'function') return filled(call([size]) as Uint8Array);
  return call([
    size,
    (error: Error | null, bytes?: Uint8Array) =>
      Reflect.apply(done, undefined, error === null && bytes ? [null, filled(bytes)] : [error]),
  ]);
}

function isLength(size: unknown): size is number {
  return Number.isSafeInteger(size) && (size as number) >= 0 && (size as number) < 2 ** 31;
}

function randomFill(chance: Chance, { args, call }: Original): unknown {
  const done = args.at(-1);
  if (typeof done !== 'function') return call(args);
  const given = args.slice(0, -1);
  const drawn = new Uint8Array(filledPart(given).length);
  chance.fill(drawn);
  return call([
    ...given,
    (error: Error | null, bytes?: unknown) => {
      if (error === null) filledPart(given).set(drawn);
      Reflect.apply(done, undefined, [error, bytes]);
    },
  ]);
}

function randomInt(chance: Chance, { args, call }: Original): unknown {
  const done = args.at(-1);
  const given = args.filter((arg) => typeof arg === 'number');
  const [min, max] = given.length === 1 ? [0, given[0] as number] : (given as [number, number]);
  // What it refuses it refuses as ever.
  call(typeof done === 'function' ? args.slice(0, -1) : args);
  const drawn = min + chance.below(max - min);
  if (typeof done !== 'function') return drawn;
  process.nextTick(() => Reflect.apply(done, undefined, [undefined, drawn]));
  return undefined;
}

function uuid(chance: Chance, { args, call }: Original): string {
  call(args);
  const bytes = new Uint8Array(16);
  chance.fill(bytes);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The part of a buffer that is filled, of which the start and the length are counted in elements. */
function filledPart([buffer, start = 0, length]: readonly unknown[]): Uint8Array {
  const given = buffer as Bytes;
  const whole = ArrayBuffer.isView(given)
    ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
    : new Uint8Array(given);
  const size = Number(Reflect.get(Object(given), 'BYTES_PER_ELEMENT') ?? 1);
  const from = Number(start) * size;
  return whole.subarray(from, length === undefined ? undefined : from + Number(length) * size);
}
