import { describeValue } from '../../kernel/describeValue.js';
import type { Issue, IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import { type FoundTriggers, problem } from '../foundTriggers.js';
import { isSilentlyClosed, triggersOfEvent } from '../serverlessEvents.js';
import type { ServerlessFunction } from '../serverlessForm.js';
import { findKind, likelyType } from '../triggerKinds.js';

/** The tool that an event is written for. */
export interface EventForm {
  /** The page that says how its events are written. */
  readonly source: string;
  /** What it makes of an event that does not say whether it is enabled; undefined where its pages do not tell. */
  readonly silent: 'OPEN' | 'CLOSE' | undefined;
}

/** The triggers of one event `{ type: body }`, or why they cannot be told. */
export function readEvent(
  event: unknown,
  place: IssuePath,
  func: ServerlessFunction,
  form: EventForm,
): FoundTriggers {
  const [[type, body] = ['', undefined]] = isObject(event) ? Object.entries(event) : [];
  const path = [...place, type];
  const kind = findKind(type);
  if (kind === undefined) return { triggers: [], issues: [unknownType(event, type, { path: place, form })] };
  const variable = variableIn(JSON.stringify(body ?? {}));
  if (variable !== undefined) return { triggers: [], issues: [notChecked(variable, { path, form })] };
  const isSilent = isSilentlyClosed(kind, body);
  const triggers = triggersOfEvent(kind, body, func).map(({ config, ...found }) => {
    const { Enable, ...rest } = config;
    const enable = isSilent ? form.silent : Enable;
    return { path, ...found, config: enable === undefined ? rest : { ...rest, Enable: enable } };
  });
  return { triggers, issues: isSilent && form.silent === 'CLOSE' ? [neverFires({ path, form })] : [] };
}

/** The first `${…}` of a text. */
function variableIn(text: string): string | undefined {
  const start = text.indexOf('${');
  const end = text.indexOf('}', start);
  return start < 0 || end < 0 ? undefined : text.slice(start, end + 1);
}

interface Place {
  readonly path: IssuePath;
  readonly form: EventForm;
}

function unknownType(event: unknown, type: string, { path, form }: Place): Issue {
  return problem({
    path,
    rule: 'event-type',
    expected: 'an event of a type that the component has',
    received: isObject(event) ? JSON.stringify(type) : describeValue(event),
    source: form.source,
    hint: likelyType(type),
  });
}

function notChecked(variable: string, { path, form }: Place): Issue {
  return problem({
    path,
    rule: 'variable',
    severity: 'warning',
    expected: 'values that can be read here',
    received: variable,
    source: form.source,
    hint: 'not checked',
  });
}

function neverFires({ path, form }: Place): Issue {
  return problem({
    path: [...path, 'parameters', 'enable'],
    rule: 'enable',
    severity: 'warning',
    expected: 'true or false',
    received: 'nothing',
    source: form.source,
    hint: 'left out it means false, and the trigger never fires',
  });
}
