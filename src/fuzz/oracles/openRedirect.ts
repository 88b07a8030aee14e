import { isObject } from '../../kernel/json.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { callersTexts, isFromFrontEnd, withCallersText } from './tools/callersTexts.js';
import { foreignAddresses, isForeign, plainlyForeign } from './tools/foreignHost.js';
import { shown } from './tools/outgoing.js';

const maxTexts = 3;

/** Text of the event that leads a visitor to another site. */
export const openRedirect: Oracle = {
  name: 'open-redirect',
  holds: 'No text of the request leads its visitor to a host that the code does not know.',
  domain:
    'HTTP front ends: texts of the query and of the body that stand in the Location of an answer, once as the address of another host, in one spelling or another.',
  isRelation: true,
  looksFirst: true,
  applies: isFromFrontEnd,
  async judge(trial) {
    const compared = await trial.base();
    const before = locationsOf(compared);
    if (before.length === 0) return undefined;
    const texts = callersTexts(trial).filter((text) => before.some((location) => location.includes(text)));
    for (const text of texts.slice(0, maxTexts)) {
      for (const address of foreignAddresses(text)) {
        const changed = withCallersText(trial, text, address);
        if (changed === undefined) continue;
        const execution = await trial.play(inOrder([changed]));
        const location = locationsOf(execution).find(isForeign);
        if (location === undefined) continue;
        const mend =
          address === plainlyForeign(address)
            ? 'Compare the origin of new URL(text, own) with your own; where it is meant to lead anywhere, such as from a page that warns of it, switch this oracle off.'
            : 'Compare the origin of new URL(text, own) with your own.';
        return {
          what: 'location',
          detail: `${shown(address)} in the place of ${shown(text)} leads the visitor to another host: Location ${shown(location)}. ${mend}`,
          execution,
          compared,
        };
      }
    }
    return undefined;
  },
};

function locationsOf({ invocations }: Execution<unknown>): string[] {
  return invocations.flatMap(({ outcome }) => {
    const headers = outcome.ok && isObject(outcome.result) ? outcome.result.headers : undefined;
    return Object.entries(isObject(headers) ? headers : {})
      .filter(([name]) => name.toLowerCase() === 'location')
      .map(([, value]) => String(value));
  });
}
