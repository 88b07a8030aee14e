import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle, Trial } from './oracle.js';
import { callersTexts, isFromFrontEnd, withCallersText } from './tools/callersTexts.js';
import {
  foreignAddresses,
  hostIn,
  innerAddresses,
  isForeign,
  isInner,
  plainlyForeign,
} from './tools/foreignHost.js';
import { shown } from './tools/outgoing.js';

const maxTexts = 2;

/** Text of the event that chooses the host of a request. */
export const requestForgery: Oracle = {
  name: 'request-forgery',
  holds: 'No caller chooses the host to which the function sends a request.',
  domain:
    'HTTP front ends: texts of the query and of the body that are the address or the host of an outside call, once as the address of another host, in one spelling or another. Who takes any host, as a checker of links does, is reported for those that only the function can reach: 127.0.0.1 and 169.254.169.254.',
  isRelation: true,
  looksFirst: true,
  applies: isFromFrontEnd,
  async judge(trial) {
    const compared = await trial.base();
    const before = addressesOf(compared).flatMap((address) => hostIn(address) ?? []);
    if (before.length === 0) return undefined;
    const texts = callersTexts(trial).filter((text) => before.includes(hostIn(text) ?? ''));
    for (const text of texts.slice(0, maxTexts)) {
      const inPlace = { trial, text, compared };
      const takesAny = (await sentInstead(inPlace, plainlyForeign(text), isForeign)) !== undefined;
      const [addresses, isWrong] = takesAny
        ? [innerAddresses(text), isInner]
        : [foreignAddresses(text), isForeign];
      for (const address of addresses) {
        const found = await sentInstead(inPlace, address, isWrong);
        if (found === undefined) continue;
        const [where, mend] = takesAny ? intoOwnNetwork : toAnother;
        return {
          what: 'host',
          detail: `${shown(address)} in the place of ${shown(text)} sends a request ${where}: ${found.sent}. ${mend}`,
          execution: found.execution,
          compared,
        };
      }
    }
    return undefined;
  },
};

const toAnother = [
  'to another host',
  'Compare the origin of new URL(text) with those that are allowed.',
] as const;
const intoOwnNetwork = [
  'to a host that only the function can reach',
  'Compare the origin of new URL(text) with those that are allowed; where any host is meant, refuse those whose address is of a private network.',
] as const;

/** Where the function sends a request with an address in the place of a text, if that is wrong. */
async function sentInstead<Event>(
  {
    trial,
    text,
    compared,
  }: { readonly trial: Trial<Event>; readonly text: string; readonly compared: Execution<Event> },
  address: string,
  isWrong: (address: string) => boolean,
): Promise<{ readonly sent: string; readonly execution: Execution<Event> } | undefined> {
  const changed = withCallersText(trial, text, address);
  if (changed === undefined) return undefined;
  const execution = await trial.play(inOrder([changed]));
  const sent = addressesOf(execution).find((one) => isWrong(one) && !addressesOf(compared).includes(one));
  return sent === undefined ? undefined : { sent, execution };
}

/** Where requests go. */
function addressesOf({ calls }: Execution<unknown>): string[] {
  return calls.flatMap(({ name }) => /^[A-Z]+ (https?:\/\/\S+)$/.exec(name)?.[1] ?? []);
}
