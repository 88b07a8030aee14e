/** What a command cannot do, in its own words; the first ones stand in `misuses.ts`. */
export const commandMisuses = {
  'Cannot check {{paths}} at once: {{first}} is a web function, the rest is not. Check them one after the other.':
    '不能同时检查 {{paths}}：{{first}} 是 Web 函数，其余不是。请分开检查。',
  'Cannot complete in {{shell}}: there are {{shells}}.': '不支持 {{shell}} 的补全：可用的有 {{shells}}。',
  'Cannot show the explorer: {{directory}} does not hold it. Build it with npm run build.':
    '无法显示事件查看器：{{directory}} 中没有它。请用 npm run build 构建。',
  'Cannot generate events of {{file}}: none of its triggers sends {{kinds}}. Look at them with scf-fixtures trigger check {{file}}.':
    '无法按 {{file}} 生成事件：其中没有触发器会发送 {{kinds}}。请用 scf-fixtures trigger check {{file}} 查看。',
  'Cannot find {{what}} in {{paths}}: {{almost}}. Log them whole: console.log(JSON.stringify(event)).':
    '在 {{paths}} 中找不到 {{what}}：{{almost}}。请完整记录：console.log(JSON.stringify(event))。',
  'Cannot write a test of a handler that gets {{kind}} requests: only web functions get them. Name the folder with scf_bootstrap: scf-fixtures init ./folder.':
    '无法为接收 {{kind}} 请求的处理函数写测试：只有 Web 函数接收请求。请指定含 scf_bootstrap 的目录：scf-fixtures init ./folder。',
  'Cannot write a test with {{kind}} events: this is a web function, which HTTP requests reach as they are. Leave out --kind.':
    '无法写 {{kind}} 事件的测试：这是 Web 函数，直接接收 HTTP 请求。请去掉 --kind。',
  'Cannot take --node {{node}}: {{handler}} is no function in JavaScript. Leave it out, or name the program that runs it: --python.':
    '不能使用 --node {{node}}：{{handler}} 不是 JavaScript 函数。请去掉它，或用 --python 指定运行它的程序。',
  'Cannot invoke {{handler}} in the deployment that is told: its event is of no known kind. Take an event that scf-fixtures explain knows, or leave out the flags of the deployment.':
    '无法在给定的部署中调用 {{handler}}：事件不属于任何已知类型。请使用 scf-fixtures explain 认识的事件，或去掉部署相关的选项。',
  'Cannot invoke {{handler}}: {{reason}}. Name one JSON file, - for standard input, or a kind: --kind timer.':
    '无法调用 {{handler}}：{{reason}}。请指定一个 JSON 文件、表示标准输入的 -，或类型：--kind timer。',
  'Cannot look for secrets in {{path}}: the directory holds no file.':
    '无法在 {{path}} 中查找敏感信息：目录中没有文件。',
  'Cannot send {{source}}: {{reason}}.': '无法发送 {{source}}：{{reason}}。',
  'Cannot take --event for {{handler}}: it is for --runtime-api. Write scf-fixtures invoke {{handler}} {{event}}.':
    '{{handler}} 不能使用 --event：它配合 --runtime-api 使用。请写 scf-fixtures invoke {{handler}} {{event}}。',
  'Cannot use {{file}}: {{key}} must be one of {{choices}}.':
    '无法使用 {{file}}：{{key}} 必须是 {{choices}} 之一。',
  'Cannot use {{file}}: {{place}} must be {{what}}.': '无法使用 {{file}}：{{place}} 必须是{{what}}。',
  'Cannot use {{file}}: {{key}} is unknown.': '无法使用 {{file}}：没有 {{key}} 这个键。',
  'Cannot load {{file}}: Node {{version}} does not run TypeScript, and there is no vite that would translate it. Install vitest, take Node 22.18 or newer, or write it as scf-fixtures.config.js.':
    '无法加载 {{file}}：Node {{version}} 不能直接运行 TypeScript，也没有可以转换它的 vite。请安装 vitest，使用 Node 22.18 或更新版本，或改写为 scf-fixtures.config.js。',
  'Cannot load {{file}}: {{read}} is no JSON object ({{reason}}). Mend that place.':
    '无法加载 {{file}}：{{read}} 不是 JSON 对象（{{reason}}）。请修正该处。',
  'Cannot draw events: the configuration is that of a web function, which HTTP requests reach as they are and no event of a trigger. See whether it starts on SCF: scf-fixtures check its folder.':
    '无法生成事件：该配置属于 Web 函数，它直接接收 HTTP 请求，不接收触发器事件。请用 scf-fixtures check 加其目录查看它能否在 SCF 上启动。',
  'Cannot take the answers of {{file}}: {{reason}}. Write { "GET https://api.example.com/*": { … }, "mysql SELECT users": [{ … }] }.':
    '无法使用 {{file}} 中的应答：{{reason}}。请写成 { "GET https://api.example.com/*": { … }, "mysql SELECT users": [{ … }] }。',
  'Cannot fuzz without a job: take 1 or more.': '没有进程，无法做模糊测试：请给出 1 或更大的数。',
  'Cannot fuzz {{handler}} with --kind {{kind}} and --trigger {{trigger}}: both are names of one flag. Leave out one of them.':
    '不能同时用 --kind {{kind}} 和 --trigger {{trigger}} 对 {{handler}} 做模糊测试：两者是同一个选项的名称。请去掉一个。',
  'Cannot replay it: it was found by a test ({{subject}}). Run that test, or name a handler with --handler.':
    '无法重放：它是由测试发现的（{{subject}}）。请运行该测试，或用 --handler 指定处理函数。',
  'Cannot replay it: its handler {{subject}} lies outside of {{cwd}}. Name it with --handler.':
    '无法重放：其处理函数 {{subject}} 位于 {{cwd}} 之外。请用 --handler 指定。',
  'Cannot write the reports {{one}} and {{other}} to one place: each but one needs a file. Write --report {{other}}=<file>.':
    '不能把报告 {{one}} 和 {{other}} 写到同一处：只有一份可以不写文件。请写 --report {{other}}=<file>。',
  'Cannot take --out {{out}}: every report has a file. Leave it out.':
    '不能使用 --out {{out}}：每份报告都已指定文件。请去掉它。',
  'Cannot write two reports to {{file}}: the second would replace the first. Name another file.':
    '不能把两份报告写入 {{file}}：后一份会覆盖前一份。请换一个文件。',
  'Cannot report as {{name}}: take one of {{names}}.': '没有 {{name}} 这种报告：请选择 {{names}} 之一。',
  'Cannot write --report {{text}}: it names no file. Write --report {{form}}=<file>, or --report {{form}} for standard output.':
    '无法使用 --report {{text}}：没有写文件。请写 --report {{form}}=<file>，或用 --report {{form}} 输出到标准输出。',
  'Cannot write {{path}}: {{reason}}. Name another file.': '无法写入 {{path}}：{{reason}}。请换一个文件。',
  'Cannot start a process: this is no program of its own. Leave --jobs out.':
    '无法启动进程：当前不是独立的程序。请去掉 --jobs。',
  'Cannot write the format "{{text}}": there are files, ndjson and json, and http and curl for requests to web functions.':
    '没有格式 "{{text}}"：可用的有 files、ndjson 和 json，以及用于 Web 函数请求的 http 和 curl。',
  'Cannot write files to standard output: choose --format ndjson or json.':
    '不能把多个文件写到标准输出：请选择 --format ndjson 或 json。',
  'Cannot write both --pretty and --compact: choose one.': '不能同时使用 --pretty 和 --compact：请选择一个。',
  'Cannot write events of {{kind}} as {{format}}: they are no requests that a client sends. Write those of web: scf-fixtures gen web --format {{format}}.':
    '不能把 {{kind}} 的事件写成 {{format}}：它们不是客户端发送的请求。请生成 web 的请求：scf-fixtures gen web --format {{format}}。',
  'several kinds': '多种类型',
  'Cannot use --url with --format {{format}}: http and curl have it.':
    '--format {{format}} 不能使用 --url：只有 http 和 curl 有该选项。',
  'Cannot send requests to {{text}}: --url takes the address of a server without a path, such as http://127.0.0.1:8000.':
    '无法向 {{text}} 发送请求：--url 需要不带路径的服务地址，例如 http://127.0.0.1:8000。',
  'Cannot take --set {{argument}}: the path is not understood at character {{at}}. Write it as Records[0].Ckafka.topic=orders.':
    '无法使用 --set {{argument}}：路径从第 {{at}} 个字符起无法理解。请写成 Records[0].Ckafka.topic=orders 这样的形式。',
  'Cannot take --set {{argument}}: it must be path=value, as in Message=hello.':
    '无法使用 --set {{argument}}：必须是 path=value，例如 Message=hello。',
  'Cannot take --set {{argument}}: an index can be 9999 at the most.':
    '无法使用 --set {{argument}}：下标最大为 9999。',
  'Cannot take --set {{argument}}: its value is not JSON ({{reason}}).':
    '无法使用 --set {{argument}}：其值不是 JSON（{{reason}}）。',
  'Cannot tell which events {{handler}} handles: it reads no field that one of them has. Say it with --kind: {{kinds}}.':
    '无法判断 {{handler}} 处理哪种事件：它没有读取任何一种事件的字段。请用 --kind 指定：{{kinds}}。',
  'Cannot tell which events {{handler}} handles: the fields that it reads are those of {{kinds}}. Say it with --kind {{first}}.':
    '无法判断 {{handler}} 处理哪种事件：{{kinds}} 都有它所读取的字段。请用 --kind {{first}} 这样的方式指定。',
  'Cannot read {{file}}: {{reason}}. Mend that place.': '无法读取 {{file}}：{{reason}}。请修正该处。',
  'Cannot read {{file}}: it is no JSON object. Mend it.': '无法读取 {{file}}：它不是 JSON 对象。请修正。',
  'Cannot send to {{text}}: it is no address of a server. Write --to http://127.0.0.1:9000, without a path.':
    '无法发送到 {{text}}：它不是服务地址。请写 --to http://127.0.0.1:9000，不带路径。',
  'Cannot send to {{text}}: {{host}} is another machine, where events may do harm. Take --allow-remote if it is meant to get them.':
    '无法发送到 {{text}}：{{host}} 是其他机器，事件可能造成影响。确实要发送时请加上 --allow-remote。',
  'Cannot send to {{origin}}: {{reason}}. Start the function first, such as by scf-fixtures serve index.main_handler --kind invoke{{port}}.':
    '无法发送到 {{origin}}：{{reason}}。请先启动函数，例如 scf-fixtures serve index.main_handler --kind invoke{{port}}。',
  'Cannot send this event over HTTP: it is no request of a client. Take --as image or --as invoke-api.':
    '不能通过 HTTP 发送该事件：它不是客户端的请求。请使用 --as image 或 --as invoke-api。',
  'Cannot take {{flag}} with --runtime-api: that is for a program which you start yourself, with what it needs. Leave one of them out.':
    '{{flag}} 不能与 --runtime-api 一起使用：后者用于你自行启动的程序，由你给出它所需的一切。请去掉其中一个。',
  'Cannot serve --kind websocket with --runtime-api: its events are for three functions. Take another kind, or --event.':
    '--runtime-api 不能使用 --kind websocket：它的事件属于三个函数。请使用其他类型，或 --event。',
  'Cannot hand out {{source}}: {{problem}}. Name JSON files with events, or - for standard input.':
    '无法下发 {{source}}：{{problem}}。请指定含事件的 JSON 文件，或用 - 表示标准输入。',
  'Cannot take {{flag}} for a web function: that is for functions which get events, and a web function is started by scf_bootstrap and gets requests. Leave it out.':
    'Web 函数不能使用 {{flag}}：它用于接收事件的函数，而 Web 函数由 scf_bootstrap 启动并接收请求。请去掉它。',
  'Cannot take {{flag}} for a function that gets events: that is for web functions. Leave it out, or name the folder of a web function.':
    '接收事件的函数不能使用 {{flag}}：它用于 Web 函数。请去掉它，或指定 Web 函数的目录。',
  'Cannot take the deployment from {{file}}: it has no trigger that says how {{kind}} events come. Name another file, or tell it by flags.':
    '无法从 {{file}} 读取部署信息：其中没有触发器说明 {{kind}} 事件如何到来。请指定其他文件，或用选项说明。',
  'Cannot write to {{directory}}: it leads out of {{folder}} through a symbolic link. Remove the link.':
    '无法写入 {{directory}}：它经符号链接指向 {{folder}} 之外。请删除该链接。',
  'Cannot write {{file}}: it is a symbolic link. Remove the link.':
    '无法写入 {{file}}：它是符号链接。请删除该链接。',
  'Cannot read --env-file {{file}}: line {{number}} is no NAME=value. Mend that line.':
    '无法读取 --env-file {{file}}：第 {{number}} 行不是 NAME=value。请修正该行。',
  'Cannot tell which function {{folder}} is: it has no bootstrap, no Dockerfile, no {{files}} with a handler, and no index.js or index.py with a main_handler. Name its file, such as ./src/fn.js#main_handler or ./src/fn.py:main_handler.':
    '无法判断 {{folder}} 中的函数：没有 bootstrap、没有 Dockerfile、没有写明处理函数的 {{files}}，也没有含 main_handler 的 index.js 或 index.py。请指定其文件，例如 ./src/fn.js#main_handler 或 ./src/fn.py:main_handler。',
  'Cannot take {{flag}} for {{spec}}: an address is that of a server which runs already. Leave one of them out.':
    '{{spec}} 不能使用 {{flag}}：地址表示已在运行的服务。请去掉其中一个。',
  'Cannot take {{flag}} for {{spec}}: {{why}} an image function is a server. Name the folder of one.':
    '{{spec}} 不能使用 {{flag}}：{{why}}只有镜像函数才是服务。请指定镜像函数的目录。',
  "Cannot take --command {{command}}: there is no program {{program}} on the PATH{{also}}. Write --command 'python3 app.py'.":
    "无法使用 --command {{command}}：PATH 中没有程序 {{program}}{{also}}。请写成 --command 'python3 app.py' 这样的形式。",
  'Cannot use the payload schema {{file}}: it is not JSON ({{reason}}).':
    '无法使用载荷 Schema {{file}}：它不是 JSON（{{reason}}）。',
  'Cannot use the payload schema {{file}}: a JSON Schema is an object or a boolean.':
    '无法使用载荷 Schema {{file}}：JSON Schema 应为对象或布尔值。',
  'Cannot find the handler {{spec}}: {{file}} defines {{names}}. {{advice}}':
    '找不到处理函数 {{spec}}：{{file}} 定义的是 {{names}}。{{advice}}',
  'Cannot tell which function is meant: {{files}} both fit. Name the file, such as {{first}}.':
    '无法判断是哪个函数：{{files}} 都符合。请指定文件，例如 {{first}}。',
  'Cannot tell which function {{spec}}: {{files}} both fit. Name the file, such as {{first}}.':
    '无法判断 {{spec}} 是哪个函数：{{files}} 都符合。请指定文件，例如 {{first}}。',
  'Cannot read {{path}}: it is larger than 64 MB. Name the file that you mean, or a part of it.':
    '无法读取 {{path}}：它大于 64 MB。请指定要读取的文件，或其中一部分。',
  'Cannot find a handler in {{cwd}}: neither {{first}}.js nor {{second}}.js exports main_handler. Name it: scf-fixtures init path/index.main_handler.':
    '在 {{cwd}} 中找不到处理函数：{{first}}.js 和 {{second}}.js 都没有导出 main_handler。请指定：scf-fixtures init path/index.main_handler。',
  'Cannot write a test for {{spec}}: it is no JavaScript, TypeScript or Python. Generate events for tests of its own language: scf-fixtures gen <kind> --edges --count 20.':
    '无法为 {{spec}} 写测试：它不是 JavaScript、TypeScript 或 Python。请为其语言的测试生成事件：scf-fixtures gen <kind> --edges --count 20。',
  'Cannot run {{command}}: a file that it reads is larger than 512 MB. Name a smaller one.':
    '无法运行 {{command}}：它读取的文件大于 512 MB。请指定更小的文件。',
  'Cannot run {{command}}: something that it was given is nested too deeply. Make it flatter.':
    '无法运行 {{command}}：给出的内容嵌套过深。请减少嵌套。',
  'This is a fault of scf-fixtures: {{stack}}': '这是 scf-fixtures 的缺陷：{{stack}}',
} as const;
