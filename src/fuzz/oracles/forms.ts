import type { MetamorphicRelation } from '../../kernel/delivery.js';
import { isObject, setOwn } from '../../kernel/json.js';
import { withoutDigests } from '../play/effects/abridged.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle, Trial, Violation } from './oracle.js';
import { differently } from './tools/differently.js';
import { echoedHeaders } from './tools/echoedHeaders.js';
import { targetForms } from './tools/targetForms.js';

/** The same said otherwise. */
export const equivalentForm: Oracle = {
  name: 'equivalent-form',
  holds:
    'Forms of an event that mean the same come to the same: header casing, Base64 or text, order of names.',
  domain:
    'Triggers that name equivalent forms. Differences in casing alone do not count, and a header that the code reads in lower case, as it arrives, keeps its name.',
  isRelation: true,
  applies: (rules) => rules.relations !== undefined && rules.relations.length > 0,
  async judge(trial) {
    const outcome = (await trial.base()).invocations.at(-1)?.outcome;
    const answer: unknown = outcome?.ok === true ? outcome.result : undefined;
    const relations = trial.rules.relations ?? [];
    for (const form of await worthTrying(trial, relations)) {
      const original =
        form.baseline === undefined ? trial.case.event : form.baseline(trial.case.event, answer);
      const event = original === undefined ? undefined : form.followUp(original, trial.code);
      if (original === undefined || event === undefined) continue;
      const base = await trial.play(inOrder([original]));
      const execution = await trial.play(inOrder([event]));
      const how = `In another form (${form.name}: ${form.because})`;
      const found =
        form.compare === 'calls' || form.compare === 'success'
          ? differentCalls(base, execution, { what: form.name, how, compare: form.compare })
          : await differently(base, execution, {
              what: form.name,
              how,
              there: 'in this form',
              determinism: trial.determinism,
              passedOn: form.compare === 'values' ? [] : changedTexts(original, event),
              // How a request is written is nobody's business but of who passes it on.
              respelled: [...targetForms([original, event]), ...echoedHeaders(original, event)],
            });
      if (found !== undefined) return found;
    }
    return undefined;
  },
};

/**
 * The forms to try one by one. A request has so many that it is sent in all of them at once first: where that comes to
 * what it comes to alone, only those are left that begin with another request.
 */
async function worthTrying<Event>(
  trial: Trial<Event>,
  forms: readonly MetamorphicRelation<Event>[],
): Promise<readonly MetamorphicRelation<Event>[]> {
  if (trial.rules.isPlainHttp !== true) return forms;
  const { event } = trial.case;
  const others = forms.filter(({ baseline, compare }) => baseline !== undefined || compare !== undefined);
  const changed = forms
    .filter((form) => !others.includes(form))
    .reduce((before, form) => form.followUp(before, trial.code) ?? before, event);
  const begun = inTurn(trial, others);
  if (changed === event) return begun;
  const found = await differently(await trial.base(), await trial.play(inOrder([changed])), {
    what: 'forms',
    how: 'In all forms at once',
    there: 'in these forms',
    determinism: trial.determinism,
    passedOn: changedTexts(event, changed),
    respelled: [...targetForms([event, changed]), ...echoedHeaders(event, changed)],
  });
  return found === undefined ? begun : forms;
}

/** One of so many forms that begin with another request is tried on a case after the first ones. */
const turns = 3;

/** Which ones these are follows from the case, so that it is judged again in the same ones. */
function inTurn<Form>(
  { isEarly, case: { event } }: Pick<Trial<unknown>, 'isEarly' | 'case'>,
  forms: readonly Form[],
): readonly Form[] {
  if (isEarly) return forms;
  const first = JSON.stringify(event).length;
  return forms.filter((_, at) => (first + at) % turns === 0);
}

/** The texts and numbers that two forms of an event have at the same places and that differ. */
function changedTexts(a: unknown, b: unknown, depth = 0): string[] {
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    if (depth > 100) return [];
    return Object.keys(a).flatMap((key) => changedTexts(Reflect.get(a, key), Reflect.get(b, key), depth + 1));
  }
  const isLeaf = (part: unknown) => typeof part === 'string' || typeof part === 'number';
  if (!isLeaf(a) || !isLeaf(b) || a === b) return [];
  return [String(a), String(b)];
}

function differentCalls<Event>(
  base: Execution<Event>,
  execution: Execution<Event>,
  {
    what,
    how,
    compare,
  }: { readonly what: string; readonly how: string; readonly compare: 'calls' | 'success' },
): Violation<Event> | undefined {
  const ends = [base, execution].map(({ invocations }) =>
    invocations.at(-1)?.outcome.ok === true ? 'succeeds' : 'fails',
  );
  const calls = [base, execution].map((one) =>
    one.calls
      .map((call) => requestKind(call.name))
      .sort()
      .join(', '),
  );
  const isSame = ends[0] === ends[1] && (compare === 'success' || calls[0] === calls[1]);
  if (isSame) return undefined;
  return {
    what: `${what} ${ends[0] === ends[1] ? 'calls' : 'fails'}`,
    detail: `${how} the handler does something else:\n  before: ${ends[0]}, calls ${calls[0] || 'nothing'}\n  in this form: ${ends[1]}, calls ${calls[1] || 'nothing'}`,
    execution,
    compared: base,
  };
}

/** The name of a call; of a request without its path, in which the data stands that differs. */
function requestKind(name: string): string {
  return name.replace(/^([A-Z]+ https?:\/\/[^/]+)\/.*$/s, '$1');
}

const futureField = 'scfFixturesFutureField';

/** A field that the vendor adds one day. */
export const unknownField: Oracle = {
  name: 'unknown-field',
  holds: 'Fields that the vendor may add change nothing.',
  domain:
    "Every trigger whose event is not the caller's own data, and no requests, which have no fields. A handler that passes the event on as it is is not reported.",
  isRelation: true,
  applies: (rules) => rules.isPlainHttp !== true,
  async judge(trial) {
    const event = withFutureFields(trial.case.event, 4);
    if (trial.trigger.contract.accepts(null)) return undefined;
    if (JSON.stringify(event) === JSON.stringify(trial.case.event) || !trial.trigger.contract.accepts(event))
      return undefined;
    const base = await trial.base();
    const execution = await trial.play(inOrder([event]));
    const text = JSON.stringify([
      execution.calls.map((call) => call.args),
      execution.invocations.at(-1)?.outcome.ok === true && execution.invocations.at(-1)?.outcome,
    ]);
    // What is long is compared by its digest, which follows all that is passed on.
    if (text.includes(futureField) || withoutDigests(text) !== text) return undefined;
    return differently(base, execution, {
      what: 'field',
      how: 'With fields that no source shows yet',
      there: 'with them',
      determinism: trial.determinism,
    });
  },
};

/** The value with one more field in every object, down to a depth. */
function withFutureFields<T>(value: T, depth: number): T;
function withFutureFields(value: unknown, depth: number): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withFutureFields(item, depth - 1));
  if (!isObject(value)) return value;
  const copy = {};
  for (const [name, part] of Object.entries(value)) {
    setOwn(copy, name, isData(name) ? part : withFutureFields(part, depth - 1));
  }
  setOwn(copy, futureField, 'new');
  return copy;
}

/** Objects whose names are data: headers, parameters. */
function isData(name: string): boolean {
  return /headers?$|queryString|Parameters$|stageVariables|payload|meta|identity|^data$/i.test(name);
}
