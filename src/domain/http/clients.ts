/** A program that sends HTTP requests, and the headers it sends by itself. */
export interface HttpClient {
  readonly isBrowser: boolean;
  /** Lower-case names with the values the client sends with every request; those of a body are not among them. */
  readonly headers: Readonly<Record<string, string>>;
}

function program(accept: string, acceptEncoding: string, userAgent: string): HttpClient {
  const headers = {
    accept,
    'accept-encoding': acceptEncoding,
    connection: 'keep-alive',
    'user-agent': userAgent,
  };
  return { isBrowser: false, headers };
}

function browser(language: string, cookie: string, referer: string, userAgent: string): HttpClient {
  return {
    isBrowser: true,
    headers: {
      accept: 'application/json, text/plain, */*',
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': language,
      connection: 'keep-alive',
      cookie,
      referer,
      'sec-fetch-dest': 'empty',
      'sec-fetch-mode': 'cors',
      'sec-fetch-site': 'cross-site',
      'user-agent': userAgent,
    },
  };
}

/** Clients that functions meet; the first is the plainest. */
export const httpClients: readonly HttpClient[] = [
  program('*/*', 'gzip', 'curl/8.5.0'),
  program('application/json, text/plain, */*', 'gzip, compress, deflate, br', 'axios/1.13.2'),
  program('*/*', 'gzip, deflate, br', 'PostmanRuntime/7.43.0'),
  program('*/*', 'gzip, deflate', 'python-requests/2.32.3'),
  program('application/json', 'gzip', 'okhttp/4.12.0'),
  program('*/*', 'gzip', 'Go-http-client/1.1'),
  browser(
    'zh-CN,zh;q=0.9',
    'sid=s-20481; theme=light',
    'https://www.example.com/orders?tab=open',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  ),
  browser(
    'en-US,en;q=0.9,zh-CN;q=0.8',
    'sid=s-77310; lang=en; _ga=GA1.2.1180.1704067200',
    'https://shop.example.com/',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
  ),
  browser(
    'zh-CN,zh;q=0.8,zh-TW;q=0.7,en-US;q=0.3',
    'sid=s-10926',
    'https://admin.example.com/dashboard',
    'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
  ),
  browser(
    'zh-CN,zh;q=0.9',
    'sid=s-55001; scene=1089',
    'https://servicewechat.com/wx0000000000000000/12/page-frame.html',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.54(0x1800362f) NetType/WIFI Language/zh_CN',
  ),
];

/**
 * Header sets of one client, complete but for the values that every request has of its own. Copying a
 * ready set costs a tenth of building one, and all sets of a sort share one order of names.
 */
export interface HeaderSet {
  readonly plain: Readonly<Record<string, string>>;
  readonly withBody: Readonly<Record<string, string>>;
}

/**
 * One header set per client: its own headers and those the platform adds, in alphabetical order.
 * @param added what the platform adds; values of a request's own are left empty here.
 * @param spelled how the platform writes a name that the client sent.
 * @param ofBody the headers that describe a body, as far as the platform passes them on.
 */
export function headerSetsOf(
  added: Readonly<Record<string, string>>,
  spelled: (name: string) => string = (name) => name,
  ofBody: Readonly<Record<string, string>> = { 'content-length': '', 'content-type': '' },
): readonly HeaderSet[] {
  return httpClients.map(({ headers, isBrowser }) => {
    const all = { ...headers, host: '', ...added };
    const ofOrigin = isBrowser ? { origin: originOf(headers.referer as string) } : {};
    return {
      plain: inOrder(all, spelled),
      withBody: inOrder({ ...all, ...ofBody, ...ofOrigin }, spelled),
    };
  });
}

function inOrder(headers: Readonly<Record<string, string>>, spelled: (name: string) => string) {
  const result: Record<string, string> = {};
  for (const name of Object.keys(headers).sort()) result[spelled(name)] = headers[name] as string;
  // An object given some 20 properties one by one is a hash table inside, slow to copy; its copy is not.
  return { ...result };
}

function originOf(url: string): string {
  return url.slice(0, url.indexOf('/', 'https://'.length));
}

/** `Accept-Language` of `accept-language`. */
export function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** The headers under other names. */
export function respelled(
  headers: Readonly<Record<string, string | undefined>>,
  spelled: (name: string) => string,
): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [spelled(name), value ?? ''] as const);
  return Object.fromEntries(entries);
}

/** The value of a header whatever the case of its name; undefined when it is missing. */
export function headerOf(headers: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const lower = name.toLowerCase();
  const usual = headers[lower];
  if (typeof usual === 'string') return usual;
  for (const key of Object.keys(headers)) {
    if (key.length === lower.length && key.toLowerCase() === lower) {
      const value = headers[key];
      return typeof value === 'string' ? value : undefined;
    }
  }
  return undefined;
}

/** Addresses of clients, from the ranges that are reserved for documentation. */
export const clientAddresses: readonly string[] = ['203.0.113.', '198.51.100.', '192.0.2.'].flatMap(
  (network) => Array.from({ length: 25 }, (_, host) => `${network}${host * 10 + 7}`),
);
