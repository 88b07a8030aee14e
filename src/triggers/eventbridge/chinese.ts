import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/eventbridge.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'A rule of EventBridge passes an event of TDMQ, CKafka, COS or the user’s own on to the function, or several together.':
    '事件总线的规则把 TDMQ、CKafka、COS 或用户自定义的事件投递给函数，可以多个一起。',
  'No page says so: asynchronous calls are repeated twice after an error of the function, a minute apart.':
    '没有页面说明：异步调用在函数出错后重试两次，间隔一分钟。',
  'deliver exactly so many events together, 1 to 10000: {"EventList": […]}, as rules with batch delivery do':
    '恰好一起投递多少个事件，1 到 10000：{"EventList": […]}，与开启批量投递的规则一样',
  'the message of TDMQ has TopicType, partitions and toTimestamp':
    'TDMQ 的消息有 TopicType、partitions 和 toTimestamp',
  'the partition is spelt with a capital letter here, and only here': '分区在这里（也只在这里）首字母大写',
  'there is no msgBody': '没有 msgBody',
  'the documents write the type of COS events in two ways': '文档对 COS 事件的类型有两种写法',
  'events that people put themselves have any source and type, and may lack the subject':
    '用户自己投递的事件可以有任意的事件源和类型，也可以没有 subject',
  'spread into one object, data overwrites them': '展开到同一个对象时，data 会覆盖事件的字段',
  'data is there and holds nothing': '有 data，但其中没有内容',
  'merging data into an object sets its prototype': '把 data 合并到对象中会设置其原型',
  'a field with the matching rules stands in some samples': '部分示例中有一个列出匹配规则的字段',
  'code written after the documents reads subjuect': '照文档编写的代码读取 subjuect',
  'one page calls the type connector:kafka': '有一页把类型写作 connector:kafka',
  'new Date("1615430559146") is no date': 'new Date("1615430559146") 不是有效日期',
  'a reader of CloudEvents that wants version 1.0 refuses it': '要求 1.0 版本的 CloudEvents 解析器会拒绝它',
  'comparing the version with "1.0" fails': '与 "1.0" 比较版本不相等',
  'a rule with batch delivery turned on sends EventList, and event.data is undefined':
    '开启批量投递的规则发送 EventList，event.data 为 undefined',
  'with batch delivery turned on an event that comes alone stands in EventList, too':
    '开启批量投递时，单独到达的事件也放在 EventList 中',
  'one event whose message is no JSON fails those beside it, and all of them come again':
    '一个消息不是 JSON 的事件会连累同批的其他事件，全部重新投递',
  'the SCF page shows a number, and 0 is falsy': 'SCF 页面写的是数字，而 0 是假值',
  'the message failed before, and failing again loses it': '该消息之前失败过，再次失败就会丢失',
  'the message failed before': '该消息之前失败过',
  'the id is digits, and a number loses the last of them': 'ID 是数字文本，转成数字会丢失末位',
  'the CKafka trigger spells it partition': 'CKafka 触发器写作 partition',
  'both are falsy': '二者都是假值',
  'offsets are 64-bit integers, and JavaScript rounds this one': '偏移量是 64 位整数，会被 JavaScript 舍入',
  'one message that is no JSON is retried and then lost': '一条不是 JSON 的消息会重试，然后丢失',
  'it is exactly as large as an asynchronous event can be': '恰好达到异步事件的最大大小',
  'the platform cannot deliver it': '平台无法投递该事件',
  'id has the form of a UUID.': 'id 为 UUID 形式。',
  "A connector's event names the connector's service as its source.":
    '连接器的事件以该连接器的服务为事件源。',
  "A connector's data has the fields of a message.": '连接器的 data 具有消息的各字段。',
  'Events of Tencent Cloud services have a subject.': '腾讯云服务的事件有 subject。',
  'A subject in QCS form names the service of source and the region, and for TDMQ the topic and the subscription.':
    'QCS 形式的 subject 与 source 的服务和地域一致，TDMQ 还与主题和订阅一致。',
  "A subject in QCS form has all of its parts, and those of TDMQ and CKafka follow the vendor's template.":
    'QCS 形式的 subject 各段齐全，TDMQ 和 CKafka 的遵循官方模板。',
  'time, and toTimestamp of TDMQ, count milliseconds.': 'time 以及 TDMQ 的 toTimestamp 以毫秒为单位。',
  'subject is spelt like this, and data is JSON.': 'subject 拼写正确，且 data 为 JSON。',
};
