import type { Cors } from '../../domain/http/deployment.js';
import { type FunctionUrlEvent, functionUrlContract } from '../../generated/function-url.js';
import { type HttpTriggerDesc, httpTriggerdescContract } from '../../generated/http-triggerdesc.js';
import type { Draw } from '../../kernel/draw.js';
import { readJsonDesc } from '../jsonDesc.js';
import { defineDelivery, defineTriggerKind, type NameRule } from '../kind.js';
import { type DescribedTrigger, type Values, valuesOf } from '../serverlessForm.js';

const page = 'https://cloud.tencent.com/document/product/583/100227';
const toolkit = 'npm tencent-component-toolkit 2.27.6';

/** What makes a Function URL. */
export interface HttpInput {
  /** `url-trigger` when left out. */
  readonly name?: string | undefined;
  /** True when callers must sign their requests. */
  readonly authRequired?: boolean | undefined;
  readonly intranet?: boolean | undefined;
  readonly extranet?: boolean | undefined;
  readonly cors?: HttpTriggerDesc['CorsConfig'];
}

const names: readonly NameRule[] = [
  {
    pattern: /^[A-Za-z0-9_-]{1,100}$/,
    expected: '1 to 100 letters, digits, "-" and "_"',
    severity: 'error',
    source: 'https://cloud.tencent.com/document/product/583/18589',
  },
];

const delivery = defineDelivery<HttpTriggerDesc, FunctionUrlEvent>({
  kind: 'function-url',
  contract: functionUrlContract,
  check({ desc: { NetConfig } }, event, report) {
    const host = event.headers.host ?? '';
    const isPrivate = /\.in\.[a-z0-9-]+\.tencentscf\.com$/.test(host);
    const isPublic = !isPrivate && /\.tencentscf\.com$/.test(host);
    const from = { intranet: NetConfig.EnableIntranet === true, extranet: NetConfig.EnableExtranet === true };
    if ((isPrivate && !from.intranet) || (isPublic && !from.extranet) || (!from.intranet && !from.extranet))
      report('net', ['headers', 'host'], {
        expected: from.intranet
          ? 'the private address'
          : from.extranet
            ? 'the public address'
            : 'no request, since both networks are off',
        received: JSON.stringify(host),
      });
  },
  deployment: ({ desc: { CorsConfig } }) => {
    const cors = CorsConfig === undefined ? undefined : corsOf(CorsConfig);
    return cors === undefined ? {} : { cors };
  },
  requests({ config: { Region = 'ap-guangzhou' }, desc: { NetConfig } }) {
    const hosts = [
      ...(NetConfig.EnableExtranet === true ? [`1250000001-a1b2c3d4e5.${Region}.tencentscf.com`] : []),
      ...(NetConfig.EnableIntranet === true ? [`1250000001-a1b2c3d4e5.in.${Region}.tencentscf.com`] : []),
    ];
    return hosts.map((host) => ({ kind: 'function-url', overrides: { headers: { host } }, options: {} }));
  },
});

/** What a CorsConfig says; undefined where it is off or names no origins. */
function corsOf({
  Enable,
  Origins = [],
  Methods,
  Headers,
  ExposeHeaders,
  Credentials,
  MaxAge,
}: NonNullable<HttpTriggerDesc['CorsConfig']>): Cors | undefined {
  if (Enable !== true || Origins.length === 0) return undefined;
  return {
    origins: Origins,
    ...(Methods === undefined ? {} : { methods: Methods }),
    ...(Headers === undefined ? {} : { headers: Headers }),
    ...(ExposeHeaders === undefined ? {} : { exposeHeaders: ExposeHeaders }),
    ...(Credentials === undefined ? {} : { credentials: Credentials }),
    ...(MaxAge === undefined ? {} : { maxAge: MaxAge }),
  };
}

const edge = (desc: object) => ({ TriggerName: 'url-trigger', TriggerDesc: JSON.stringify(desc) });

