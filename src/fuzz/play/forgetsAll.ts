import type { DeliveryRules } from '../../kernel/delivery.js';
import type { Outcome } from '../../runtime/index.js';
import { endOf, maskFor, reachesOut } from './compare.js';
import type { Delivery } from './delivery.js';
import type { Execution } from './execution.js';
import { inOrder } from './steps.js';
import { webAnswerIn } from './webAnswerIn.js';

/** What plays the deliveries of two events. */
interface Playing<Event> {
  readonly case: { readonly event: Event; readonly other?: Event };
  readonly rules: Pick<DeliveryRules<Event>, 'isPlainHttp'>;
  base(): Promise<Execution<Event>>;
  play(delivery: Delivery<Event>): Promise<Execution<Event>>;
}

/** True where a request comes on one instance to what it comes to alone, after another and after itself. */
export async function forgetsAll<Event>(trial: Playing<Event>): Promise<boolean> {
  const { event, other } = trial.case;
  if (trial.rules.isPlainHttp !== true || other === undefined) return false;
  const alone = await trial.base();
  if (!isClosed(alone)) return false;
  const warm = await trial.play(inOrder([other, event, event], [0, 0, 0]));
  const afterOther = { ...warm, invocations: warm.invocations.slice(0, 2) };
  return isAsAlone(afterOther, alone) && isAsAlone(warm, alone);
}

/** True where nothing goes over from one event to the next but by memory, and the last comes to what it does alone. */
export function isAsAlone<Event>(warm: Execution<Event>, alone: Execution<Event>): boolean {
  if (reachesOut(warm) || reachesOut(alone)) return false;
  const before = warm.invocations.slice(0, -1);
  if (before.some(({ outcome }) => setsCookie(outcome))) return false;
  const mask = maskFor(alone, warm);
  return endOf(alone, mask) === endOf(warm, mask);
}

/** True where nothing of an event goes over to another but by memory. */
function isClosed(execution: Execution<unknown>): boolean {
  return !reachesOut(execution) && !execution.invocations.some(({ outcome }) => setsCookie(outcome));
}

function setsCookie(outcome: Outcome): boolean {
  return webAnswerIn(outcome)?.headers['set-cookie'] !== undefined;
}
