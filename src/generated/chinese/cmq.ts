// Made by scripts/generate.mjs from src/triggers/cmq/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'Messages that were published to a CMQ topic which the function subscribes to. The product was discontinued in 2022; existing triggers still deliver.': '发布到函数所订阅 CMQ 主题的消息。该产品已于 2022 年下线；已有的触发器仍会投递。',
  'The messages; every known event has one.': '消息列表；所有已知事件都只有一条。',
  'The envelope around one message.': '包裹一条消息的外层结构。',
  'The message; the name of the key tells that it comes from CMQ.': '消息本身；键名表明它来自 CMQ。',
  'One published message and the subscription that received it.': '一条已发布的消息，以及收到它的订阅。',
  'Where the message was published: "topic" in every known event, "queue" by the documents.': '消息的发布位置：所有已知事件都是 "topic"，按文档还可以是 "queue"。',
  'APPID of the account that owns the topic. Sent as a number; the summary page of the documents shows a string.': '主题所属账号的 APPID。实际发送的是数字；文档的汇总页写的是字符串。',
  'Name of the topic.': '主题名称。',
  'Name of the subscription through which the function receives the message.': '函数接收消息所用的订阅名称。',
  'When the message was published, in UTC, to the second; the documents\' sample has three digits of milliseconds.': '消息的发布时间，UTC，精确到秒；文档示例带三位毫秒。',
  'Identifies the message; decimal digits, often beyond 2^53.': '消息 ID；十进制数字，常常超过 2^53。',
  'Identifies the request that published the message; decimal digits, often beyond 2^53.': '发布该消息的请求 ID；十进制数字，常常超过 2^53。',
  'The message\'s text, whatever the publisher wrote.': '消息的文本，即发布者写入的任意内容。',
  'The message\'s tags in one string, separated by ", " when sent and by "," in the documents; "" when it has none. The Serverless documents show an array.': '消息的全部标签合成的一个字符串，实际以 ", " 分隔，文档中以 "," 分隔；没有标签时为 ""。Serverless 的文档写的是数组。',
};
