import { storyOf, storyTopics } from '../../domain/queue/stories.js';
import type {
  EventbridgeCkafkaData,
  EventbridgeEvent,
  EventbridgeTdmqData,
} from '../../generated/eventbridge.js';
import { fileNames, slugs, words } from '../../generated/pools.js';
import type { Draw } from '../../kernel/draw.js';

/** What the user fixed of the data. */
export type Given = Readonly<Record<string, unknown>>;

/** What all events of a source share, and its own data. */
export interface EventSource {
  readonly source: string;
  readonly type: string;
  /** Whether the data holds a message of the user's. */
  readonly hasBody: boolean;
  draw(
    draw: Draw,
    place: {
      readonly region: string;
      readonly account: string;
      readonly milliseconds: number;
      readonly given: Given;
    },
  ): {
    readonly subject: string;
    readonly data: EventbridgeEvent['data'];
  };
}

const namespaces: readonly string[] = ['default', 'namespace', 'prod'];
const subscriptions: readonly string[] = ['to-scf', 'eb_sub', 'orders-worker'];
const buckets: readonly string[] = ['bucketname', 'testpic', 'user-upload'];
/** Names of topics that TDMQ takes, too. */
const plainTopics = storyTopics.filter((topic) => !topic.includes('.'));
const legalTopic = /^[A-Za-z0-9._-]{1,249}$/;
const legalName = /^[A-Za-z][\w-]{0,63}$/;

function drawBody(draw: Draw, topic: string, about = ''): string {
  const story = storyOf(topic);
  return draw.isHostile() ? draw.text(slugs) : story.body(draw, about === '' ? story.key(draw) : about);
}

const tdmq: EventSource = {
  source: 'tdmq.cloud.tencent',
  type: 'connector:tdmq',
  hasBody: true,
  draw(draw, { region, account, milliseconds, given }) {
    const drawn = `persistent://${account}/${draw.pick(namespaces)}/${draw.name(plainTopics, legalName)}`;
    const path = typeof given.topic === 'string' ? given.topic : drawn;
    const [, , owner, namespace, topic] = path.split('/');
    const subscriptionName =
      typeof given.subscriptionName === 'string'
        ? given.subscriptionName
        : draw.name(subscriptions, legalName);
    const data: EventbridgeTdmqData = {
      topic: path,
      tags: draw.isHostile() ? draw.text(words) : draw.pick(words),
      TopicType: '0',
      subscriptionName,
      toTimestamp: String(milliseconds - draw.below(60_000)),
      partitions: String(draw.below(4)),
      msgId: draw.digits(9),
      msgBody: draw.payloadText(() => drawBody(draw, topic ?? '')),
    };
    const cluster = `pulsar-${draw.hex(8)}`;
    return {
      subject: `qcs::tdmq:${region}:uin/${owner}:topicName/${cluster}/${namespace}/${topic}/${subscriptionName}`,
      data,
    };
  },
};

const ckafka: EventSource = {
  source: 'ckafka.cloud.tencent',
  type: 'connector:ckafka',
  hasBody: true,
  draw(draw, { region, account, given }) {
    const topic = typeof given.topic === 'string' ? given.topic : draw.name(storyTopics, legalTopic);
    const about = storyOf(topic).key(draw);
    const data: EventbridgeCkafkaData = {
      topic,
      Partition: draw.below(6),
      offset: draw.integer(0, 10_000_000),
      msgKey: draw.isHostile() ? draw.text(words) : about,
      msgBody: draw.payloadText(() => drawBody(draw, topic, about)),
    };
    return {
      subject: `qcs::ckafka:${region}:uin/${account}:ckafkaId/uin/${account}/ckafka-${draw.hex(8)}`,
      data,
    };
  },
};

/** The form of its data is known from one sample only, with a name and a number. */
const cos: EventSource = {
  source: 'cos.cloud.tencent',
  type: 'cos:created:object',
  hasBody: false,
  draw: (draw, { region, account }) => ({
    subject: `qcs::cos:${region}:uid${account}:${draw.pick(buckets)}`,
    data: { name: draw.text(fileNames), scope: draw.below(1000) },
  }),
};

/** The sources whose events a source of ours shows. */
export const eventSources: readonly EventSource[] = [tdmq, ckafka, cos];
