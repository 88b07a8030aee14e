/** Arguments and options; what stands in double braces is filled in. */
export const options = {
  // gen, list
  'kinds of events, or all (scf-fixtures list shows them)':
    '事件的类型，或 all 表示全部（用 scf-fixtures list 查看）',
  'how many events of each kind (1)': '每种类型生成多少个事件（1）',
  'any text or number; the same seed gives the same events; "random" draws one ({{seed}})':
    '任意文本或数字；相同的种子得到相同的事件；"random" 表示随机取一个（{{seed}}）',
  'only event i of the seed, printed unless --out is given': '只要该种子的第 i 个事件；没有 --out 时直接输出',
  'only the i-th of n shares of the events': '只生成 n 个分片中的第 i 片',
  'these edge cases (scf-fixtures list <kind> shows them)':
    '指定的边界用例（用 scf-fixtures list <kind> 查看）',
  'all edge cases': '全部边界用例',
  "the vendor's documented example": '官方文档中的示例',
  'a JSON Schema of the data that the event carries for the user': '事件所携带的用户数据的 JSON Schema',
  'fix a value: Records[*].Ckafka.topic=orders; what depends on it follows':
    '固定某个值：Records[*].Ckafka.topic=orders；依赖它的字段随之变化',
  "the event's compact JSON has exactly that many bytes": '事件的紧凑 JSON 正好为这么多字节',
  '0 to 1: how much boundary values are preferred (0)': '0 到 1：多大程度上偏好边界值（0）',
  'only events that the triggers of a deployment file or JSON file send':
    '只生成部署文件或 JSON 文件中的触发器会发送的事件',
  'directory to write to, or - for standard output (fixtures)': '写入的目录，- 表示标准输出（fixtures）',
  'files, ndjson or json (files; ndjson for standard output); http or curl for requests to web functions':
    'files、ndjson 或 json（files；标准输出时为 ndjson）；http 或 curl 用于发给 Web 函数的请求',
  'where the requests of http and curl go (http://127.0.0.1:8000, as serve listens)':
    'http 和 curl 格式的请求发往何处（http://127.0.0.1:8000，即 serve 监听的地址）',
  'indent the JSON (as files are unless --size is given)': '缩进 JSON（写成文件且没有 --size 时默认缩进）',
  'do not indent the JSON': '不缩进 JSON',
  'a kind, to show its edge cases and options': '某一类型，显示它的边界用例和选项',
  'print JSON': '输出 JSON',
  // options of kinds
  '{{kinds}}: put exactly so many messages into the batch, 1 to {{most}}; then nothing keeps it within 6 MB':
    '{{kinds}}：一批正好放入这么多条消息，1 到 {{most}}；此时不再保证不超过 6 MB',
  '{{kinds}}: pack exactly so many log lines, 0 to {{most}}; then nothing keeps them within 128 KB':
    '{{kinds}}：正好打包这么多条日志，0 到 {{most}}；此时不再保证不超过 128 KB',
  '{{kinds}}: deliver exactly so many events together, 1 to {{most}}: {"EventList": […]}, as rules with batch delivery do':
    '{{kinds}}：一次正好投递这么多个事件，1 到 {{most}}：{"EventList": […]}，与开启批量投递的规则相同',
  "{{kinds}}: fire at seconds that this cron expression hits, read in UTC+8 (see utcOffset); SCF's dialect of 7 fields, or 5":
    '{{kinds}}：在此 Cron 表达式命中的时刻触发，按 UTC+8 解释（见 utcOffset）；SCF 的 7 位写法，或 5 位',
  '{{kinds}}: hours ahead of UTC in which the cron expression is read; 8 when left out, since no page of the vendor says':
    '{{kinds}}：按哪个时区解释 Cron 表达式：比 UTC 早的小时数；缺省为 8，官方文档没有说明',
  'print what was done as JSON, on standard error where the events are printed':
    '以 JSON 输出完成的内容；事件写到标准输出时，输出到标准错误',
  // import, check, explain, lint-secrets
  'logs, JSON or NDJSON files, or - for standard input': '日志、JSON 或 NDJSON 文件，- 表示标准输入',
  'directory to write to': '写入的目录',
  'only events of this kind; invoke takes every object': '只要这种类型的事件；invoke 接受任何对象',
  'keep so many different events of each kind': '每种类型最多保留多少个不同的事件',
  'print what was found as JSON': '以 JSON 输出找到的内容',
  'JSON or NDJSON files, directories of them, - for standard input; or the folder or zip file of a web function':
    'JSON 或 NDJSON 文件，或存放它们的目录，- 表示标准输入；也可以是 Web 函数的目录或 zip 包',
  'what the events are meant to be, instead of finding out': '指定事件的类型，不再自动识别',
  'make errors of warnings, and report fields that no source shows':
    '把警告当作错误，并报告任何来源都没有出现过的字段',
  'a JSON or NDJSON file, or - for standard input': 'JSON 或 NDJSON 文件，- 表示标准输入',
  'what the event is meant to be, instead of finding out': '指定事件的类型，不再自动识别',
  'directories or files': '目录或文件',
  // cron, trigger
  'a cron expression of 7 fields (second to year), or of the legacy 5, in quotes':
    '7 位 Cron 表达式（从秒到年），或旧版的 5 位，需加引号',
  'how many times to show': '显示多少个触发时间',
  'show times after this one, as in 2026-01-31T09:00:00Z; now when left out':
    '从此时刻之后开始，例如 2026-01-31T09:00:00Z；缺省为现在',
  "hours ahead of UTC in which it is read; SCF's pages do not say which":
    '按哪个时区解释表达式：比 UTC 早的小时数；SCF 的文档没有说明',
  'accept only what the current Chinese page has (with ? L W #), or the guide (without)':
    '只接受当前中文文档中的写法（含 ? L W #），或旧指南中的写法（不含）',
  'TriggerName of the events': '事件的 TriggerName',
  'Message of the events': '事件的 Message',
  'a trigger or a list as JSON or YAML, a deployment file, or the output of terraform show -json; - for standard input':
    'JSON 或 YAML 形式的单个触发器或列表、部署文件，或 terraform show -json 的输出；- 表示标准输入',
  'events that one of the triggers should be able to deliver': '应当能由其中某个触发器投递的事件',
  'functions that one COS rule may have; documents say 1 or 3':
    '一条 COS 规则可绑定的函数个数；文档的说法有 1 和 3',
  'hours ahead of UTC in which schedules are read': '按哪个时区解释定时规则：比 UTC 早的小时数',
  'make errors of warnings': '把警告当作错误',
  // what surrounds a function
  'path/index.main_handler, ./path/file.js#export, ./path/index.py:main_handler, or a folder':
    'path/index.main_handler、./path/file.js#export、./path/index.py:main_handler，或目录',
  'time limit in milliseconds (3000)': '执行超时时间，毫秒（3000）',
  'how long it may take to be ready, in a process of its own (65000)':
    '初始化超时时间，毫秒，在独立进程中运行时有效（65000）',
  'memory size in MB (128)': '内存大小，MB（128）',
  'an environment variable; may be repeated': '环境变量；可重复',
  'environment variables, one NAME=value a line': '环境变量文件，每行一个 NAME=value',
  'time zone of the function (UTC)': '函数的时区（UTC）',
  'what the platform calls its runtime: Nodejs18.15, Python3.10':
    '平台上的运行环境名称：Nodejs18.15、Python3.10',
  'the Python that runs it (python3)': '用哪个 Python 运行（python3）',
  'what starts the server of an image function, in its folder, as the shell takes it':
    '镜像函数的启动命令，在其目录中由 shell 执行',
  'port of an image function: with --command the one it listens on, otherwise that of a server which runs already':
    '镜像函数的端口：有 --command 时为它监听的端口，否则为已在运行的服务的端口',
  'path of the API, with which every path begins: /demo': 'API 的路径，所有请求路径以它开头：/demo',
  'environment of the API: {{stages}}': 'API 的发布环境：{{stages}}',
  'API Gateway reads status, headers and body of what the function returns':
    '集成响应：API 网关从函数返回值中读取状态码、响应头和响应体',
  'API Gateway sends all that the function returns as the body of a 200':
    '透传响应：API 网关把函数返回的全部内容作为状态码 200 的响应体',
  'API Gateway makes Base64 of every body': 'API 网关对所有请求体做 Base64 编码',
  'API Gateway makes Base64 of no body': 'API 网关不对请求体做 Base64 编码',
  'CORS of the function URL: origins, with commas between them, or *':
    '函数 URL 的 CORS：允许的来源，用逗号分隔，或 *',
  'take what these do not tell from a deployment file, a trigger or a list of them ({{files}} of this folder)':
    '以上没有指定的，从部署文件、单个触发器或触发器列表中读取（当前目录的 {{files}}）',
  'take nothing from the deployment file of this folder': '不读取当前目录的部署文件',
  // invoke
  'a JSON file, or - for standard input': 'JSON 文件，- 表示标准输入',
  'draw an event of this kind instead': '不用文件，生成一个此类型的事件',
  'seed of the drawn event, and of the request id': '所生成事件以及请求 ID 的种子',
  'which event of the seed': '该种子的第几个事件',
  'the Node that runs it (this one, or an installed one of the runtime’s version)':
    '用哪个 Node 运行（当前的，或已安装的与运行环境版本一致的）',
  'print the whole outcome as JSON': '以 JSON 输出完整结果',
} as const;
