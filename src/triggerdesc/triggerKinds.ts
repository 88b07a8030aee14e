import { Misuse } from '../kernel/misuse.js';
import { nearest } from '../kernel/nearest.js';
import type { SentAs, TriggerKind } from './kind.js';
import * as kinds from './kinds/index.js';

type Kinds = typeof kinds;

/** The Type of a trigger: `timer`, `cos`, … */
export type TriggerType = keyof Kinds;

/** What a person says to get a trigger of this type. */
export type TriggerInput<Type extends TriggerType> = Parameters<Kinds[Type]['build']>[0];

/** The types whose TriggerDesc is sent in a form. */
export type TypeSentAs<Sent extends SentAs> = {
  [Type in TriggerType]: Kinds[Type]['sentAs'] extends Sent ? Type : never;
}[TriggerType];

const all: Readonly<Record<string, TriggerKind>> = kinds;

/** The types of triggers that CreateTrigger has or had, and the bindings made by other products. */
export const triggerTypes = Object.freeze(Object.keys(kinds).sort()) as readonly TriggerType[];

/** What is known about a type; undefined for a type that no source shows. */
export function findKind(type: string): TriggerKind | undefined {
  return Object.hasOwn(all, type) ? all[type] : undefined;
}

/** What is known about a type; a Misuse for a type that no source shows. */
export function kindOfType(type: string): TriggerKind {
  const kind = findKind(type);
  if (kind !== undefined) return kind;
  throw new Misuse('UNKNOWN_TRIGGER_TYPE', `Cannot use trigger type "${type}": ${likelyType(type)}`);
}

/** The types whose kind is of some sort. */
export function typesWith(isMeant: (kind: TriggerKind) => boolean): readonly TriggerType[] {
  return triggerTypes.filter((type) => isMeant(kindOfType(type)));
}

/** The nearest type's name as a question, or all of them. */
export function likelyType(type: string): string {
  const near = nearest(type, triggerTypes);
  return near === undefined ? `the types are ${triggerTypes.join(', ')}.` : `did you mean "${near}"?`;
}
