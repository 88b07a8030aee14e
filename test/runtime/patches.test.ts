import { expect, test } from 'vitest';
import { overlayEnv, type Patch, replaced, replacedProperty, shared } from '../../src/runtime/patches.js';

function greeter() {
  return { greet: (name: string) => `Hello ${name}` };
}

const shouting = (target: ReturnType<typeof greeter>) =>
  replaced(target, 'greet', (original) => (name) => `${original()(name)}!`);

test.each([
  ['first', [0, 1]],
  ['second', [1, 0]],
] as const)('two holders share one replacement, which stays when the %s ends', (_, [early, late]) => {
  const target = greeter();
  const before = target.greet;
  const hold = shared(() => [shouting(target)]);
  const releases = [hold(), hold()];
  expect(target.greet('Ada')).toBe('Hello Ada!');
  releases[early]?.();
  releases[early]?.();
  expect(target.greet('Ada')).toBe('Hello Ada!');
  releases[late]?.();
  expect(target.greet).toBe(before);
});

test('patches are made once, applied in order and undone in the reverse order', () => {
  const log: string[] = [];
  const noted = (name: string): Patch => ({
    apply: () => void log.push(`apply ${name}`),
    undo: () => void log.push(`undo ${name}`),
  });
  let made = 0;
  const hold = shared(() => {
    made++;
    return [noted('a'), noted('b')];
  });
  hold()();
  hold()();
  const once = ['apply a', 'apply b', 'undo b', 'undo a'];
  expect({ made, log }).toEqual({ made: 1, log: [...once, ...once] });
});

test('a patch that throws takes back those before it, and the next holder starts anew', () => {
  const target = greeter();
  const before = target.greet;
  let fails = true;
  const failing: Patch = {
    apply() {
      if (fails) throw new Error('frozen');
    },
    undo: () => {},
  };
  const hold = shared(() => [shouting(target), failing]);
  expect(() => hold()).toThrow('frozen');
  expect(target.greet).toBe(before);
  fails = false;
  const release = hold();
  expect(target.greet('Ada')).toBe('Hello Ada!');
  release();
  expect(target.greet).toBe(before);
});

test('what cannot be replaced takes back what was', () => {
  const target = greeter();
  const before = target.greet;
  const frozen = Object.freeze(greeter());
  expect(() => shared(() => [shouting(target), shouting(frozen)])()).toThrow(TypeError);
  expect(target.greet).toBe(before);
});

test('what somebody else puts there meanwhile survives', () => {
  const target = greeter();
  const hold = shared(() => [shouting(target)]);
  const release = hold();
  const foreign = () => 'foreign';
  target.greet = foreign;
  release();
  expect(target.greet).toBe(foreign);
});

test('what somebody else wraps around a replacement and leaves there does not call itself', () => {
  const target = greeter();
  const hold = shared(() => [shouting(target)]);
  const release = hold();
  const inner = target.greet;
  target.greet = (name) => `<${inner(name)}>`;
  release();
  const again = hold();
  expect(target.greet('Ada')).toBe('<Hello Ada!>!');
  again();
  expect(target.greet('Ada')).toBe('<Hello Ada!>');
});

test.each([
  ['lower', [0, 1], 'Hello Ada?'],
  ['upper', [1, 0], 'Hello Ada!'],
] as const)('of two patches of one member the %s may be undone first', (_, [early, late], rest) => {
  const target = greeter();
  const before = target.greet;
  const patches = [
    shouting(target),
    replaced(target, 'greet', (original) => (name) => `${original()(name)}?`),
  ];
  for (const patch of patches) patch.apply();
  expect(target.greet('Ada')).toBe('Hello Ada!?');
  patches[early]?.undo();
  expect(target.greet('Ada')).toBe(rest);
  patches[late]?.undo();
  expect(target.greet).toBe(before);
});

