import { expect, test } from 'vitest';
import { errorPlaceOf, framesOf, isAccident } from '../../src/fuzz/oracles/tools/accident.js';
import { thrownIn } from '../../src/fuzz/oracles/tools/toldErrors.js';

const rust = `STARTED
thread 'main' (21452) panicked at src/main.rs:53:100:
end byte index 10 is out of bounds
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace`;
const olderRust = `thread 'main' panicked at 'index out of bounds: the len is 3', src/main.rs:12:9
note: run with \`RUST_BACKTRACE=1\``;
const go = `panic: runtime error: index out of range [5] with length 3

goroutine 1 [running]:
main.handle(0x5)
\t/build/main.go:12 +0x1d
main.main()
\t/build/main.go:20 +0x2a
exit status 2`;

test.each([
  ['Rust', rust, 'end byte index 10 is out of bounds', '    at main (src/main.rs:53)', 'main (main.rs:53)'],
  [
    'Rust up to 1.72',
    olderRust,
    'index out of bounds: the len is 3',
    '    at main (src/main.rs:12)',
    'main (main.rs:12)',
  ],
  [
    'Go',
    go,
    'runtime error: index out of range [5] with length 3',
    '    at main.handle (/build/main.go:12)',
    'main.handle (main.go:12)',
  ],
])('a panic of %s is told with its place', (_, log, message, frame, place) => {
  const error = thrownIn(log);
  expect(error).toMatchObject({ name: 'panic', message });
  if (error === undefined) return;
  expect(isAccident(error)).toBe(true);
  expect(framesOf(error)).toEqual([frame]);
  expect(errorPlaceOf(error)).toBe(place);
});

test.each([
  '{"said":"thread \'main\' panicked at src/main.rs:1:1:"}',
  'no need to panic: all is well',
  'panic: none\nand nothing more',
])('%j tells of no panic', (log) => {
  expect(thrownIn(log)).toBeUndefined();
});
