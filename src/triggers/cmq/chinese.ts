import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/cmq.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'A message was published to a CMQ topic that the function subscribes to (the product ended in 2022).':
    '函数所订阅的 CMQ 主题收到了一条消息（该产品已于 2022 年下线）。',
  'splitting at "," alone leaves a space in front of the second tag': '只按 "," 拆分，第二个标签前会留下空格',
  'splitting at ", " finds one tag': '按 ", " 拆分只得到一个标签',
  'a string method of an array is undefined': '数组没有字符串方法，得到 undefined',
  '"".split(",") gives one empty tag': '"".split(",") 得到一个空标签',
  'counting tags in an object sets its prototype': '用对象统计标签会设置该对象的原型',
  'the summary page of the documents shows a string': '文档的汇总页写的是字符串',
  'it no longer fits the Integer of the vendor’s Java class': '超出官方 Java 类中 Integer 的范围',
  'a parser of one form refuses the other': '只认一种形式的解析器会拒绝另一种',
  'the ids are digits, and a number loses the last of them': 'ID 是数字文本，转成数字会丢失末位',
  'the documents name a second type': '文档提到第二种类型',
  'one message that is no JSON is retried twice and then lost': '一条不是 JSON 的消息重试两次后丢失',
  'publishTime is a second that the calendar has.': 'publishTime 是日历上存在的时刻。',
  'topicOwner is a number.': 'topicOwner 是数字。',
  'msgTag is one string.': 'msgTag 是一个字符串。',
  'type is "topic".': 'type 为 "topic"。',
};
