// Made by scripts/generate.mjs from src/triggers/timer/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'What a function receives when one of its timer triggers fires.': '定时触发器触发时函数收到的内容。',
  'Always "Timer"; what tells this event from others.': '固定为 "Timer"；用于与其他事件区分。',
  'Name of the trigger that fired: letters, digits, "-" and "_". The console allows 60 characters and a letter first, the API 100 and any of them first.': '触发的触发器名称：字母、数字、"-" 和 "_"。控制台最多允许 60 个字符且须以字母开头，API 允许 100 个字符且可以上述任意字符开头。',
  'The second at which the trigger fired, in UTC, without a fraction. (The documents call it the trigger\'s creation time; every capture shows the time of firing.)': '触发的时刻，UTC，精确到秒，不含小数。（文档称之为触发器的创建时间；所有抓包中都是触发时刻。）',
  'The text set with the trigger (CustomArgument), at most 4 KB; "" when none was set.': '随触发器设置的文本（CustomArgument），最大 4 KB；未设置时为 ""。',
};
