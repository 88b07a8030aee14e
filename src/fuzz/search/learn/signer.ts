import { isObject, type JsonValue, setOwn } from '../../../kernel/json.js';
import type { Trigger } from '../../../kernel/trigger.js';
import type { Shrinkable } from '../../arbitraries/shrinkable.js';
import type { Case } from '../../oracles/oracle.js';
import { isCredentialName } from '../../play/credentials.js';
import type { Delivery } from '../../play/delivery.js';
import { environmentNamesIn } from '../../play/environmentNames.js';
import type { Execution, Subject } from '../../play/execution.js';
import { play } from '../../play/play.js';
import { inOrder } from '../../play/steps.js';
import { lastAnswer } from '../../play/webAnswerIn.js';
import { type Digest, hearing, listenToDigests } from './digests.js';
import { fitting } from './fitting.js';
import type { Learned } from './learn.js';
import { type RequestField, withField } from './requestField.js';

/** What a signature, a token or its like is called. */
const named = /sign|hmac|digest|token|auth|hash|key|secret|pass/i;
/** How many fields, events for each, and digests of a call are tried. */
const [maxFields, maxEvents, maxDigests] = [8, 4, 6];
/** So often a handler is asked in all: one that hashes passwords takes its time. */
const maxAsked = 300;
const [maxClaims, maxSecrets] = [12, 3];
/** The answers to who may not. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500;

/** `HEX`: in capitals. */
type Encoding = 'hex' | 'HEX' | 'base64' | 'base64url';
const encodings: readonly Encoding[] = ['hex', 'HEX', 'base64', 'base64url'];

/** How it is written there: a digest between other texts. */
interface Form {
  readonly encoding: Encoding;
  /** What stands before the digest: nothing, `sha256=`, or the rest of a token, which is of one user or another. */
  readonly before: TextFor;
}

/** A text for an event: the same for the same. */
type TextFor = (event: unknown) => string;

interface Signature {
  readonly field: RequestField;
  readonly form: Form;
  /** What stands there while the digest is not known. */
  readonly unsigned: string;
  /** Which of the digests that the handler makes meanwhile; undefined where the secret itself stands there. */
  readonly digest?: number;
}

/**
 * Writes events as a caller does who knows the secret of the handler: a webhook with its signature, a request with its
 * token. The secret need not be known: the handler itself makes the digest that it compares with.
 */
export class Signer<Event, World> {
  readonly #subject: Subject<Event, World>;
  readonly #trigger: Trigger<Event>;
  readonly #signature: Signature;
  /** Events that are signed, and what others are once they are. */
  readonly #signed = new WeakMap<object, Promise<Event>>();

  constructor(subject: Subject<Event, World>, trigger: Trigger<Event>, signature: Signature) {
    this.#subject = subject;
    this.#trigger = trigger;
    this.#signature = signature;
  }

  /** Tells where the signature stands. */
  get note(): string {
    const { field, digest } = this.#signature;
    const place = `${field.in}.${field.name}`;
    return digest === undefined
      ? `The handler asks for a secret of its environment: three of four events had it, in ${place}.`
      : `The handler takes what is signed: three of four events were, in ${place}, with the digest that it makes itself.`;
  }

