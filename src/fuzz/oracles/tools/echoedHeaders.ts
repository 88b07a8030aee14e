import { isRequest } from './targetForms.js';

/**
 * Texts that stand in an answer which tells the headers as they came, of one request in place of another or beside it. What clients write
 * of X-Forwarded-For stands before what the platform adds, in a text or in a list.
 */
export function echoedHeaders(before: unknown, after: unknown): string[] {
  if (!isRequest(before) || !isRequest(after)) return [];
  const known = new Map(Object.entries(before.headers).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.entries(after.headers).flatMap(([name, value = '']) => {
    const other = known.get(name.toLowerCase());
    if (other !== undefined) return other === value ? [] : [other, value];
    if (/^x-forwarded-for$/i.test(name)) return [`${value}, `, `${listed(value)},`];
    const field = JSON.stringify({ [name]: value }).slice(1, -1);
    return [`${field},`, `,${field}`];
  });
}

function listed(addresses: string): string {
  return JSON.stringify(addresses.split(', ')).slice(1, -1);
}
