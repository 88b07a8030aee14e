import { parametersIn, pathBehind, pathBelow } from '../../domain/http/apiPath.js';
import { type Deployment, encodesBody } from '../../domain/http/deployment.js';
import type { ApigwEvent } from '../../generated/apigw.js';
import { base64Of, bytesOfBase64 } from '../../kernel/base64.js';
import type { OtherDeployment } from '../../kernel/delivery.js';
import type { DeploymentRules, EdgeCase } from '../../kernel/trigger.js';
import { delivery } from './delivery.js';

/** What an API of API Gateway is set up to do. */
export const deployment: DeploymentRules<ApigwEvent> = {
  facts: ['pathPrefix', 'stage', 'integrated', 'base64'],
  formOf(facts) {
    const { pathPrefix, stage, integrated, base64 }: Deployment = facts;
    const steps = [
      ...(pathPrefix === undefined ? [] : [(event: ApigwEvent) => below(event, pathPrefix)]),
      ...(stage === undefined ? [] : [(event: ApigwEvent) => published(event, stage)]),
      ...(base64 === undefined ? [] : [(event: ApigwEvent) => encoded(event, base64)]),
    ];
    return {
      settle: (event) => steps.reduce((before, step) => step(before), event),
      delivery: {
        ...(integrated === undefined
          ? {}
          : { response: integrated ? 'apigw-response' : 'apigw-passthrough' }),
        ...(base64 === undefined
          ? {}
          : { relations: (delivery.relations ?? []).filter(({ name }) => name !== 'body-base64') }),
        elsewhere: [
          ...(pathPrefix === undefined ? [] : [withoutPrefix(pathPrefix)]),
          ...(base64 === undefined || base64 === false ? [] : [withoutBase64]),
        ],
      },
      edgeCases: pathPrefix === undefined ? [] : prefixEdges(pathPrefix),
    };
  },
};

function below(event: ApigwEvent, prefix: string): ApigwEvent {
  const path = pathBelow(prefix, event.path, event.pathParameters);
  const pathParameters = parametersIn(prefix, path) ?? {};
  const isSame =
    path === event.path &&
    event.requestContext.path === prefix &&
    JSON.stringify(pathParameters) === JSON.stringify(event.pathParameters);
  if (isSame) return event;
  return { ...event, path, pathParameters, requestContext: { ...event.requestContext, path: prefix } };
}

function published(event: ApigwEvent, stage: string): ApigwEvent {
  if (event.requestContext.stage === stage) return event;
  return { ...event, requestContext: { ...event.requestContext, stage } };
}

function encoded(event: ApigwEvent, base64: NonNullable<Deployment['base64']>): ApigwEvent {
  const { body, headers, isBase64Encoded } = event;
  if (body === undefined) return event;
  const isEncoded = String(isBase64Encoded) === 'true';
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (encodesBody(base64, lower) === isEncoded) return event;
  if (!isEncoded) return { ...event, body: base64Of(body), isBase64Encoded: true };
  return { ...event, body: textOf(body), isBase64Encoded: false };
}

/** What a function gets of bytes that no gateway has encoded: what is no UTF-8 is lost. */
function textOf(body: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOfBase64(body) ?? new Uint8Array());
}

function withoutPrefix(prefix: string): OtherDeployment<ApigwEvent> {
  return {
    name: 'path-prefix',
    because: `the API is at ${prefix}, which stands in front of the path`,
    otherwise(event) {
      const path = pathBehind(prefix, event.path);
      if (path === undefined) return undefined;
      return { ...event, path, pathParameters: {}, requestContext: { ...event.requestContext, path: '/' } };
    },
    refuses: (status) => status === 404,
    // A function that cuts the prefix off knows at least its root.
    probes(event) {
      const root = pathBelow(prefix, '/', event.pathParameters);
      return [root, `${root}/`].map((path) => ({ ...event, path }));
    },
  };
}

const withoutBase64: OtherDeployment<ApigwEvent> = {
  name: 'base64',
  because: 'the API makes Base64 of the body and says so in isBase64Encoded',
  otherwise({ body, isBase64Encoded, ...event }) {
    if (body === undefined || String(isBase64Encoded) !== 'true') return undefined;
    const text = textOf(body);
    return base64Of(text) === body ? { ...event, body: text, isBase64Encoded: false } : undefined;
  },
  refuses: (status) => status >= 400,
};

function prefixEdges(prefix: string): EdgeCase<ApigwEvent>[] {
  const at = (name: string, because: string, rest: string): EdgeCase<ApigwEvent> => ({
    name,
    because,
    source: 'the path of the API',
    event: (draw, sample) => {
      const event = sample(draw);
      return below({ ...event, path: `${pathBelow(prefix, '/', event.pathParameters)}${rest}` }, prefix);
    },
  });
  return [
    at('at-the-path-of-the-api', 'what is left behind the prefix is "", which is no path', ''),
    at('at-the-path-of-the-api-with-a-slash', 'the same page has an address with a slash behind it', '/'),
  ];
}
