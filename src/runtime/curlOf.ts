import { bodyOf, headersToSend, targetOf, type WebRequest } from './webRequest.js';

/** Where `scf-fixtures serve` stands in front of a function. */
export const servedAt = 'http://127.0.0.1:8000';

/**
 * The command line of curl that sends a request to a web function, for bash and zsh.
 *
 * @param url where the function is reached; where `scf-fixtures serve` serves it when left out.
 * @example
 * curlOf({ httpMethod: 'GET', path: '/', queryString: {}, headers: {}, sourceIp: '203.0.113.7' }); // "curl -i 'http://127.0.0.1:8000/'"
 */
export function curlOf(request: WebRequest, url = servedAt): string {
  const { httpMethod, headers, path, spelling } = request;
  const body = bodyOf(request);
  const forwarded = Object.entries(headers).filter(([name]) => /^x-forwarded-for$/i.test(name));
  const sent = [...headersToSend(request), ...forwarded].filter(([name]) => !/^host$/i.test(name));
  const isText = Buffer.from(body.toString()).equals(body) && !body.includes(0);
  const target = targetOf(request);
  const isUsual = httpMethod === 'HEAD' || (httpMethod === 'GET' && body.length === 0);
  const words = [
    'curl',
    httpMethod === 'HEAD' ? '--head' : '-i',
    ...(isUsual ? [] : ['-X', httpMethod]),
    // Curl takes brackets and braces for a list of addresses.
    ...(/[[\]{}]/.test(target) ? ['--globoff'] : []),
    ...(/\/\.{1,2}(?:\/|$)/.test(path) ? ['--path-as-is'] : []),
    quoted(`${url.replace(/\/$/, '')}${target}`),
    ...sent.flatMap(([name, value]) => ['-H', quoted(value ? `${name}: ${value}` : `${name};`)]),
    ...(spelling?.isChunked === true ? ['-H', quoted('Transfer-Encoding: chunked')] : []),
    ...(body.length > 0 && !sent.some(([name]) => /^content-type$/i.test(name))
      ? ['-H', "'Content-Type:'"]
      : []),
    ...(body.length === 0 ? [] : ['--data-binary', isText ? quoted(body.toString()) : '@-']),
  ];
  const command = words.join(' ');
  return isText ? command : `printf %s ${body.toString('base64')} | base64 -d | ${command}`;
}

/** A word for a shell; one with control characters as bash and zsh take it. */
function quoted(text: string): string {
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(/\p{Cc}/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `$'${escaped}'`;
}