/** A Function URL: CreateTrigger with Type http. */
export const http = defineTriggerKind<'http', HttpTriggerDesc, HttpInput, 'json'>({
  type: 'http',
  sentAs: 'json',
  documentation: page,
  invocation: 'sync',
  names,
  read: (desc) =>
    readJsonDesc(
      {
        contract: httpTriggerdescContract,
        rules: [
          {
            name: 'http-triggerdesc/reachable',
            holds: 'At least one network is on.',
            severity: 'warning',
            source: toolkit,
            check({ NetConfig }: HttpTriggerDesc, report) {
              if (NetConfig.EnableIntranet !== true && NetConfig.EnableExtranet !== true)
                report(['NetConfig'], {
                  expected: 'EnableIntranet or EnableExtranet true',
                  received: 'neither',
                  hint: 'nobody can call this URL',
                });
            },
          },
          {
            name: 'http-triggerdesc/cors-credentials',
            holds: 'Answers to requests with credentials are for origins that are named.',
            severity: 'warning',
            source: 'https://fetch.spec.whatwg.org/#cors-protocol-and-credentials',
            check({ CorsConfig = {} }: HttpTriggerDesc, report) {
              const { Enable, Origins = [], Credentials } = CorsConfig;
              if (Enable === false || Credentials !== true || !Origins.includes('*')) return;
              report(['CorsConfig', 'Origins'], {
                expected: 'named origins where Credentials is true',
                received: '"*"',
                hint: 'browsers refuse * with credentials, and whoever is told every origin by name reads what is another user’s',
              });
            },
          },
        ],
      },
      desc,
    ),
  rules: [],
  build: ({ name = 'url-trigger', authRequired, intranet = false, extranet = false, cors }) => ({
    TriggerName: name,
    TriggerDesc: JSON.stringify({
      AuthType: authRequired === true ? 'CAM' : 'NONE',
      NetConfig: { EnableIntranet: intranet, EnableExtranet: extranet },
      CorsConfig: cors,
    }),
  }),
  input: (draw: Draw) => ({
    name: draw.pick(['url-trigger', 'web', 'public']),
    authRequired: draw.flip(0.3),
    intranet: draw.flip(0.3),
    extranet: true,
    cors: draw.pick([
      undefined,
      {
        Enable: true,
        Origins: ['https://example.com'],
        Methods: ['GET', 'POST'],
        Headers: ['content-type'],
        Credentials: false,
        MaxAge: 600,
      },
      {
        Enable: true,
        Origins: ['*'],
        Methods: ['*'],
        Headers: ['*'],
        ExposeHeaders: ['*'],
        Credentials: false,
        MaxAge: 0,
      },
    ]),
  }),
  edgeCases: [
    {
      name: 'unreachable',
      because: 'with both networks off nobody can call it, and the tools leave both off by default',
      source: toolkit,
      trigger: edge({ AuthType: 'NONE', NetConfig: { EnableIntranet: false, EnableExtranet: false } }),
      reports: ['http-triggerdesc/reachable'],
    },
    {
      name: 'any-origin-with-credentials',
      because:
        'browsers refuse * for a request with cookies, and an origin that is echoed lets in every site',
      source: 'https://fetch.spec.whatwg.org/#cors-protocol-and-credentials',
      trigger: edge({
        AuthType: 'NONE',
        NetConfig: { EnableIntranet: false, EnableExtranet: true },
        CorsConfig: {
          Enable: true,
          Origins: ['*'],
          Methods: ['*'],
          Headers: ['*'],
          Credentials: true,
          MaxAge: 0,
        },
      }),
      reports: ['http-triggerdesc/cors-credentials'],
    },
    {
      name: 'private-only',
      because: 'the address has one label more',
      source: page,
      trigger: edge({ AuthType: 'CAM', NetConfig: { EnableIntranet: true, EnableExtranet: false } }),
    },
  ],
  deliveries: [delivery],
  serverless: { isAlwaysOpen: true, describe: urlOf },
  callsWebFunctions: true,
});

function urlOf({ name, authType, netConfig, corsConfig }: Values): DescribedTrigger {
  const { enableIntranet, enableExtranet } = valuesOf(netConfig);
  const desc = {
    AuthType: authType ?? 'NONE',
    NetConfig: { EnableIntranet: enableIntranet ?? false, EnableExtranet: enableExtranet ?? false },
    CorsConfig: corsConfig === undefined ? undefined : capitalised(valuesOf(corsConfig)),
  };
  return { name: name ?? 'url-trigger', desc };
}

/** The component takes lists as text too, and writes every name with a capital. */
function capitalised(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      typeof value === 'string' && /^(origins|methods|headers|exposeHeaders)$/.test(name)
        ? value.split(',')
        : value,
    ]),
  );
}
