import { check } from '../../kernel/check.js';
import { hasErrors } from '../../kernel/issue.js';
import type { Story } from '../story.js';
import { textsIn, withTexts } from '../withLeaves.js';
import { differently } from './forms.js';
import type { Oracle, Trial } from './oracle.js';
import { outgoing } from './outgoing.js';
import { inOrder } from './steps.js';

const inherited = 'constructor';
/** Sorts like it, has its length and its letters, and is no name that every object has. */
const plain = 'constructos';

/** How many values of an event are tried. */
const mostValues = 2;

/** A text that is also the name of something every object has. */
export const inheritedName: Oracle = {
  name: 'inherited-name',
  holds: 'A text such as "constructor", which every object has as a name, is a text like any other.',
  domain:
    'Every trigger: values of the event that go out again, once as "constructor" and once as another word. Names of fields stay, since careful code leaves some out.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    for (const value of passedValues(trial.case.event, await trial.base())) {
      const [first, second] = [inherited, plain].map((word) => withWord(trial, value, word));
      if (first === undefined || second === undefined) continue;
      const found = differently(
        await trial.play(inOrder([second])),
        await trial.play(inOrder([first])),
        'name',
        `With "${inherited}" in the place of "${plain}"`,
        `with "${inherited}"`,
        await trial.steady(),
        [inherited, plain],
        digests,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  },
};

/** What is computed of a text may differ where it does. */
const digests = /[\da-f]{16,}|[\w+/-]{16,}={0,2}/g;

/** Words that stand in an event as values and come out again. */
function passedValues(event: unknown, story: Story<unknown>): string[] {
  const words = textsIn(event).filter((text) => /^[a-z][\w-]{1,40}$/i.test(text));
  const out = outgoing(story).map((leaf) => String(leaf.value));
  const passed = words.filter((word) => out.some((text) => text.includes(word)));
  return passed.slice(0, mostValues);
}

/** The event with another word for a value; undefined where that is none that the platform sends. */
function withWord<Event>(
  { case: { event }, trigger }: Trial<Event>,
  value: string,
  word: string,
): Event | undefined {
  const changed = withTexts(event, (text) => (text === value ? word : text));
  return hasErrors(check(trigger, changed)) ? undefined : (changed as Event);
}
