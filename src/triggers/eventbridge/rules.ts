import type { EventbridgeEvent } from '../../generated/eventbridge.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { IssuePath } from '../../kernel/issue.js';
import type { Rule } from '../../kernel/trigger.js';
import { placedEvents } from './batch.js';

export const page = 'https://www.tencentcloud.com/document/product/1108/46255';
const connectorPages = 'the documents on the TDMQ and CKafka connectors';

/** Milliseconds since 1970 have been above this since 1973; seconds are below it until the year 5138. */
const leastMilliseconds = 100_000_000_000;

type ReportField = (path: IssuePath, expected: string, received: unknown) => void;

function rule(
  about: Omit<Rule<EventbridgeEvent>, 'check'>,
  check: (event: EventbridgeEvent, report: ReportField) => void,
): Rule<EventbridgeEvent> {
  return {
    ...about,
    check(delivered, report) {
      for (const { event, path: place } of placedEvents(delivered)) {
        check(event, (path, expected, received) =>
          report([...place, ...path], { expected, received: describeValue(received) }),
        );
      }
    },
  };
}

const kafkaFields = { topic: 'string', offset: 'number', msgKey: 'string', msgBody: 'string' };

const kafkaTopic = /^[A-Za-z0-9._-]{1,249}$/;

/** What the data of a connector's event has, by its type; the documents call CKafka's both ways. */
const connectors: Readonly<Record<string, { source: string; fields: Readonly<Record<string, string>> }>> = {
  'connector:tdmq': {
    source: 'tdmq.cloud.tencent',
    fields: {
      topic: 'string',
      tags: 'string',
      TopicType: 'string or number',
      subscriptionName: 'string',
      toTimestamp: 'string',
      partitions: 'string',
      msgId: 'string',
      msgBody: 'string',
    },
  },
  'connector:ckafka': { source: 'ckafka.cloud.tencent', fields: kafkaFields },
  'connector:kafka': { source: 'ckafka.cloud.tencent', fields: kafkaFields },
};

const topicPath = /^(?:non-)?persistent:\/\/[^/]+\/[^/]+\/./;

const connectorSource = rule(
  {
    name: 'eventbridge/connector-source',
    severity: 'error',
    holds: "A connector's event names the connector's service as its source.",
    source: connectorPages,
  },
  ({ type, source }, report) => {
    const connector = connectors[type];
    if (connector !== undefined && source !== connector.source)
      report(['source'], `"${connector.source}"`, source);
  },
);

const connectorData = rule(
  {
    name: 'eventbridge/connector-data',
    severity: 'error',
    holds: "A connector's data has the fields of a message.",
    source: connectorPages,
  },
  ({ type, data }, report) => {
    const fields: Readonly<Record<string, unknown>> = { ...data };
    for (const [name, allowed] of Object.entries(connectors[type]?.fields ?? {})) {
      if (!allowed.includes(typeof fields[name])) report(['data', name], `a ${allowed}`, fields[name]);
    }
    if (type === 'connector:tdmq' && !topicPath.test(String(fields.topic))) {
      report(['data', 'topic'], 'a full path such as persistent://appid/namespace/topic', fields.topic);
    }
    if (type === 'connector:tdmq' && !/^[0-4]$/.test(String(fields.TopicType))) {
      report(['data', 'TopicType'], 'a kind of topic from 0 to 4', fields.TopicType);
    }
    if (connectors[type]?.fields !== kafkaFields) return;
    if (typeof fields.topic === 'string' && !kafkaTopic.test(fields.topic))
      report(['data', 'topic'], 'a name of a topic: letters, digits, ".", "_" and "-"', fields.topic);
    const partition = fields.Partition ?? fields.partition;
    for (const [name, number] of [['Partition', partition] as const, ['offset', fields.offset] as const]) {
      if (!(Number.isInteger(number) && Number(number) >= 0))
        report(['data', name], 'an integer from 0', number);
    }
  },
);

const hasSubject = rule(
  {
    name: 'eventbridge/has-subject',
    severity: 'error',
    holds: 'Events of Tencent Cloud services have a subject.',
    source: page,
  },
  ({ source, subject, subjuect }, report) => {
    if (source.endsWith('.cloud.tencent') && (subject ?? subjuect) === undefined) {
      report(['subject'], 'a string', undefined);
    }
  },
);

