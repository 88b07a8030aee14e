import { isObject } from '../core.js';
import { testText } from './snippets.js';
import type { State } from './state.js';
import type { Subject } from './subject.js';

/** Longest event that stands in a snippet itself instead of in a file beside it. */
const maxInlineLength = 4000;

/** The test of JavaScript, with the types that a compiler checks. */
export function typescriptText(subject: Subject, state: State): string {
  const text = testText(subject, state);
  if (subject.trigger === undefined) return text.replace('const event =', 'const event: unknown =');
  const name = subject.trigger.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const typed = text.replace('const event =', `const event: EventOf<typeof ${name}> =`);
  const imported = /^import \{ (.+) \} from 'scf-fixtures';$/m;
  if (!imported.test(typed))
    return typed.replace(
      /^(?=import \{ createInstance)/m,
      `import { type EventOf, ${name} } from 'scf-fixtures';\n`,
    );
  return typed.replace(
    imported,
    (_, names: string) => `import { type EventOf, ${names} } from 'scf-fixtures';`,
  );
}

/**
 * A test of unittest, which pytest finds as well.
 *
 * @param command what prints the event
 */
export function pythonText({ text, file }: Subject, command: string): string {
  const isShort = text.length <= maxInlineLength;
  const path = JSON.stringify(file ?? 'event.json');
  return `import json
import unittest
${isShort ? '' : 'from pathlib import Path\n'}
from index import main_handler

${isShort ? `EVENT = json.loads(${JSON.stringify(text)})` : `${file === undefined ? `# ${command} > event.json\n` : ''}EVENT = json.loads(Path(${path}).read_text(encoding="utf-8"))`}


class HandlesTheEvent(unittest.TestCase):
    def test_event(self):
        main_handler(EVENT, {})


if __name__ == "__main__":
    unittest.main()
`;
}

/**
 * What curl sends: the request of an HTTP event to `scf-fixtures serve`, any other event to the server of an image.
 *
 * @param command what prints the event
 */
export function curlText({ event, file }: Subject, command: string): string {
  if (isRequest(event)) return requestText(event);
  const from = file === undefined ? `${command} |\n  ` : '';
  const body = file === undefined ? '@-' : quoted(`@${file}`);
  return `${from}curl -i --data-binary ${body} -H 'Content-Type: application/json' http://127.0.0.1:9000/event-invoke`;
}

interface HttpRequest {
  readonly httpMethod: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly queryString?: unknown;
  readonly queryStringParameters?: unknown;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

function isRequest(event: unknown): event is HttpRequest {
  return (
    isObject(event) &&
    typeof event.httpMethod === 'string' &&
    typeof event.path === 'string' &&
    isObject(event.headers)
  );
}

/** Headers that curl writes itself. */
const own = /^(?:host|content-length|connection|transfer-encoding)$/i;

function requestText(request: HttpRequest): string {
  const { httpMethod, path, headers, body } = request;
  const query = queryOf(request.queryString ?? request.queryStringParameters);
  const sent = Object.entries(headers).filter(
    ([name, value]) => typeof value === 'string' && !own.test(name),
  );
  const data = typeof body === 'string' && body !== '' ? body : undefined;
  const isUsual = httpMethod === 'HEAD' || (httpMethod === 'GET' && data === undefined);
  const isPacked = [true, 'true'].includes(request.isBase64Encoded as boolean);
  const words = [
    `curl ${httpMethod === 'HEAD' ? '--head' : '-i'} --globoff --path-as-is`,
    ...(isUsual ? [] : [`-X ${quoted(httpMethod)}`]),
    quoted(`http://127.0.0.1:8000${encodeURI(path).replaceAll('%25', '%')}${query}`),
    ...sent.map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(data === undefined ? [] : [`--data-binary ${isPacked ? '@-' : quoted(data)}`]),
  ];
  const before = data !== undefined && isPacked ? `printf %s ${quoted(data)} | base64 -d |\n  ` : '';
  return before + words.join(' \\\n  ');
}

function queryOf(values: unknown): string {
  if (!isObject(values)) return '';
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** A word for a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
