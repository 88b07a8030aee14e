import { describeValue } from '../../kernel/describeValue.js';
import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import type { DeployedForm, EdgeCase, OptionSpecs, Rule, Trigger } from '../../kernel/trigger.js';
import { type Deployment, factsOf } from './deployment.js';

/**
 * A trigger as one deployment of a function has it: the events that it draws, how answers are judged, and what a check
 * takes for an event of this deployment. Everything that takes a trigger takes it. A path that is fixed by an override
 * is taken for one below the path of the API.
 *
 * @throws Misuse INVALID_DEPLOYMENT for a fact that this trigger has not, or that is none.
 * @example
 * const demo = deployed(apigw, { pathPrefix: '/demo', stage: 'test', base64: true });
 * const event = sample(demo, { overrides: { path: '/users' } });
 * [event.path, event.requestContext.path, event.requestContext.stage]; // ['/demo/users', '/demo', 'test']
 */
export function deployed<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  deployment: Deployment,
): Trigger<Event, Specs> {
  const { deployment: rules } = trigger;
  const told = factsOf({ name: trigger.name, facts: rules?.facts ?? [] }, deployment);
  if (rules === undefined || Object.keys(told).length === 0) return trigger;
  const facts = { ...trigger.deployed, ...told };
  const form = rules.formOf(facts);
  const edgeOf = ({ text: _, ...edge }: EdgeCase<Event>): EdgeCase<Event> => ({
    ...edge,
    event: (draw, sample) => form.settle(edge.event(draw, sample)),
  });
  return {
    ...trigger,
    deployed: facts,
    sample: (draw) => form.settle(trigger.sample(draw)),
    edgeCases: [
      ...trigger.edgeCases.filter(({ isSized }) => isSized !== true).map(edgeOf),
      ...(form.edgeCases ?? []),
    ],
    rules: [...trigger.rules, ruleOf(trigger.name, form)],
    delivery: { ...trigger.delivery, ...form.delivery },
  };
}

/** The rule that an event is one of a deployment. */
function ruleOf<Event>(kind: string, { settle }: DeployedForm<Event>): Rule<Event> {
  return {
    name: `${kind}/deployment`,
    holds: 'The event is one that this deployment sends.',
    severity: 'error',
    source: 'the facts of the deployment',
    check(event, report) {
      const sent = settle(event);
      if (sent === event) return;
      const [path, expected, received] = firstDifference(sent, event, []);
      report(path, {
        expected: `${describeValue(expected)}, as this deployment sends it`,
        received: describeValue(received),
      });
    },
  };
}

function firstDifference(
  expected: unknown,
  received: unknown,
  path: IssuePath,
): readonly [path: IssuePath, expected: unknown, received: unknown] {
  if (isObject(expected) && isObject(received)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(received)])];
    const name = names.find((one) => JSON.stringify(expected[one]) !== JSON.stringify(received[one]));
    if (name !== undefined) return firstDifference(expected[name], received[name], [...path, name]);
  }
  return [path, expected, received];
}
