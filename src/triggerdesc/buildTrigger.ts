import { plainRequest } from '../kernel/draw.js';
import { describeIssue } from '../kernel/issue.js';
import { Misuse } from '../kernel/misuse.js';
import { defaultSeed } from '../kernel/sample.js';
import { SeededDraw } from '../kernel/seededDraw.js';
import { checkTrigger } from './checkTrigger.js';
import type { BuiltTrigger, TriggerConfig, TriggerEdgeCase } from './kind.js';
import { kindOfType, type TriggerInput, type TriggerType } from './triggerKinds.js';

/**
 * Makes the name and description of a trigger from what a person would say, in the forms that the API wants:
 * flags as "TRUE" and "FALSE", times as text, no spaces.
 *
 * @throws Misuse when the result would not be valid.
 * @example
 * buildTrigger('cos', { bucket: 'photos-1250000001', region: 'ap-guangzhou', event: 'cos:ObjectCreated:*', suffix: '.jpg' });
 * // { TriggerName: 'photos-1250000001.cos.ap-guangzhou.myqcloud.com',
 * //   TriggerDesc: '{"event":"cos:ObjectCreated:*","filter":{"Prefix":"","Suffix":".jpg"}}' }
 */
export function buildTrigger<Type extends TriggerType>(type: Type, input: TriggerInput<Type>): BuiltTrigger {
  const built = kindOfType(type).build(input as never);
  const error = checkTrigger({ Type: type, ...built }).find((issue) => issue.severity === 'error');
  if (error === undefined) return built;
  throw new Misuse(
    'INVALID_TRIGGER',
    `Cannot build a ${type} trigger: ${describeIssue(error)}. Change what it is built from.`,
  );
}

/** Which trigger to draw. */
export interface TriggerSampleOptions {
  /** 42 when left out. */
  readonly seed?: string | number;
  /** Which trigger of the seed's stream, from 0; needs none of those before it. */
  readonly index?: number;
  /** 0 (realistic, the default) to 1: how much boundary values are preferred. */
  readonly hostile?: number;
}

const functionNames = ['order-events', 'resize', 'nightly', 'api', 'collect-logs'];
const regions = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing'];

/**
 * Draws a valid trigger. It depends on seed, type and index alone.
 *
 * @example
 * sampleTrigger('timer', { seed: 42, index: 3 }).Type; // 'timer'
 */
export function sampleTrigger(type: TriggerType, options: TriggerSampleOptions = {}): TriggerConfig {
  const { seed = defaultSeed, index = 0, hostile = 0 } = options;
  if (!(hostile >= 0 && hostile <= 1))
    throw new Misuse(
      'INVALID_HOSTILE',
      `Cannot draw with hostile ${hostile}: it must be a number from 0 to 1.`,
    );
  if (!(Number.isSafeInteger(index) && index >= 0))
    throw new Misuse(
      'INVALID_INDEX',
      `Cannot draw trigger ${index}: the index must be a whole number from 0.`,
    );
  const kind = kindOfType(type);
  const draw = new SeededDraw(seed, `${type}-triggerdesc`, { ...plainRequest, hostile }).restart(index);
  const built = kind.sample(draw);
  return {
    FunctionName: draw.pick(functionNames),
    Type: type,
    ...built,
    Namespace: 'default',
    Qualifier: draw.pick(['$DEFAULT', '$LATEST']),
    Enable: draw.pick(['OPEN', 'OPEN', 'OPEN', 'CLOSE']),
    Region: kind.regionOf?.(built) ?? draw.pick(regions),
  };
}

/**
 * The configurations of a type that break tools or expectations.
 *
 * @example
 * triggerEdgeCases('cmq').map((edge) => edge.name); // ['empty-description', 'filter-type-as-text', 'route-match']
 */
export function triggerEdgeCases(type: TriggerType): readonly TriggerEdgeCase[] {
  return kindOfType(type).edgeCases;
}
