import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/timer.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'A timer trigger fires at a second of its cron expression.': '定时触发器在其 cron 表达式的某一秒触发。',
  "fire at seconds that this cron expression hits, read in UTC+8 (see utcOffset); SCF's dialect of 7 fields, or 5":
    '在该 cron 表达式命中的秒触发，按 UTC+8 解读（见 utcOffset）；SCF 的 7 段写法或 5 段写法',
  'hours ahead of UTC in which the cron expression is read; 8 when left out, since no page of the vendor says':
    '解读 cron 表达式所用时区比 UTC 早多少小时；不填为 8，因为没有官方页面说明',
  'Message is "" when no text was set, and JSON.parse("") throws':
    '未设置文本时 Message 为 ""，而 JSON.parse("") 会抛出错误',
  'the text is as long as it can be': '文本达到最大长度',
  '4 KB are bytes: this text has 1,365 characters': '4 KB 是字节数：该文本有 1,365 个字符',
  'the text is whatever somebody typed into the console': '文本是有人在控制台随手输入的内容',
  'merging the parsed text into an object sets its prototype': '把解析后的文本合并到对象中会设置其原型',
  'the text spans lines': '文本跨多行',
  'adding a month to it has no such day': '加一个月后没有这一天',
  'a second later it is another year, and in UTC+8 it is already':
    '再过一秒就是下一年，在 UTC+8 时区则已经是下一年',
  'in UTC+8 it is the last second of the same day': '在 UTC+8 时区是同一天的最后一秒',
  'seconds since 1970 no longer fit 32 bits': '自 1970 年起的秒数超出 32 位',
  'a lookup table by name finds the prototype': '按名称查表会命中对象的原型',
  'a lookup table by name finds a function': '按名称查表会命中一个函数',
  'the name is as long as the console allows': '名称达到控制台允许的最大长度',
  'the API allows names that the console does not': 'API 允许控制台不允许的名称',
  'Message takes at most 4 KB of UTF-8.': 'Message 最大为 4 KB 的 UTF-8。',
  'Time is a second that the calendar has.': 'Time 是日历上存在的时刻。',
  'TriggerName starts with a letter and has at most 60 characters, as the console wants it; the API takes 100.':
    'TriggerName 以字母开头，最多 60 个字符，这是控制台的要求；API 允许 100 个。',
};
