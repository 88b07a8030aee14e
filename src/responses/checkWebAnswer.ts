import { exampleKeys } from '../kernel/exampleKeys.js';
import type { Issue } from '../kernel/issue.js';
import { largestResponseBytes } from '../kernel/limits.js';
import type { Report } from '../kernel/trigger.js';
import { sources } from './sources.js';

/** The platform sends no more of an answer: https://cloud.tencent.com/document/product/583/56124 */
export const webLimits = { headerBytes: 4096, bodyBytes: largestResponseBytes } as const;

/** What the server of a web function has answered. */
export interface WebAnswer {
  readonly status: number;
  /** Each header as it came, several of one name too. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** What an answer alone does not tell. */
export interface WebAnswerContext {
  /**
   * The values of the keys that came with the request, as `X-Scf-Secret-Id`, `X-Scf-Secret-Key` and
   * `X-Scf-Session-Token`; those that everything here sends when left out.
   */
  readonly keys?: readonly string[];
}

/** One thing that holds for what a web function answers. */
export interface WebAnswerRule {
  /** `web-answer/<name>` in the issues. */
  readonly name: string;
  /** One sentence for the documentation: what holds. */
  readonly holds: string;
  readonly severity: Issue['severity'];
  readonly source: string;
  check(answer: WebAnswer, report: Report, keys: readonly string[]): void;
}

/** Every rule of what a web function answers. */
export const webAnswerRules: readonly WebAnswerRule[] = [
  {
    name: 'headers-size',
    holds: 'All names and values of the headers come to 4 KB at most.',
    severity: 'error',
    source: sources.webFunction,
    check({ headers }, report) {
      const bytes = headerBytesOf(headers);
      if (bytes <= webLimits.headerBytes) return;
      report(['headers'], {
        expected: `names and values of ${webLimits.headerBytes} bytes at most`,
        received: `${bytes} bytes`,
        hint: 'put large values into the body',
      });
    },
  },
  {
    name: 'body-size',
    holds: 'The body has 6 MB at most.',
    severity: 'error',
    source: sources.webFunction,
    check({ body }, report) {
      if (body.byteLength <= webLimits.bodyBytes) return;
      report(['body'], {
        expected: `${webLimits.bodyBytes} bytes at most`,
        received: `${body.byteLength} bytes, for which the platform answers 410`,
        hint: 'put it into COS and redirect there',
      });
    },
  },
  {
    name: 'keys',
    holds: 'Nothing of the answer holds the keys of the role, which come with each request.',
    severity: 'error',
    source:
      'https://www.tencentcloud.com/document/product/583/41076: each request carries the keys of the role',
    check({ headers, body }, report, keys) {
      const hint = 'never send the headers of a request back';
      const expected = 'nothing of the keys that came with the request';
      for (const [name, value] of headers) {
        if (!keys.some((key) => value.includes(key))) continue;
        report(['headers', name], { expected, received: 'a key of the role', hint });
      }
      const text = new TextDecoder().decode(body);
      if (keys.some((key) => text.includes(key)))
        report(['body'], { expected, received: 'a key of the role', hint });
    },
  },
  {
    name: 'set-cookie-joined',
    holds: 'Each cookie has a header of its own.',
    severity: 'warning',
    source: 'https://www.rfc-editor.org/rfc/rfc6265#section-3',
    check({ headers }, report) {
      for (const [name, value] of headers) {
        if (name.toLowerCase() !== 'set-cookie' || !/,\s*[^;=\s,]+=/.test(value)) continue;
        report(['headers', name], {
          expected: 'one cookie in each header',
          received: JSON.stringify(value),
          hint: 'set the header once for each cookie',
        });
      }
    },
  },
  {
    name: 'header-ascii',
    holds: 'A header value is printable ASCII.',
    severity: 'warning',
    source: `${sources.http}#section-5.5`,
    check({ headers }, report) {
      for (const [name, value] of headers) {
        if (/^[\t -~]*$/.test(value)) continue;
        report(['headers', name], {
          expected: 'printable ASCII',
          received: JSON.stringify(value),
          hint: 'encodeURIComponent what is not',
        });
      }
    },
  },
];

/**
 * Compares what the server of a web function answered with what the platform passes on, and with what no answer may hold.
 *
 * @returns what is wrong; errors mean that the client gets something else than was meant, or what it must not have.
 * @example
 * const answer = { status: 200, headers: [['x-all', 'a'.repeat(5000)]], body: new Uint8Array() } as const;
 * checkWebAnswer(answer).map(({ rule }) => rule); // ['web-answer/headers-size']
 */
export function checkWebAnswer(
  answer: WebAnswer,
  { keys = Object.values(exampleKeys) }: WebAnswerContext = {},
): Issue[] {
  const known = keys.filter((key) => key !== '');
  const issues: Issue[] = [];
  for (const { name, severity, source, check } of webAnswerRules)
    check(
      answer,
      (path, problem) => issues.push({ path, rule: `web-answer/${name}`, severity, ...problem, source }),
      known,
    );
  return issues;
}

/** What all names and values of headers come to, in bytes. */
export function headerBytesOf(headers: WebAnswer['headers']): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
