import type { Output } from '../shared/io.js';

const worthABar = 5000;

/**
 * Shows how far long work is, on a terminal only. Call the result with the number done, and with undefined
 * at the end.
 */
export async function progressOn(
  output: Output,
  expected: number,
): Promise<(done: number | undefined) => void> {
  if (expected < worthABar || !output.isTerminal) return () => undefined;
  const { SingleBar, Presets } = (await import('cli-progress')).default;
  const bar = new SingleBar({ clearOnComplete: true, hideCursor: true, fps: 5 }, Presets.shades_classic);
  bar.start(expected, 0);
  return (done) => {
    if (done === undefined) bar.stop();
    else if (done % 256 === 0) bar.update(done);
  };
}
