import { type ApigwEvent, apigwContract } from '../../generated/apigw.js';
import { type ApigwTriggerDesc, apigwTriggerdescContract } from '../../generated/apigw-triggerdesc.js';
import type { Draw } from '../../kernel/draw.js';
import { descriptionPage, readJsonDesc } from '../jsonDesc.js';
import { defineDelivery, defineTriggerKind, type NameRule } from '../kind.js';
import { type DescribedTrigger, type Values, valuesOf } from '../serverlessForm.js';

/** What makes an API Gateway trigger; the flags become the texts that the API wants. */
export interface ApigwInput {
  readonly name: string;
  /** An existing service; a new one called `serviceName` when left out. */
  readonly serviceId?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly method?: 'ANY' | 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | undefined;
  readonly authRequired?: boolean | undefined;
  readonly isIntegratedResponse?: boolean | undefined;
  readonly isBase64Encoded?: boolean | undefined;
  readonly environment?: 'release' | 'test' | 'prepub' | undefined;
}

const names: readonly NameRule[] = [
  { pattern: /^\S+$/, expected: 'a name', severity: 'error', source: descriptionPage },
];

const flag = (value: boolean | undefined) => (value === true ? 'TRUE' : 'FALSE');

const delivery = defineDelivery<ApigwTriggerDesc, ApigwEvent>({
  kind: 'apigw',
  contract: apigwContract,
  check({ desc: { api, service, release } }, event, report) {
    const method = api?.requestConfig?.method ?? 'ANY';
    if (method !== 'ANY' && event.httpMethod !== method)
      report('method', ['httpMethod'], { expected: method, received: JSON.stringify(event.httpMethod) });
    const { serviceId, stage } = event.requestContext;
    if (service?.serviceId !== undefined && serviceId !== service.serviceId)
      report('service', ['requestContext', 'serviceId'], {
        expected: service.serviceId,
        received: JSON.stringify(serviceId),
      });
    const environment = release?.environmentName ?? 'release';
    if (stage !== environment)
      report('stage', ['requestContext', 'stage'], {
        expected: environment,
        received: JSON.stringify(stage),
      });
    if (api?.IsBase64Encoded !== 'TRUE' && String(event.isBase64Encoded) === 'true')
      report('base64', ['isBase64Encoded'], {
        expected: 'false, since IsBase64Encoded is not "TRUE"',
        received: 'true',
      });
  },
  deployment: ({ desc: { api, release } }) => ({
    // As CreateTrigger and the vendor's tools take it when it is left out.
    integrated: api?.isIntegratedResponse === 'TRUE',
    base64: api?.IsBase64Encoded === 'TRUE',
    stage: release?.environmentName ?? 'release',
  }),
  requests({ desc: { api, service, release } }) {
    const method = api?.requestConfig?.method ?? 'ANY';
    const context = {
      stage: release?.environmentName ?? 'release',
      ...(service?.serviceId === undefined ? {} : { serviceId: service.serviceId }),
    };
    const methods = method === 'ANY' ? ['GET', 'POST', 'PUT', 'DELETE'] : [method];
    return methods.map((httpMethod) => ({
      kind: 'apigw',
      options: {},
      overrides: {
        httpMethod,
        requestContext: { ...context, httpMethod: method },
        ...(api?.IsBase64Encoded === 'TRUE' ? {} : { isBase64Encoded: false }),
      },
    }));
  },
});

const edge = (desc: object) => ({ TriggerName: 'SCF_API_SERVICE', TriggerDesc: JSON.stringify(desc) });

/** An API Gateway trigger: CreateTrigger with Type apigw, in the days of API Gateway. */
export const apigw = defineTriggerKind<'apigw', ApigwTriggerDesc, ApigwInput, 'json'>({
  type: 'apigw',
  sentAs: 'json',
  documentation: descriptionPage,
  notCreatable: 'the newest API takes a Function URL (http) in its place',
  invocation: 'sync',
  names,
  read: (desc) =>
    readJsonDesc(
      {
        contract: apigwTriggerdescContract,
        rules: [
          {
            name: 'apigw-triggerdesc/environment-given',
            holds: 'A release names its environment; "release" is used when it is left out.',
            severity: 'warning',
            source: descriptionPage,
            check({ release }: ApigwTriggerDesc, report) {
              if (release !== undefined && release.environmentName === undefined)
                report(['release', 'environmentName'], {
                  expected: '"release", "test" or "prepub"',
                  received: 'nothing',
                });
            },
          },
        ],
      },
      desc,
    ),
  rules: [],
  build: (input) => ({
    TriggerName: input.name,
    TriggerDesc: JSON.stringify({
      api: {
        authRequired: flag(input.authRequired),
        requestConfig: { method: input.method ?? 'ANY' },
        isIntegratedResponse: flag(input.isIntegratedResponse),
        IsBase64Encoded: flag(input.isBase64Encoded),
      },
      service:
        input.serviceId === undefined
          ? { serviceName: input.serviceName ?? 'SCF_API_SERVICE' }
          : { serviceId: input.serviceId },
      release: { environmentName: input.environment ?? 'release' },
    }),
  }),
  input: (draw: Draw) => ({
    name: draw.pick(['SCF_API_SERVICE', 'web', 'api_gateway']),
    serviceId: draw.pick([undefined, 'service-f94sy04v', 'service-a1b2c3d4']),
    method: draw.pick(['ANY', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE'] as const),
    authRequired: draw.flip(0.2),
    isIntegratedResponse: !draw.flip(0.3),
    isBase64Encoded: draw.flip(0.3),
    environment: draw.pick(['release', 'test', 'prepub'] as const),
  }),
  edgeCases: [
    {
      name: 'documented-example',
      because: 'every flag is a text, and the documents leave one out',
      source: descriptionPage,
      trigger: edge({
        api: { authRequired: 'FALSE', requestConfig: { method: 'ANY' }, isIntegratedResponse: 'FALSE' },
        service: { serviceName: 'SCF_API_SERVICE' },
        release: { environmentName: 'release' },
      }),
    },
    {
      name: 'everything-left-out',
      because: 'all three parts are optional',
      source: descriptionPage,
      trigger: edge({}),
    },
    {
      name: 'lower-case-base64-flag',
      because: 'IsBase64Encoded alone begins with a capital',
      source: descriptionPage,
      trigger: edge({ api: { isBase64Encoded: 'TRUE' } }),
      reports: ['apigw-triggerdesc/unknown-field'],
    },
  ],
  deliveries: [delivery],
  serverless: { isAlwaysOpen: true, describe: endpointsOf },
  callsWebFunctions: true,
});

/** The component makes one trigger of each endpoint. */
function endpointsOf(given: Values): DescribedTrigger[] {
  const { endpoints, serviceId, serviceName, environment } = given;
  return (Array.isArray(endpoints) ? endpoints : [undefined]).map((one: unknown) => {
    const endpoint = valuesOf(one);
    const { isIntegratedResponse } = valuesOf(endpoint.function);
    const { path } = endpoint;
    return {
      ...(typeof path === 'string' && path !== '/' ? { path } : {}),
      name: serviceName ?? 'apigw',
      desc: {
        api: {
          authRequired: flag(endpoint.auth !== undefined),
          requestConfig: { method: endpoint.method ?? 'ANY' },
          isIntegratedResponse: flag(isIntegratedResponse === true),
          IsBase64Encoded: flag(endpoint.isBase64Encoded === true),
        },
        service: serviceId === undefined ? { serviceName } : { serviceId },
        release: { environmentName: environment ?? 'release' },
      },
    };
  });
}
