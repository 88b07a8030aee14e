import { type ClbEvent, clbContract } from '../../generated/clb.js';
import { type ClbTriggerBinding, clbTriggerdescContract } from '../../generated/clb-triggerdesc.js';
import type { Draw } from '../../kernel/draw.js';
import { readJsonDesc } from '../jsonDesc.js';
import { defineDelivery, defineTriggerKind, type NameRule } from '../kind.js';

const page = 'https://cloud.tencent.com/document/product/583/52635';
const toolkit = 'npm tencent-component-toolkit 2.27.6';

/** What binds a rule of a load balancer to a function. */
export interface ClbInput {
  readonly loadBalanceId: string;
  readonly protocol: string;
  readonly port: number;
  /** Host of the rule. */
  readonly domain: string;
  /** Path of the rule; begins with "/". */
  readonly url: string;
  readonly weight?: number | undefined;
}

const names: readonly NameRule[] = [
  { pattern: /^\S*$/, expected: 'no spaces; the tools leave it empty', severity: 'error', source: toolkit },
];

const read = (desc: string | object) => readJsonDesc({ contract: clbTriggerdescContract, rules: [] }, desc);

const delivery = defineDelivery<ClbTriggerBinding, ClbEvent>({
  kind: 'clb',
  contract: clbContract,
  check({ desc }, { headers }, report) {
    const expectHeader = (what: string, name: string, expected: string, fits: (value: string) => boolean) => {
      const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
      if (value !== undefined && !fits(value))
        report(what, ['headers', name], { expected, received: JSON.stringify(value) });
    };
    expectHeader(
      'domain',
      'Host',
      `host ${desc.domain}`,
      (host) => host.replace(/:\d+$/, '') === desc.domain,
    );
    expectHeader('url', 'X-Uri', `a path that begins with ${desc.url}`, (uri) => uri.startsWith(desc.url));
    expectHeader('port', 'X-Vport', `port ${desc.port}`, (port) => port === String(desc.port));
    const protocol = desc.protocol.toLowerCase();
    expectHeader('protocol', 'X-Client-Proto', protocol, (value) => value.toLowerCase() === protocol);
  },
  requests: ({ desc }) => {
    const protocol = desc.protocol.toLowerCase();
    const headers = {
      Host: desc.domain,
      'X-Client-Proto': protocol,
      'X-Forwarded-Proto': protocol,
      'X-Uri': desc.url,
      'X-Vport': String(desc.port),
    };
    return [{ kind: 'clb', options: {}, overrides: { headers } }];
  },
});

/** A CLB trigger: made by the API of CLB. */
export const clb = defineTriggerKind<'clb', ClbTriggerBinding, ClbInput, 'none'>({
  type: 'clb',
  sentAs: 'none',
  documentation: page,
  notCreatable: 'it is bound by the API of CLB',
  invocation: 'sync',
  names,
  read,
  rules: [],
  build: ({ loadBalanceId, protocol, port, domain, url, weight }) => ({
    TriggerName: '',
    TriggerDesc: JSON.stringify({ loadBalanceId, protocol, port, domain, url, weight }),
  }),
  input: (draw: Draw) => ({
    loadBalanceId: `lb-${draw.letters('0123456789abcdefghijkmnpqrstuvwxyz', 8)}`,
    protocol: draw.pick(['HTTP', 'HTTPS', 'http']),
    port: draw.isHostile() ? draw.pick([1, 65_535]) : draw.pick([80, 443, 8080]),
    domain: draw.pick(['test.clb-scf.com', 'api.example.com']),
    url: draw.isHostile()
      ? draw.pick(['/', '/%E6%B5%8B/', '/__proto__'])
      : draw.pick(['/', '/api', '/upload/images']),
    weight: draw.pick([undefined, 10, 0, 100]),
  }),
  edgeCases: [
    {
      name: 'root-path',
      because: 'a rule of "/" gets every request of its host',
      source: page,
      trigger: {
        TriggerName: '',
        TriggerDesc:
          '{"loadBalanceId":"lb-l6golr1k","protocol":"HTTP","port":80,"domain":"test.clb-scf.com","url":"/"}',
      },
    },
  ],
  deliveries: [delivery],
  serverless: {
    isAlwaysOpen: true,
    describe: ({ loadBalanceId, protocol, port, domain, url, weight }) => ({
      name: '',
      desc: { loadBalanceId, protocol, port, domain, url, weight },
    }),
  },
  limits: [
    {
      rule: 'clb-triggerdesc/unique-rule',
      max: 1,
      keyOf({ TriggerDesc = '' }) {
        const { desc } = read(TriggerDesc);
        return (
          desc &&
          JSON.stringify([desc.loadBalanceId, desc.protocol.toLowerCase(), desc.port, desc.domain, desc.url])
        );
      },
      at: ['TriggerDesc'],
      expected: 'a listener, host and path that no other trigger has',
      received: () => 'those of an earlier one',
      source: page,
    },
  ],
});
