import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { differently } from './tools/differently.js';
import { passedWords, withWord } from './tools/passedWords.js';

const inherited = 'constructor';
/** Sorts like it, has its length and its letters, and is no name that every object has. */
const plain = 'constructos';

/** How many values of an event are tried. */
const maxValues = 2;

/** A text that is also the name of something every object has. */
export const inheritedName: Oracle = {
  name: 'inherited-name',
  holds: 'A text such as "constructor", which every object has as a name, is a text like any other.',
  domain:
    'Every trigger: values of the event that go out again, once as "constructor" and once as another word. Names of fields stay, since careful code leaves some out.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    for (const value of passedWords(trial.case.event, await trial.base()).slice(0, maxValues)) {
      const [first, second] = [inherited, plain].map((word) => withWord(trial, value, word));
      if (first === undefined || second === undefined) continue;
      const found = await differently(
        await trial.play(inOrder([second])),
        await trial.play(inOrder([first])),
        {
          what: 'name',
          how: `With "${inherited}" in the place of "${plain}"`,
          there: `with "${inherited}"`,
          determinism: trial.determinism,
          passedOn: [inherited, plain],
          computed: digests,
        },
      );
      if (found !== undefined) return found;
    }
    return undefined;
  },
};

/** What is computed of a text may differ where it does: digests, and Base64, which has 15 characters of these words. */
const digests = /[\da-f]{16,4000}|[\w+/-]{15,4000}={0,2}/g;
