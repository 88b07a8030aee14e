/** Sentences about what a command cannot do, by their English ones; what stands in double braces is filled in. */
export const misuses = {
  'Cannot find the kind "{{kind}}": did you mean "{{near}}"?': '没有类型 "{{kind}}"：是否想用 "{{near}}"？',
  'Cannot find the configuration file {{file}}: there is no such file. Name one that is there, or take --no-config.':
    '找不到配置文件 {{file}}。请指定存在的文件，或使用 --no-config。',
  'Cannot generate events: no kind is named. There are {{kinds}}.':
    '无法生成事件：没有指定类型。可用的类型有 {{kinds}}。',
  'Cannot take --index and --shard together: --index names one event.':
    '不能同时使用 --index 和 --shard：--index 只指定一个事件。',
  'Cannot use --{{option}} here: only {{kinds}} has it.':
    '此处不能使用 --{{option}}：只有 {{kinds}} 有该选项。',
  'Cannot take --wait alone: it is for --retries. Add that.':
    '不能单独使用 --wait：它配合 --retries 使用，请加上 --retries。',
  'Cannot send as {{name}}: take one of {{names}}.': '不能以 {{name}} 方式发送：请选择 {{names}} 之一。',
  'Cannot send nothing: name a kind, such as timer, or a file of events: --file recorded.json.':
    '没有可发送的内容：请指定类型，例如 timer，或事件文件：--file recorded.json。',
  'Cannot replay nothing: name stored failures, or take --all.':
    '没有可重放的内容：请指定已保存的失败，或使用 --all。',
  'Cannot serve nothing: name a handler, such as index.main_handler, or take --runtime-api for a program that you start yourself.':
    '没有可运行的函数：请指定处理函数，例如 index.main_handler；自己启动的程序请使用 --runtime-api。',
  'Cannot import {{path}}: it is a directory. Name the files in it.':
    '无法导入 {{path}}：它是目录，请指定其中的文件。',
  'Cannot fuzz {{handler}}: nothing says what sends its events. Name it, such as --kind apigw; scf-fixtures list has all. Only a web function, a folder with a scf_bootstrap, needs none.':
    '无法对 {{handler}} 做模糊测试：不知道它接收哪种事件。请指定类型，例如 --kind apigw，全部类型见 scf-fixtures list。只有 Web 函数（含 scf_bootstrap 的目录）不需要指定。',
  'Cannot give {{handler}} an event: it is a web function, which is called over HTTP and not by {{kind}}. Leave out --kind.':
    '无法把事件交给 {{handler}}：它是 Web 函数，由 HTTP 请求调用，而不是 {{kind}}。请去掉 --kind。',
  'Cannot take --runtime {{name}}: SCF has none of that name. Take one of {{names}}.':
    '无法使用 --runtime {{name}}：SCF 没有这个运行环境。请选择 {{names}} 之一。',
  'Cannot take --tz {{zone}}: there is no such time zone. Write --tz Asia/Shanghai.':
    '无法使用 --tz {{zone}}：没有这个时区。请写成 --tz Asia/Shanghai 这样的形式。',
  'Cannot take --env {{text}}: it is no name=value. Write --env STAGE=test.':
    '无法使用 --env {{text}}：它不是 name=value 的形式。请写成 --env STAGE=test。',
  'Cannot take {{flag}} {{text}}: it must be a whole number from {{least}} to {{most}}.':
    '无法使用 {{flag}} {{text}}：必须是 {{least}} 到 {{most}} 之间的整数。',
  'Cannot take {{flag}} {{text}}: it must be a number from {{least}} to {{most}}.':
    '无法使用 {{flag}} {{text}}：必须是 {{least}} 到 {{most}} 之间的数字。',
  'Cannot take --shard {{text}}: it must be i/n with 1 <= i <= n, as in 3/16.':
    '无法使用 --shard {{text}}：必须是 i/n，且 1 <= i <= n，例如 3/16。',
  'Cannot read events from {{path}}: the directory holds no .json, .ndjson or .jsonl file.':
    '无法从 {{path}} 读取事件：目录中没有 .json、.ndjson 或 .jsonl 文件。',
  'Cannot take both {{one}} and {{other}}: a deployment is the one or the other. Leave one out.':
    '不能同时使用 {{one}} 和 {{other}}：部署只能是其中之一。请去掉一个。',
  'Cannot find the handler {{handler}}: there is no such file. Write the path of its file without the extension, a dot and the export, as in src/index.main_handler.':
    '找不到处理函数 {{handler}}：没有这样的文件。请写不带扩展名的文件路径，加上点和导出名，例如 src/index.main_handler。',
  'Cannot find the handler {{handler}}: {{file}} exports {{names}}. Name one of its exports, as in src/index.main_handler.':
    '找不到处理函数 {{handler}}：{{file}} 导出的是 {{names}}。请指定其中之一，例如 src/index.main_handler。',
  'Cannot write {{path}}: it is there and differs. Look at the difference with --dry-run, or replace it with --force.':
    '无法写入 {{path}}：文件已存在且内容不同。用 --dry-run 查看差异，或用 --force 覆盖。',
  'Cannot choose between the functions of {{file}}: {{functions}}. Name one: scf-fixtures init {{handler}}.':
    '{{file}} 中有多个函数，无法选择：{{functions}}。请指定一个：scf-fixtures init {{handler}}。',
  'Cannot choose between {{first}} and {{second}}: both are in {{folder}}. Keep one.':
    '无法在 {{first}} 和 {{second}} 之间选择：两者都在 {{folder}} 中。请只保留一个。',
  'Cannot take --config without a file: name one, such as --config scf-fixtures.config.json.':
    '--config 没有指定文件：请指定一个，例如 --config scf-fixtures.config.json。',
  'Cannot use {{file}}: {{key}} is unknown: did you mean {{near}}?':
    '无法使用 {{file}}：没有 {{key}} 这个键，是否想用 {{near}}？',
  'Cannot load {{file}}: {{reason}}. Mend that place.': '无法加载 {{file}}：{{reason}}。请修正该处。',
  'Cannot show the page on port {{port}}: {{reason}} ({{code}}). Choose another with --inspect <port>, or leave it out.':
    '无法在端口 {{port}} 上显示页面：{{reason}}（{{code}}）。请用 --inspect <port> 换一个端口，或不指定。',
  'Cannot listen on port {{port}}: {{reason}} ({{code}}). Choose another with --port, or leave it out.':
    '无法监听端口 {{port}}：{{reason}}（{{code}}）。请用 --port 换一个端口，或不指定。',
  'another program uses it': '已被其他程序占用',
} as const;