test.each([
  [
    'a method of a prototype',
    String.prototype,
    'localeCompare',
    { enumerable: false, writable: true, configurable: true },
  ],
  ['a constructor', Intl, 'Collator', { enumerable: false, writable: true, configurable: true }],
  ['a global', globalThis, 'fetch', { enumerable: true, writable: true, configurable: true }],
])('%s keeps its attributes and comes back exactly', (_, target: object, name, attributes) => {
  const before = Object.getOwnPropertyDescriptor(target, name);
  const replacement = () => 0;
  const patch = replaced(target, name, () => replacement);
  patch.apply();
  const meanwhile = Object.getOwnPropertyDescriptor(target, name);
  patch.undo();
  expect(meanwhile).toEqual({ value: replacement, ...attributes });
  expect(Object.getOwnPropertyDescriptor(target, name)).toEqual(before);
});

test('a getter is replaced by a value, or by another getter, and comes back', () => {
  const target = {
    get zone(): string {
      return 'UTC';
    },
  };
  const before = Object.getOwnPropertyDescriptor(target, 'zone');
  const asValue = replaced(target, 'zone', (original) => `${original()}+8`);
  asValue.apply();
  expect(target.zone).toBe('UTC+8');
  asValue.undo();
  const asGetter = replacedProperty(target, 'zone', (behind) => ({ ...behind(), get: () => 'CST' }));
  asGetter.apply();
  expect(target.zone).toBe('CST');
  asGetter.undo();
  expect(Object.getOwnPropertyDescriptor(target, 'zone')).toEqual(before);
});

test('an absent member and an inherited one are gone again', () => {
  const target: { stop?: () => string } = {};
  const heir = Object.create(greeter()) as ReturnType<typeof greeter>;
  const hold = shared(() => [replaced(target, 'stop', () => () => 'stopped'), shouting(heir)]);
  const release = hold();
  expect([target.stop?.(), heir.greet('Ada')]).toEqual(['stopped', 'Hello Ada!']);
  release();
  expect([Reflect.ownKeys(target), Reflect.ownKeys(heir)]).toEqual([[], []]);
  expect(heir.greet('Ada')).toBe('Hello Ada');
});

test('a patch that returns the original leaves the member alone', () => {
  const target: { stop?: () => string } = {};
  const patch = replaced(target, 'stop', (original) => original());
  patch.apply();
  expect(Reflect.ownKeys(target)).toEqual([]);
  patch.undo();
});

test.each([
  ['older', [0, 1], 'second'],
  ['newer', [1, 0], 'first'],
] as const)('of two values of an environment variable the %s may end first', (_, [early, late], rest) => {
  const set = overlayEnv({ SCF_PATCHES_SET: 'before' });
  const releases = [
    overlayEnv({ SCF_PATCHES_SET: 'first', SCF_PATCHES_ABSENT: 'first' }),
    overlayEnv({ SCF_PATCHES_SET: 'second' }),
  ];
  expect(process.env.SCF_PATCHES_SET).toBe('second');
  releases[early]?.();
  releases[early]?.();
  expect(process.env.SCF_PATCHES_SET).toBe(rest);
  releases[late]?.();
  expect([process.env.SCF_PATCHES_SET, process.env.SCF_PATCHES_ABSENT]).toEqual(['before', undefined]);
  set();
  expect(process.env.SCF_PATCHES_SET).toBeUndefined();
});

test('an overlay may take a variable away, and what is written meanwhile does not stay', () => {
  const set = overlayEnv({ SCF_PATCHES_SET: 'before' });
  const release = overlayEnv({ SCF_PATCHES_SET: undefined });
  expect('SCF_PATCHES_SET' in process.env).toBe(false);
  process.env.SCF_PATCHES_SET = 'written';
  release();
  expect(process.env.SCF_PATCHES_SET).toBe('before');
  set();
});

test('what is written meanwhile stays as long as the newest overlay is held', () => {
  const older = overlayEnv({ SCF_PATCHES_SET: 'older' });
  const newer = overlayEnv({ SCF_PATCHES_SET: 'newer' });
  process.env.SCF_PATCHES_SET = 'written';
  older();
  expect(process.env.SCF_PATCHES_SET).toBe('written');
  newer();
  expect(process.env.SCF_PATCHES_SET).toBeUndefined();
});
