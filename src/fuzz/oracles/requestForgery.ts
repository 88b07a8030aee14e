import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { callersTexts, isFromFrontEnd, withCallersText } from './tools/callersTexts.js';
import { foreignAddresses, hostIn, isForeign } from './tools/foreignHost.js';
import { shown } from './tools/outgoing.js';

const maxTexts = 2;

/** Text of the event that chooses the host of a request. */
export const requestForgery: Oracle = {
  name: 'request-forgery',
  holds: 'No caller chooses the host to which the function sends a request.',
  domain:
    'HTTP front ends: texts of the query and of the body that are the address or the host of an outside call, once as the address of another host, in one spelling or another.',
  isRelation: true,
  applies: isFromFrontEnd,
  async judge(trial) {
    const compared = await trial.base();
    const before = addressesOf(compared).flatMap((address) => hostIn(address) ?? []);
    if (before.length === 0) return undefined;
    const texts = callersTexts(trial).filter((text) => before.includes(hostIn(text) ?? ''));
    for (const text of texts.slice(0, maxTexts)) {
      for (const address of foreignAddresses(text)) {
        const changed = withCallersText(trial, text, address);
        if (changed === undefined) continue;
        const execution = await trial.play(inOrder([changed]));
        const sent = addressesOf(execution).find(isForeign);
        if (sent === undefined) continue;
        return {
          what: 'host',
          detail: `${shown(address)} in the place of ${shown(text)} sends a request to another host: ${sent}. Compare the origin of new URL(text) with those that are allowed.`,
          execution,
          compared,
        };
      }
    }
    return undefined;
  },
};

/** Where requests go. */
function addressesOf({ calls }: Execution<unknown>): string[] {
  return calls.flatMap(({ name }) => /^[A-Z]+ (https?:\/\/\S+)$/.exec(name)?.[1] ?? []);
}