  /** The event with its signature; as it is where the handler makes none of it. */
  async sign(event: Event): Promise<Event> {
    const { field, unsigned, digest, form } = this.#signature;
    const before = form.before(event);
    if (digest === undefined) return withField(this.#trigger, event, field, before) ?? event;
    const prepared = withField(this.#trigger, event, field, before + unsigned);
    if (prepared === undefined) return event;
    const { digests } = await played(this.#subject, prepared);
    const made = digests[digest];
    return made === undefined
      ? event
      : (withField(this.#trigger, event, field, before + textOf(made, form.encoding)) ?? event);
  }

  /** The same for the events of a case, and for those of the smaller ones when they are tried. */
  async signed({ value, shrinks }: Shrinkable<Case<Event>>): Promise<Shrinkable<Case<Event>>> {
    if (value.delivery !== undefined) return { value, shrinks };
    const event = await this.#once(value.event);
    const other = value.other === undefined ? {} : { other: await this.#once(value.other) };
    return { value: { ...value, event, ...other }, shrinks };
  }

  /** Takes a case for a signed one that holds the signature already, as one that was kept. */
  async adopt({ event }: Case<Event>): Promise<void> {
    if (JSON.stringify(await this.sign(event)) === JSON.stringify(event))
      this.#signed.set(event as object, Promise.resolve(event));
  }

  hasSigned({ event }: Case<Event>): boolean {
    return this.#signed.has(event as object);
  }

  /** A delivery of a signed case: who changes something in an event signs it anew. */
  async signedDelivery(delivery: Delivery<Event>): Promise<Delivery<Event>> {
    const steps = [];
    for (const step of delivery.steps) steps.push({ ...step, event: await this.#once(step.event) });
    return { ...delivery, steps };
  }

  /** The same object for the same. */
  #once(event: Event): Promise<Event> {
    const known = this.#signed.get(event as object);
    if (known !== undefined) return known;
    const signed = this.sign(event).then((one) => {
      this.#signed.set(one as object, Promise.resolve(one));
      return one;
    });
    this.#signed.set(event as object, signed);
    return signed;
  }
}

/**
 * Finds out where a handler expects a digest that it makes itself of the event: it refuses an event without, and takes
 * one that has it. Of handlers in this process, behind front ends of HTTP.
 *
 * @param drawn draws an event for a round.
 */
export async function signerOf<Event, World>(
  subject: Subject<Event, World>,
  trigger: Trigger<Event>,
  learned: Learned,
  { drawn, isOver }: { readonly drawn: (round: number) => Event; readonly isOver: () => boolean },
): Promise<Signer<Event, World> | undefined> {
  const { hosted, rules } = subject;
  if (hosted !== undefined || (rules.response === undefined && rules.isPlainHttp !== true)) return undefined;
  const forms = [...secretsFor(subject, learned), ...formsFor(learned)];
  let asked = 0;
  const ask = (event: Event): Promise<Heard> => {
    asked++;
    return played(subject, event);
  };
  const release = listenToDigests();
  try {
    const fields = forms.length === 0 ? [] : fieldsOf(learned);
    const refused: number[] = [];
    for (let round = 0; fields.length > 0 && round < maxEvents; round++) {
      const { status } = await ask(drawn(round));
      if (status === 0 || isRefusal(status)) refused.push(round);
    }
    for (const field of fields) {
      for (const { unsigned, before } of forms) {
        for (const round of refused) {
          if (isOver() || asked > maxAsked) return undefined;
          const signature = await found(ask, trigger, drawn(round), { field, unsigned, before });
          if (signature === undefined) continue;
          const signer = new Signer(subject, trigger, signature);
          // What one event has let pass by chance, another does not.
          const { status } = await ask(await signer.sign(drawn(round + 1)));
          if (status !== 401 && status !== 403) return signer;
        }
      }
    }
    return undefined;
  } finally {
    release();
  }
}

/** A signature that the handler takes in a field; undefined where it takes none there. */
async function found<Event>(
  ask: (event: Event) => Promise<Heard>,
  trigger: Trigger<Event>,
  event: Event,
  {
    field,
    unsigned,
    before,
  }: { readonly field: RequestField; readonly unsigned: string; readonly before: TextFor },
): Promise<Signature | undefined> {
  const start = before(event);
  const without = withField(trigger, event, field, unsigned === '' ? 'none' : start + unsigned);
  if (without === undefined) return undefined;
  const { digests, status } = await ask(without);
  if (!isRefusal(status)) return undefined;
  if (unsigned === '') {
    const known = withField(trigger, event, field, start);
    const isTaken = known !== undefined && (await ask(known)).status !== status;
    return isTaken ? { field, form: { encoding: 'hex', before }, unsigned } : undefined;
  }
  const likely = digests.map((digest, at) => ({ ...digest, at }));
  // A digest without a key is one of many things, unless the field says what it is.
  const tried = likely.filter(({ isKeyed }) => isKeyed || named.test(field.name)).slice(0, maxDigests);
  for (const digest of tried) {
    for (const encoding of encodings) {
      const form = { encoding, before };
      const text = textOf(digest, encoding);
      const signed = withField(trigger, event, field, start + text);
      if (signed === undefined || text === unsigned) continue;
      if ((await ask(signed)).status !== status) return { field, form, unsigned, digest: digest.at };
    }
  }
  return undefined;
}

/** What came of an event. */
interface Heard {
  readonly digests: readonly Digest[];
  readonly status: number;
}

async function played<Event, World>(subject: Subject<Event, World>, event: Event): Promise<Heard> {
  const digests: Digest[] = [];
  const release = listenToDigests();
  try {
    const execution = await play(hearing(subject, digests), inOrder([event]));
    return { digests, status: statusOf(execution) };
  } finally {
    release();
  }
}

/** The status that the caller gets; 0 where the handler fails. */
function statusOf(execution: Execution<unknown>): number {
  const answer = lastAnswer(execution);
  if (answer !== undefined) return answer.statusCode;
  const outcome = execution.invocations.at(-1)?.outcome;
  if (outcome?.ok !== true) return 0;
  const status = isObject(outcome.result) ? outcome.result.statusCode : undefined;
  return typeof status === 'number' ? status : 200;
}

function textOf({ bytes }: Digest, encoding: Encoding): string {
  return encoding === 'HEX' ? bytes.toString('hex').toUpperCase() : bytes.toString(encoding);
}

/** The fields in which a signature can stand, those first whose names say so. */
function fieldsOf({ event, payload, words, names }: Learned): readonly RequestField[] {
  const fields: RequestField[] = [];
  const read = (name: string) => event.fields.get(name)?.fields.keys() ?? [];
  for (const name of read('headers')) fields.push({ in: 'headers', name: name.toLowerCase() });
  for (const word of [...words, ...names])
    if (/^[a-z][\w-]+$/i.test(word) && named.test(word))
      fields.push({ in: 'headers', name: word.toLowerCase() });
  for (const name of read('queryString')) fields.push({ in: 'queryString', name });
  for (const name of payload.fields.keys()) if (named.test(name)) fields.push({ in: 'body', name });
  const places = new Map(fields.map((field) => [`${field.in} ${field.name}`, field]));
  return [...places.values()].filter(({ name }) => named.test(name)).slice(0, maxFields);
}

/** The credentials of the environment, as callers send them: by themselves, or as who they are. */
function secretsFor(
  { env }: Pick<Subject<unknown, unknown>, 'env'>,
  { code = '' }: Learned,
): readonly Pick<Signature & Form, 'unsigned' | 'before'>[] {
  const read = environmentNamesIn(code).filter((name) => env[name] !== undefined);
  const secrets = read.filter(isCredentialName).slice(0, maxSecrets);
  const users = read.filter((name) => /user|login|account/i.test(name)).slice(0, maxSecrets);
  const pairs = users.flatMap((user) =>
    secrets.map((secret) => `Basic ${Buffer.from(`${env[user]}:${env[secret]}`).toString('base64')}`),
  );
  const texts = secrets.flatMap((name) => [`${env[name]}`, `Bearer ${env[name]}`]);
  return [...texts, ...pairs].map((text) => ({ before: () => text, unsigned: '' }));
}

/** What may stand in the field around its digest: nothing, a prefix of the code's, a token whose last part it is. */
function formsFor(learned: Learned): readonly Pick<Signature & Form, 'unsigned' | 'before'>[] {
  if (!/createHmac|createHash|jwt|jsonwebtoken|\bjws?\b/i.test(learned.code ?? '')) return [];
  const schemes = learned.words.filter((word) => /^[a-z\d-]{2,12}(?:=| )$/i.test(word)).slice(0, 3);
  const plain = ['', ...schemes, 'sha256='].map((prefix) => ({
    before: () => prefix,
    unsigned: '0'.repeat(64),
  }));
  if (!/jwt|jsonwebtoken|\bjws?\b|split\('\.'\)|bearer/i.test(learned.code ?? '')) return plain;
  const token = tokensFor(learned);
  const tokens = ['Bearer ', ''].map((scheme) => ({
    before: (event: unknown) => `${scheme}${token(event)}.`,
    unsigned: 'AAAA',
  }));
  return [...tokens, ...plain];
}

/** The parts of JSON Web Tokens without their signature, of three users: https://www.rfc-editor.org/rfc/rfc7519 */
function tokensFor({ payload }: Learned): TextFor {
  const read: Record<string, JsonValue> = {};
  const known = fitting(payload, 'texts');
  for (const [name, value] of Object.entries(isObject(known) ? known : {}).slice(0, maxClaims))
    setOwn(read, name, value as JsonValue);
  return (event) => {
    const user = `user-${1 + (JSON.stringify(event).length % 3)}`;
    const claims = { ...read, sub: user, iat: 1_700_000_000, exp: 4_102_444_800 };
    return [{ alg: 'HS256', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
  };
}