const subjectAgrees = rule(
  {
    name: 'eventbridge/subject-agrees',
    severity: 'error',
    holds:
      'A subject in QCS form names the service of source and the region, and for TDMQ the topic and the subscription.',
    source: page,
  },
  ({ source, region, subject, data }, report) => {
    if (subject?.startsWith('qcs::') !== true) return;
    const [, , service, itsRegion, , resource = ''] = subject.split(':');
    if (source.endsWith('.cloud.tencent') && `${service}.cloud.tencent` !== source) {
      report(['subject'], `qcs::${source.slice(0, source.indexOf('.'))}:…`, subject);
    }
    if (itsRegion !== '' && itsRegion !== region) report(['subject'], `the region ${region}`, subject);
    const [what, ...parts] = resource.split('/');
    if (what !== 'topicName' || parts.length !== partsOfTopic) return;
    const [, namespace, topic, subscription] = parts;
    if (!('subscriptionName' in data) || !('topic' in data)) return;
    if (!String(data.topic).endsWith(`/${namespace}/${topic}`))
      report(['data', 'topic'], `…/${namespace}/${topic}`, data.topic);
    if (data.subscriptionName !== subscription) {
      report(['data', 'subscriptionName'], `"${subscription}" as in subject`, data.subscriptionName);
    }
  },
);

/** topicName/<cluster>/<namespace>/<topic>/<subscription> */
const partsOfTopic = 4;

/** What stands behind the account in a subject of QCS form, by the service. */
const resourceForms: Readonly<Record<string, { readonly form: RegExp; readonly words: string }>> = {
  tdmq: {
    form: /^topicName(?:\/[^/]+){4}$/,
    words: 'topicName/<cluster>/<namespace>/<topic>/<subscription>',
  },
  ckafka: { form: /^ckafkaId\/uin\/[^/]+\/[^/]+$/, words: 'ckafkaId/uin/<account>/<instance>' },
};

const subjectTemplate = rule(
  {
    name: 'eventbridge/subject-template',
    severity: 'warning',
    holds:
      "A subject in QCS form has all of its parts, and those of TDMQ and CKafka follow the vendor's template.",
    source: page,
  },
  ({ source, subject }, report) => {
    if (subject?.startsWith('qcs::') !== true || !source.endsWith('.cloud.tencent')) return;
    const [, , service = '', , account, ...rest] = subject.split(':');
    const template = Object.hasOwn(resourceForms, service) ? resourceForms[service] : undefined;
    const words = template?.words ?? '<resource>';
    const isWhole = account !== undefined && rest.length > 0;
    if (isWhole && template?.form.test(rest.join(':')) !== false) return;
    report(['subject'], `qcs::${service}:<region>:<account>:${words}`, subject);
  },
);

const timeIsMilliseconds = rule(
  {
    name: 'eventbridge/time-is-milliseconds',
    severity: 'error',
    holds: 'time, and toTimestamp of TDMQ, count milliseconds.',
    source: page,
  },
  ({ source, time, data }, report) => {
    // A sample of DTS counts seconds.
    if (Number(time) < leastMilliseconds && !source.startsWith('dts.'))
      report(['time'], 'milliseconds since 1970', time);
    if ('toTimestamp' in data && !(Number(data.toTimestamp) >= leastMilliseconds)) {
      report(['data', 'toTimestamp'], 'milliseconds since 1970', data.toTimestamp);
    }
  },
);

const idIsUuid = rule(
  { name: 'eventbridge/id-is-uuid', severity: 'warning', holds: 'id has the form of a UUID.', source: page },
  ({ id }, report) => {
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) report(['id'], 'the form of a UUID', id);
  },
);

const formIsToday = rule(
  {
    name: 'eventbridge/form-is-today',
    severity: 'warning',
    holds: 'subject is spelt like this, and data is JSON.',
    source: `${page}; older pages differ`,
  },
  ({ subjuect, datacontenttype }, report) => {
    if (subjuect !== undefined) report(['subjuect'], 'subject, spelt like this', subjuect);
    if (!datacontenttype.startsWith('application/json')) report(['datacontenttype'], 'JSON', datacontenttype);
  },
);

export const rules: readonly Rule<EventbridgeEvent>[] = [
  idIsUuid,
  connectorSource,
  connectorData,
  hasSubject,
  subjectAgrees,
  subjectTemplate,
  timeIsMilliseconds,
  formIsToday,
];
