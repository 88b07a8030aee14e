/** What the commands are for, the titles above them, and the words of every help. */
export const commands = {
  'Seeded events for every trigger of Tencent Cloud SCF, and what it takes to test functions with them.':
    '按种子生成腾讯云函数 SCF 每一种触发器的事件，以及用它们测试函数所需的一切。',
  'write events of one or more kinds as JSON': '生成一种或多种类型的事件，写成 JSON',
  'show the kinds, or the edge cases and options of one': '列出全部类型，或某一类型的边界用例和选项',
  'make fixtures of recorded events, without the secrets in them': '把录制的事件做成样本，去掉其中的敏感信息',
  'check fixtures or recorded events': '检查样本或录制的事件',
  'say what an event is, open what is encoded, and name what deviates':
    '说明一个事件是什么，解开其中编码的内容，指出与平台不一致之处',
  'find what looks real in fixtures': '找出样本中看起来真实的敏感信息',
  'say what a cron expression means and when it fires next': '说明 Cron 表达式的含义，以及接下来的触发时间',
  'check the triggers of a configuration': '检查配置中的触发器',
  'Check the triggers of a configuration, and whether they could deliver given events.':
    '检查配置中的触发器，以及它们能否投递给定的事件。',
  "run a handler on an event as SCF's Node runtime does":
    '像 SCF 的 Node 运行环境那样，用一个事件调用处理函数',
  'put the platform in front of a handler, on this machine': '在本机上模拟平台，由它调用处理函数',
  'send events to a function that runs': '向正在运行的函数发送事件',
  'write the first test of a handler': '为处理函数写出第一个测试',
  'try what the platform may deliver on a handler, and shrink what breaks it':
    '在处理函数上尝试平台可能的各种投递，把使它出错的情况缩小到最小',
  'try stored failures again': '重放已保存的失败',
  'show events and what their fields mean in the browser, on this machine':
    '在本机的浏览器中查看事件及其字段的含义',
  'print the script that completes command lines in a shell': '输出 shell 的命令行补全脚本',
  'answer what that script asks': '响应补全脚本的查询',
  'print the version': '显示版本号',
  'print this help': '显示本帮助',
  'print the help of a command': '显示某个命令的帮助',
  'language of help and reports: en or zh (as LC_ALL, LC_MESSAGES or LANG say); after any command, too':
    '帮助和报告的语言：en 或 zh（默认由 LC_ALL、LC_MESSAGES、LANG 决定）；也可写在任何命令之后',
  'the configuration file (scf-fixtures.config.ts, .js or .json of this folder); after any command, too':
    '配置文件（当前目录的 scf-fixtures.config.ts、.js 或 .json）；也可写在任何命令之后',
  'take nothing from the configuration file': '不读取配置文件',
  'no summaries, notes and progress on standard error, only what went wrong; after any command, too':
    '标准错误上不输出摘要、提示和进度，只输出错误；也可写在任何命令之后',
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Examples:': '示例：',
  'Generate:': '生成：',
  'Check:': '检查：',
  'Run:': '运行：',
  'Fuzz:': '模糊测试：',
  'More:': '其他：',
} as const;
