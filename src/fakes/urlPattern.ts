import { Misuse } from '../kernel/misuse.js';

/** Matches one address, whatever query string follows. */
export function exactUrl(url: string): RegExp {
  return new RegExp(`^${escaped(addressOf(url))}(?:\\?.*)?$`);
}

/** Matches every address of a host, or below a path of it. */
export function urlsBelow(url: string): RegExp {
  return new RegExp(`^${escaped(addressOf(url).replace(/\/$/, ''))}(?:[/?].*)?$`);
}

/**
 * The address as requests name it: the host in lower case, no port that goes without saying, no query string.
 *
 * @throws Misuse INVALID_URL.
 */
function addressOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed.origin + parsed.pathname;
  throw new Misuse(
    'INVALID_URL',
    `Cannot answer requests to ${JSON.stringify(url)}: it is no http address. Give one with scheme and host, such as https://api.example.com.`,
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
