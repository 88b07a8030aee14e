import { tmpdir } from 'node:os';
import { isAbsolute, posix } from 'node:path';
import { isObject, jsonInside } from '../../kernel/json.js';
import type { EffectCall } from '../play/effects/effectKind.js';
import type { Execution } from '../play/execution.js';
import type { Oracle, Trial, Violation } from './oracle.js';
import { faultExecutions } from './tools/faultExecutions.js';

/** A change to what all code shares. */
export const prototypePollution: Oracle = {
  name: 'prototype-pollution',
  holds: 'The prototypes that all code shares stay as they are.',
  domain:
    'Every trigger, while an event is handled: names that can be listed, as data adds them. What a module adds when it is loaded is the same for every event.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    const polluted = execution.invocations.flatMap((invocation) => invocation.polluted);
    if (polluted.length === 0) return undefined;
    return { what: 'polluted', detail: `The event sets ${polluted.join(', ')}.`, execution };
  },
};

/** A secret that gets out. */
export const secretLeak: Oracle = {
  name: 'secret-leak',
  holds: 'Secrets of the environment stand neither in the answer nor in the log.',
  domain:
    'Every trigger, also while an outside call fails; variables whose names look like credentials (DB_PASSWORD, API_TOKEN) hold a value that stands nowhere else, or what the user puts there. A secret that the event itself holds is known to its caller.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const base = await trial.base();
    const found = leakIn(trial, base);
    if (found !== undefined || !trial.isThorough) return found;
    // What is told of an error may hold the request that failed, with all that it was sent with.
    for (const execution of await faultExecutions(trial)) {
      const leak = leakIn(trial, execution);
      if (leak !== undefined) return { ...leak, compared: base };
    }
    return undefined;
  },
};

function leakIn<Event>(
  { secrets: all, case: tried }: Pick<Trial<Event>, 'secrets' | 'case'>,
  execution: Execution<Event>,
): Violation<Event> | undefined {
  const sent = JSON.stringify(tried);
  // Who sends a secret knows it.
  const secrets = all.filter((secret) => !sent.includes(secret));
  for (const { outcome } of execution.invocations) {
    const answer = outcome.ok ? outcome.json : JSON.stringify(outcome.body);
    const texts = [['answer', answer] as const, ...outcome.log.map(({ text }) => ['log', text] as const)];
    for (const [what, text] of texts) {
      const secret = secrets.find((one) => text.includes(one));
      if (secret === undefined) continue;
      const place = placeOf(secret, text);
      return { what, detail: `The ${what} holds a secret of the environment: ${place}`, execution };
    }
  }
  return undefined;
}

/** How much of a text is shown before a secret. */
const maxBefore = 60;

/** Where a secret stands, without it: what comes right before it names the variable, or the words around it. */
function placeOf(secret: string, text: string): string {
  const line = text.split('\n').find((one) => one.includes(secret)) ?? '';
  const before = line.slice(0, line.indexOf(secret));
  return `${before.length > maxBefore ? '…' : ''}${before.slice(-maxBefore)}<secret>`;
}

const fileCalls = /(^|[.: ])(files?|fs|disk|tmp)\b|writeFile|appendFile|createWriteStream|saveFile|unlink/i;
const shellCalls = /(^|[.: ])(run|exec\w*|spawn\w*|shell|system|command)$/i;
const metaCharacters = /[;&|`$<>\n]/;

/** Data of the event that reaches the file system or a shell. */
export const pathAndShell: Oracle = {
  name: 'path-and-shell',
  holds: 'No text of the event leads a file out of the temporary directory or means something to a shell.',
  domain:
    'Writes with node:fs, and outside calls that are named after files or commands (files.write, run, exec).',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    const texts = textsWithTails(trial.case.event);
    for (const call of execution.calls) {
      const [first] = Array.isArray(call.args) ? call.args : [];
      if (typeof first !== 'string') continue;
      if (fileCalls.test(call.name) && call.effect.kind !== 'read' && leavesTemp(first, trial.directory)) {
        return {
          what: `path ${call.name}`,
          detail: `${call.name} writes to ${JSON.stringify(first)}, outside of the temporary directory.`,
          execution,
        };
      }
      if (shellCalls.test(call.name) && !hasArguments(call)) {
        const raw = texts.find((text) => metaCharacters.test(text) && isUnquoted(first, text));
        if (raw !== undefined) {
          return {
            what: `shell ${call.name}`,
            detail: `${call.name} passes ${JSON.stringify(raw)} of the event to a shell: ${first}`,
            execution,
          };
        }
      }
    }
    return undefined;
  },
};

function leavesTemp(path: string, directory: string | undefined): boolean {
  const normal = posix.normalize(path.replaceAll('\\', '/'));
  if (!isAbsolute(normal)) return normal === '..' || normal.startsWith('../');
  const roots = directory === undefined ? ['/tmp', tmpdir()] : [directory];
  return !roots.some((root) => normal === root || normal.startsWith(`${root}/`));
}

function hasArguments(call: EffectCall): boolean {
  return Array.isArray(call.args) && Array.isArray(call.args[1]);
}

/** True when a text stands in a command other than between single quotes. */
function isUnquoted(command: string, text: string): boolean {
  const at = command.indexOf(text);
  if (at < 0) return false;
  const before = command.slice(0, at).split("'").length - 1;
  return before % 2 === 0 || text.includes("'");
}

/** Texts of two characters or more in an event and in the JSON that it holds as text, each also from every slash on. */
function textsWithTails(value: unknown): string[] {
  const texts: string[] = [];
  const visit = (part: unknown, depth: number): void => {
    if (depth > 12 || texts.length > 500) return;
    if (typeof part === 'string') {
      if (part.length >= 2 && part.length <= 10_000) {
        texts.push(part);
        // Of a path, handlers take the end.
        for (let at = part.indexOf('/', 1); at >= 0 && texts.length < 500; at = part.indexOf('/', at + 1))
          if (part.length - at > 2) texts.push(part.slice(at + 1));
      }
      const inner = jsonInside(part, { maxLength: 100_000 });
      if (inner !== undefined) visit(inner, depth + 1);
    } else if (Array.isArray(part)) {
      for (const item of part.slice(0, 50)) visit(item, depth + 1);
    } else if (isObject(part)) {
      for (const [name, item] of Object.entries(part)) {
        visit(name, depth + 1);
        visit(item, depth + 1);
      }
    }
  };
  visit(value, 0);
  return texts;
}
