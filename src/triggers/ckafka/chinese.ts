import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/ckafka.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'The platform consumes a CKafka topic and passes the messages on in batches.':
    '平台消费 CKafka 主题，并把消息成批交给函数。',
  'The same batch again, as often as the trigger says (10,000 times by default) after an error of the function, without an end after an error of the platform.':
    '重试同一批消息：函数出错时次数由触发器配置（默认 10,000 次），平台出错时一直重试。',
  'put exactly so many messages into the batch, 1 to 10000; then nothing keeps it within 6 MB':
    '一批恰好放入多少条消息，1 到 10000；此时不再保证不超过 6 MB',
  'the batch is as long as it can be, and a call for each message takes longer than the timeout':
    '批次达到最大条数，逐条调用外部服务会超过超时时间',
  'the event is exactly as large as a synchronous one can be': '事件恰好达到同步调用的最大大小',
  'the platform sends no such batch, and code that makes one must split it':
    '平台不会发送这样的批次，自行构造批次的代码必须拆分',
  'a message beyond the limit comes alone, not split': '超过上限的消息会单独到达，不会被拆分',
  'one message that is no JSON fails the batch, which is then sent again and again':
    '一条不是 JSON 的消息会使整批失败，随后整批被反复重试',
  'a message without a key has the text "None", which is truthy':
    '没有 key 的消息，其 key 为文本 "None"，是真值',
  'a message without a key may also have "", which must not count as a key':
    '没有 key 的消息也可能是 ""，不应当作 key',
  'grouping messages by key in an object sets its prototype': '用对象按 key 分组会设置该对象的原型',
  'grouping messages by key in an object finds a function': '用对象按 key 分组会命中一个函数',
  'both are falsy, and a check for presence by truth drops the message':
    '二者都是假值，用真值判断是否存在会丢弃该消息',
  'the offset no longer fits 32 bits': '偏移量超出 32 位',
  'offsets are 64-bit integers; JavaScript rounds this one, and a commit of it skips a message':
    '偏移量是 64 位整数；JavaScript 会将其舍入，提交后会跳过一条消息',
  'sort() without a function puts 10 before 9': '不带比较函数的 sort() 会把 10 排在 9 之前',
  'compaction and transactions leave gaps, and counting on offset + 1 waits for ever':
    '日志压缩和事务会留下空缺，等待 offset + 1 会永远等下去',
  'offsets of two partitions have no order, and one remembered offset loses the other partition':
    '两个分区的偏移量之间没有先后，只记一个偏移量会丢失另一个分区',
  'code written after the documents reads Partition, which is not sent':
    '照文档编写的代码读取 Partition，而实际不会发送它',
  'Every message names its partition.': '每条消息都有分区编号。',
  'partition is spelt with a small letter.': 'partition 首字母小写。',
  'All messages of a batch come from one topic.': '一批中的所有消息来自同一个主题。',
  'Offsets rise within a partition; numbers that JavaScript rounded (from 2^53) may repeat.':
    '偏移量在分区内递增；被 JavaScript 舍入的数字（自 2^53 起）可能重复。',
};
