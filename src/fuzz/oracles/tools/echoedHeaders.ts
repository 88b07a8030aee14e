import { isRequest } from './targetForms.js';

/**
 * Texts that one request adds to an answer that tells the headers as they came, and another does not. What clients write
 * of X-Forwarded-For stands before what the platform adds, in a text or in a list.
 */
export function echoedHeaders(before: unknown, after: unknown): string[] {
  if (!isRequest(before) || !isRequest(after)) return [];
  return Object.entries(after.headers).flatMap(([name, value = '']) => {
    if (before.headers[name] === value) return [];
    if (/^x-forwarded-for$/i.test(name)) return [`${value}, `, `${listed(value)},`];
    const field = JSON.stringify({ [name]: value }).slice(1, -1);
    return [`${field},`, `,${field}`];
  });
}

function listed(addresses: string): string {
  return JSON.stringify(addresses.split(', ')).slice(1, -1);
}
