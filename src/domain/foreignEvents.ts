import { isObject } from '../kernel/json.js';

type Fields = Readonly<Record<string, unknown>>;

/** Events of other clouds, and of CloudBase, that have something in common with those of SCF; told by their own fields. */
interface ForeignEvent {
  /** With its article: `an AWS SQS event`. */
  readonly name: string;
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

const awsRecords: Readonly<Record<string, string>> = {
  'aws:s3': 'an AWS S3 event',
  'aws:sqs': 'an AWS SQS event',
  'aws:sns': 'an AWS SNS event',
  'aws:ses': 'an AWS SES event',
  'aws:dynamodb': 'an AWS DynamoDB event',
  'aws:kinesis': 'an AWS Kinesis event',
  'aws:kafka': 'an AWS MSK (Kafka) event',
  SelfManagedKafka: 'an AWS Lambda event of a Kafka cluster',
};

const ofAws: readonly ForeignEvent[] = [
  ...Object.entries(awsRecords).map(([source, name]) => ({
    name,
    isIt: (event: Fields) => sourceOfRecord(event) === source,
  })),
  {
    name: 'an AWS EventBridge event',
    isIt: (event) => 'detail-type' in event && 'detail' in event,
  },
  {
    name: 'an AWS CloudWatch Logs event',
    isIt: ({ awslogs }) => isObject(awslogs) && 'data' in awslogs,
  },
  {
    name: 'an AWS API Gateway (HTTP API) or Lambda function URL event',
    isIt: (event) => event.version === '2.0' && 'rawPath' in event && 'rawQueryString' in event,
  },
  {
    name: 'an AWS Application Load Balancer event',
    isIt: (event) => 'elb' in contextOf(event),
  },
  {
    name: 'an AWS API Gateway WebSocket event',
    isIt: (event) => 'connectionId' in contextOf(event) && 'routeKey' in contextOf(event),
  },
  {
    name: 'an AWS API Gateway (REST API) event',
    isIt: (event) =>
      'httpMethod' in event &&
      ('multiValueHeaders' in event || 'multiValueQueryStringParameters' in event) &&
      !('envId' in contextOf(event)),
  },
  {
    name: 'an AWS API Gateway (REST API) event',
    isIt: (event) => 'apiId' in contextOf(event) && 'resourceId' in contextOf(event),
  },
  {
    name: 'an AWS Cognito event',
    isIt: (event) => 'triggerSource' in event && 'userPoolId' in event,
  },
];

const ofAliyun: readonly ForeignEvent[] = [
  {
    name: 'an Aliyun EventBridge event',
    isIt: (event) =>
      'specversion' in event &&
      (Object.keys(event).some((name) => name.startsWith('aliyun')) ||
        String(event.source).startsWith('acs.')),
  },
  {
    name: 'an Aliyun FC event of OSS',
    isIt: ({ events }) => {
      const first: unknown = Array.isArray(events) ? events[0] : undefined;
      return isObject(first) && (first.eventSource === 'acs:oss' || 'oss' in first);
    },
  },
  {
    name: 'an Aliyun FC timer event',
    isIt: (event) => 'triggerTime' in event && 'triggerName' in event,
  },
  {
    name: 'an Aliyun FC event of SLS',
    isIt: ({ source, cursorTime, parameter }) =>
      isObject(source) && 'logstoreName' in source && (cursorTime !== undefined || isObject(parameter)),
  },
  {
    name: 'an Aliyun FC event of MNS',
    isIt: (event) => 'TopicOwner' in event && 'SubscriptionName' in event && 'MessageMD5' in event,
  },
  {
    name: 'an Aliyun FC HTTP event',
    isIt: (event) => 'queryParameters' in event && ('rawPath' in event || 'httpMethod' in event),
  },
];

const ofCloudBase: readonly ForeignEvent[] = [
  {
    name: 'a CloudBase HTTP access event',
    isIt: (event) => 'envId' in contextOf(event) && 'httpMethod' in event,
  },
  {
    name: 'a call of a CloudBase function (callFunction)',
    isIt: ({ userInfo }) => isObject(userInfo) && 'appId' in userInfo && 'openId' in userInfo,
  },
];

const foreignEvents: readonly ForeignEvent[] = [...ofAws, ...ofAliyun, ...ofCloudBase];

/**
 * What an event of another cloud, or of CloudBase, looks like, with its article; undefined for everything else.
 *
 * @example
 * foreignEventName({ Records: [{ eventSource: 'aws:sqs', body: '{}' }] }); // 'an AWS SQS event'
 */
export function foreignEventName(value: unknown): string | undefined {
  return isObject(value) ? foreignEvents.find(({ isIt }) => isIt(value))?.name : undefined;
}
