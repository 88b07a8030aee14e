import { isObject } from '../kernel/json.js';

type Fields = Readonly<Record<string, unknown>>;

/** An event of another cloud, or of CloudBase. */
export interface ForeignEvent {
  /** With its article: `an AWS SQS event`. */
  readonly name: string;
  /** Address of the page of its sender that says what is in it. */
  readonly documentation: string;
}

/** Events of other clouds, and of CloudBase, that have something in common with those of SCF; told by their own fields. */
interface ForeignEventForm extends ForeignEvent {
  readonly isIt: (event: Fields) => boolean;
}

/** The first record of an event whose records say which service they come from. */
function recordOf({ Records }: Fields): Fields {
  const first: unknown = Array.isArray(Records) ? Records[0] : undefined;
  return isObject(first) ? first : {};
}

function contextOf({ requestContext }: Fields): Fields {
  return isObject(requestContext) ? requestContext : {};
}

function sourceOfRecord(event: Fields): string {
  const { eventSource, EventSource } = recordOf(event);
  return String(eventSource ?? EventSource ?? event.eventSource ?? '');
}

const lambdaPages = 'https://docs.aws.amazon.com/lambda/latest/dg';

const awsRecords: Readonly<Record<string, ForeignEvent>> = {
  'aws:s3': { name: 'an AWS S3 event', documentation: `${lambdaPages}/with-s3.html` },
  'aws:sqs': { name: 'an AWS SQS event', documentation: `${lambdaPages}/with-sqs.html` },
  'aws:sns': { name: 'an AWS SNS event', documentation: `${lambdaPages}/with-sns.html` },
  'aws:ses': {
    name: 'an AWS SES event',
    documentation: 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html',
  },
  'aws:dynamodb': { name: 'an AWS DynamoDB event', documentation: `${lambdaPages}/with-ddb.html` },
  'aws:kinesis': { name: 'an AWS Kinesis event', documentation: `${lambdaPages}/with-kinesis.html` },
  'aws:kafka': { name: 'an AWS MSK (Kafka) event', documentation: `${lambdaPages}/with-msk.html` },
  SelfManagedKafka: {
    name: 'an AWS Lambda event of a Kafka cluster',
    documentation: `${lambdaPages}/with-kafka.html`,
  },
};

const ofAws: readonly ForeignEventForm[] = [
  ...Object.entries(awsRecords).map(([source, event]) => ({
    ...event,
    isIt: (event: Fields) => sourceOfRecord(event) === source,
  })),
  {
    name: 'an AWS EventBridge event',
    documentation: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html',
    isIt: (event) => 'detail-type' in event && 'detail' in event,
  },
  {
    name: 'an AWS CloudWatch Logs event',
    documentation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
    isIt: ({ awslogs }) => isObject(awslogs) && 'data' in awslogs,
  },
  {
    name: 'an AWS API Gateway (HTTP API) or Lambda function URL event',
    documentation:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html',
    isIt: (event) => event.version === '2.0' && 'rawPath' in event && 'rawQueryString' in event,
  },
  {
    name: 'an AWS Application Load Balancer event',
    documentation:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
    isIt: (event) => 'elb' in contextOf(event),
  },
  {
    name: 'an AWS API Gateway WebSocket event',
    documentation:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html',
    isIt: (event) => 'connectionId' in contextOf(event) && 'routeKey' in contextOf(event),
  },
  {
    name: 'an AWS API Gateway (REST API) event',
    documentation:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html',
    isIt: (event) =>
      'httpMethod' in event &&
      ('multiValueHeaders' in event || 'multiValueQueryStringParameters' in event) &&
      !('envId' in contextOf(event)),
  },
  {
    name: 'an AWS API Gateway (REST API) event',
    documentation:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html',
    isIt: (event) => 'apiId' in contextOf(event) && 'resourceId' in contextOf(event),
  },
  {
    name: 'an AWS Cognito event',
    documentation:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html',
    isIt: (event) => 'triggerSource' in event && 'userPoolId' in event,
  },
];

/** All triggers but HTTP on one page. */
const aliyunEvents = 'https://help.aliyun.com/document_detail/70140.html';

const ofAliyun: readonly ForeignEventForm[] = [
  {
    name: 'an Aliyun EventBridge event',
    documentation: aliyunEvents,
    isIt: (event) =>
      'specversion' in event &&
      (Object.keys(event).some((name) => name.startsWith('aliyun')) ||
        String(event.source).startsWith('acs.')),
  },
  {
    name: 'an Aliyun FC event of OSS',
    documentation: aliyunEvents,
    isIt: ({ events }) => {
      const first: unknown = Array.isArray(events) ? events[0] : undefined;
      return isObject(first) && (first.eventSource === 'acs:oss' || 'oss' in first);
    },
  },
  {
    name: 'an Aliyun FC timer event',
    documentation: aliyunEvents,
    isIt: (event) => 'triggerTime' in event && 'triggerName' in event,
  },
  {
    name: 'an Aliyun FC event of SLS',
    documentation: aliyunEvents,
    isIt: ({ source, cursorTime, parameter }) =>
      isObject(source) && 'logstoreName' in source && (cursorTime !== undefined || isObject(parameter)),
  },
  {
    name: 'an Aliyun FC event of MNS',
    documentation: aliyunEvents,
    isIt: (event) => 'TopicOwner' in event && 'SubscriptionName' in event && 'MessageMD5' in event,
  },
  {
    name: 'an Aliyun FC HTTP event',
    documentation: 'https://www.alibabacloud.com/help/en/functioncompute/http-trigger-invoking-function',
    isIt: (event) => 'queryParameters' in event && ('rawPath' in event || 'httpMethod' in event),
  },
];

const ofCloudBase: readonly ForeignEventForm[] = [
  {
    name: 'a CloudBase HTTP access event',
    documentation: 'https://docs.cloudbase.net/service/access-cloud-function',
    isIt: (event) => 'envId' in contextOf(event) && 'httpMethod' in event,
  },
  {
    name: 'a call of a CloudBase function (callFunction)',
    documentation: 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/userinfo.html',
    isIt: ({ userInfo }) => isObject(userInfo) && 'appId' in userInfo && 'openId' in userInfo,
  },
];

const foreignEvents: readonly ForeignEventForm[] = [...ofAws, ...ofAliyun, ...ofCloudBase];

/**
 * What an event of another cloud, or of CloudBase, looks like, and the page to read; undefined for everything else.
 *
 * @example
 * foreignEventOf({ Records: [{ eventSource: 'aws:sqs', body: '{}' }] })?.name; // 'an AWS SQS event'
 */
export function foreignEventOf(value: unknown): ForeignEvent | undefined {
  const found = isObject(value) ? foreignEvents.find(({ isIt }) => isIt(value)) : undefined;
  return found && { name: found.name, documentation: found.documentation };
}

/**
 * What an event of another cloud, or of CloudBase, looks like, with its article; undefined for everything else.
 *
 * @example
 * foreignEventName({ Records: [{ eventSource: 'aws:sqs', body: '{}' }] }); // 'an AWS SQS event'
 */
export function foreignEventName(value: unknown): string | undefined {
  return foreignEventOf(value)?.name;
}
