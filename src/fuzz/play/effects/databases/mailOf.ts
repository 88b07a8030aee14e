/** A mail as it is told: what its sender has written, without what a library adds of itself. */
export interface Mail {
  readonly subject?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What tells the mail from all others, wherever it is read: a mail that comes again under it is the same one. */
  readonly id?: string;
}

/** Headers that differ each time, or that say how the body is written down. */
const ofLibrary = /^(date|message-id|mime-version|content-.*|x-mailer|dkim-signature|user-agent)$/;

/** https://www.rfc-editor.org/rfc/rfc5322 */
export function mailOf(text: string): Mail {
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const fields = new Map(
    head
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, Math.max(0, at)).toLowerCase(), decodedWords(line.slice(at + 1).trim())];
      }),
  );
  const body = withoutBoundary(end < 0 ? '' : text.slice(end + 4), fields.get('content-type') ?? '');
  const { subject, ...headers } = Object.fromEntries(
    [...fields].filter(([name]) => name !== '' && !ofLibrary.test(name)),
  );
  const id = fields.get('message-id');
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(id === undefined ? {} : { id }),
    headers,
    body: decoded(body, fields.get('content-transfer-encoding') ?? ''),
  };
}

/** The sign between the parts is drawn anew for each mail. */
function withoutBoundary(body: string, type: string): string {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  if (boundary === undefined) return body;
  const inner = new Set([...body.matchAll(/boundary="?([^";\r\n]+)/g)].map(([, name]) => name ?? ''));
  return [boundary, ...inner].reduce((text, name, index) => text.replaceAll(name, `part-${index + 1}`), body);
}

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString();
  return /quoted-printable/i.test(encoding) ? unquoted(body.replace(/=\r\n/g, '')) : body;
}

function unquoted(text: string): string {
  return Buffer.from(
    text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
}

/** Words of a header that are no ASCII: https://www.rfc-editor.org/rfc/rfc2047 */
function decodedWords(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?[\w-]+\?([BQ])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      /b/i.test(way) ? Buffer.from(word, 'base64').toString() : unquoted(word.replaceAll('_', ' ')),
    );
}
