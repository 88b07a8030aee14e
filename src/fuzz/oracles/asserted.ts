import {
  type allSucceed,
  callNames,
  differenceInLeft,
  endsOf,
  maskFor,
  sideBySide,
} from '../play/compare.js';
import type { Delivery } from '../play/delivery.js';
import { atOnce, inOrder, slowly } from '../play/steps.js';
import type { Oracle, Trial } from './oracle.js';

/** What the user asserts. */
export const property: Oracle = {
  name: 'property',
  holds: 'What the user asserts about one delivery holds.',
  domain: 'When a property is given.',
  needs: 'property',
  judgesDeliveries: true,
  isRelation: false,
  applies: () => true,
  async judge(trial) {
    if (trial.property === undefined) return undefined;
    const execution = await trial.base();
    const problem = await trial.property(execution);
    return problem === undefined ? undefined : { what: 'property', detail: problem, execution };
  },
};

/** A handler that is known to be right. */
export const reference: Oracle = {
  name: 'reference',
  holds: 'The handler answers and leaves behind what the reference handler does, whatever the platform does.',
  domain: 'When a reference handler is given: an older version, a rewrite, a simple model.',
  needs: 'reference',
  judgesDeliveries: true,
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const { playReference } = trial;
    if (playReference === undefined) return undefined;
    for (const [how, delivery] of await deliveriesToCompare(trial)) {
      const execution = await trial.play(delivery);
      const compared = await playReference(delivery);
      const mask = maskFor(execution, compared);
      const problem = [
        ['answer', endsOf(compared, mask), endsOf(execution, mask)],
        ['late work', lateOf(compared), lateOf(execution)],
        ['shared prototypes', pollutedBy(compared), pollutedBy(execution)],
        ['tries', String(compared.invocations.length), String(execution.invocations.length)],
      ].find(([, expected, received]) => expected !== received);
      if (problem !== undefined) {
        const [what, expected, received] = problem;
        return {
          what: `${what}`,
          detail: `${how}, the ${what} differs:\n  reference: ${expected?.slice(0, 300)}\n  handler:   ${received?.slice(0, 300)}`,
          execution,
          compared,
        };
      }
      const difference = differenceInLeft(compared, execution);
      const names = callNames([...difference.onlyA, ...difference.onlyB]);
      if (names === '') continue;
      return {
        what: `left ${names}`,
        detail: `${how}, the handler leaves something else behind.\n${sideBySide(difference, 'by the reference', 'by the handler')}`,
        execution,
        compared,
      };
    }
    return undefined;
  },
};

const maxFaults = 5;

async function deliveriesToCompare<Event>(
  trial: Trial<Event>,
): Promise<(readonly [string, Delivery<Event>])[]> {
  const { event, other } = trial.case;
  if (trial.case.delivery !== undefined) return [['Delivered like this', (await trial.base()).delivery]];
  const { playReference } = trial;
  const alone = inOrder([event]);
  const others = other === undefined ? [] : [other];
  if (!trial.isThorough) return [['Delivered once', alone]];
  const calls = (await playReference?.(alone))?.invocations[0]?.calls ?? [];
  const own = (await trial.play(alone)).invocations[0]?.calls ?? [];
  const faults = Math.min(maxFaults, Math.max(calls.length, own.length));
  return [
    ['Delivered once', alone],
    ['Delivered twice to one instance', inOrder([event, event], [0, 0])],
    ['Delivered twice to two instances', inOrder([event, event], [0, 1])],
    ...others.flatMap(
      (another) =>
        [
          ['After another event on the same instance', inOrder([another, event], [0, 0])],
          ['Before another event on another instance', inOrder([event, another], [0, 1])],
        ] as const,
    ),
    ...Array.from({ length: faults }, (_, index) => {
      const fault = { call: index + 1, kind: 'refused' as const };
      return [
        `With outside call ${index + 1} failing`,
        { steps: [{ event, atMs: 0, instance: 0, fault }] },
      ] as const;
    }),
    ['With slow outside calls', slowly(event)],
    ['Twice at the same time', atOnce([event, event])],
    ...others.map((another) => ['At the same time as another event', atOnce([event, another])] as const),
    ...trial.timeZones.map((timeZone) => [`In the time zone ${timeZone}`, { ...alone, timeZone }] as const),
  ];
}

function lateOf(execution: Parameters<typeof allSucceed>[0]): string {
  return execution.invocations.some((invocation) => invocation.calls.some((call) => call.late))
    ? 'calls under way'
    : 'none';
}

function pollutedBy(execution: Parameters<typeof allSucceed>[0]): string {
  return execution.invocations.flatMap((invocation) => invocation.polluted).join(', ') || 'untouched';
}
