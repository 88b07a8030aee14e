import { Misuse } from '../kernel/misuse.js';

/** Matches one address, whatever query string follows. */
export function exactUrl(url: string): RegExp {
  const address = addressOf(url);
  return new RegExp(`^${escaped(address)}${isHost(address) ? '/?' : ''}(?:\\?.*)?$`);
}

/** Matches every address of a host, or below a path of it. */
export function urlsBelow(url: string): RegExp {
  return new RegExp(`^${escaped(addressOf(url).replace(/\/$/, ''))}(?:[/?].*)?$`);
}

/**
 * Hosts of the platform hold underscores, so no strict parser is asked.
 *
 * @throws Misuse INVALID_URL.
 */
function addressOf(url: string): string {
  const [address = ''] = url.split(/[?#]/, 1);
  if (/^https?:\/\/[^/\s]+(?:\/\S*)?$/.test(address)) return address;
  throw new Misuse(
    'INVALID_URL',
    `Cannot answer requests to ${JSON.stringify(url)}: it is no http address. Give one with scheme and host, such as https://api.example.com.`,
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function isHost(address: string): boolean {
  return /\/\/[^/]+$/.test(address);
}
