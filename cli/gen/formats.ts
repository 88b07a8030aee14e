import { Misuse, type Trigger } from '../../src/core.js';
import type { KindFixtures } from './fixtures.js';
import { type RequestFormat, requestFormats } from './requestFormats.js';
import type { Format } from './writeFixtures.js';

/** Every form in which events are written. */
export type OutputFormat = Format | RequestFormat;

const eventFormats: readonly string[] = ['files', 'ndjson', 'json'] satisfies Format[];

/** @throws Misuse INVALID_FORMAT. */
function formatOf(text: string): OutputFormat {
  if (eventFormats.includes(text) || Object.hasOwn(requestFormats, text)) return text as OutputFormat;
  throw new Misuse(
    'INVALID_FORMAT',
    `Cannot write the format "${text}": there are files, ndjson and json, and http and curl for requests to web functions.`,
  );
}

/** What the command line says of the form. */
export interface FormatFlags {
  readonly index?: string;
  readonly size?: string;
  readonly out?: string;
  readonly format?: string;
  readonly pretty?: boolean;
  readonly compact?: boolean;
}

/** Where the events go, and in which form. */
export function outputOf(flags: FormatFlags): {
  readonly toStandard: boolean;
  readonly format: OutputFormat;
} {
  const toStandard = flags.out === '-' || (flags.out === undefined && flags.index !== undefined);
  const usual = flags.index === undefined ? 'ndjson' : 'json';
  const format = formatOf(flags.format ?? (toStandard ? usual : 'files'));
  if (toStandard && format === 'files') {
    throw new Misuse(
      'INVALID_FORMAT',
      'Cannot write files to standard output: choose --format ndjson or json.',
    );
  }
  return { toStandard, format };
}

export function isPretty(flags: FormatFlags, format: Format): boolean {
  if (flags.pretty === true && flags.compact === true) {
    throw new Misuse('CONTRADICTION', 'Cannot write both --pretty and --compact: choose one.');
  }
  return flags.pretty === true || (flags.compact !== true && flags.size === undefined && format !== 'ndjson');
}

/** True for a form in which only requests can be written. */
export function isRequestFormat(format: OutputFormat): format is RequestFormat {
  return Object.hasOwn(requestFormats, format);
}

/**
 * The fixtures of the only kind that is asked for.
 *
 * @throws Misuse NO_REQUESTS where its events are no requests over HTTP, or there are others.
 */
export function onlyRequests(
  chosen: readonly Trigger[],
  [only, ...others]: readonly KindFixtures[],
  format: RequestFormat,
): KindFixtures {
  const strange = chosen.find(({ delivery }) => delivery?.isPlainHttp !== true);
  if (only !== undefined && others.length === 0 && strange === undefined) return only;
  throw new Misuse(
    'NO_REQUESTS',
    `Cannot write events of ${strange?.name ?? 'several kinds'} as ${format}: they are no requests that a client sends. Write those of web: scf-fixtures gen web --format ${format}.`,
  );
}

/** @throws Misuse UNUSED_OPTION where nothing goes to an address. */
export function refuseUrl({ url }: { readonly url?: string }, format: Format): void {
  if (url === undefined) return;
  throw new Misuse('UNUSED_OPTION', `Cannot use --url with --format ${format}: http and curl have it.`);
}

/** @throws Misuse INVALID_URL. */
export function urlOf(text: string | undefined): string | undefined {
  if (text === undefined || (URL.canParse(text) && /^https?:\/\/[^/?#]+\/?$/.test(text))) return text;
  throw new Misuse(
    'INVALID_URL',
    `Cannot send requests to ${text}: --url takes the address of a server without a path, such as http://127.0.0.1:8000.`,
  );
}
