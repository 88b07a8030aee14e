import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeMainText } from '../../src/generated/nodeMainText.js';
import { missingFeatures } from '../../src/runtime/missingFeatures.js';
import { parsedSources } from '../../src/runtime/parsedSource.js';
import { emptyFolder } from './processes/processFunction.js';

const lackingIn12 = (text: string): readonly string[] => {
  const path = join(emptyFolder(), 'bootstrap.js');
  writeFileSync(path, text);
  return parsedSources(path).flatMap((source) => missingFeatures(source, 12.16).map(({ what }) => what));
};

test('the program of a process has nothing that Node 12.16 lacks', () => {
  expect(lackingIn12(nodeMainText)).toEqual([]);
});

test('what Node 12.16 lacks is found in it', () => {
  expect(lackingIn12(`${nodeMainText}\nconst later = Object.hasOwn({}, 'a')?.toFixed();`)).toEqual([
    'a?.b',
    'Object.hasOwn',
  ]);
});
