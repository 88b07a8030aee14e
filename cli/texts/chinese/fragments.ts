/** What stands within sentences: places, reasons, surroundings; what stands in double braces is filled in. */
export const fragments = {
  // How a delivery differs.
  'Delivered like this': '如此投递时',
  'Delivered twice to one instance': '向同一实例投递两次时',
  'Delivered twice to two instances': '分别向两个实例投递时',
  'After another event on the same instance': '在同一实例上另一事件之后',
  'Before another event on another instance': '在另一实例上另一事件之前',
  'With outside call {{number}} failing': '第 {{number}} 次外部调用失败时',
  'With slow outside calls': '外部调用较慢时',
  'Twice at the same time': '同时两次时',
  'At the same time as another event': '与另一事件同时',
  'In the time zone {{zone}}': '在时区 {{zone}} 中',
  'In the time zone {{zone}} instead of {{first}}': '时区为 {{zone}} 而不是 {{first}} 时',
  'In the locale {{other}} instead of {{first}}': '区域设置为 {{other}} 而不是 {{first}} 时',
  'In another process, whose sets are in another order,': '在另一进程中，集合的顺序不同',
  'In another form ({{form}}: {{because}})': '换成另一种形式（{{form}}：{{because}}）',
  'In all forms at once': '同时换成所有形式',
  'With fields that no source shows yet': '加上尚无来源写明的字段时',
  'With "{{inherited}}" in the place of "{{plain}}"': '把 "{{plain}}" 换成 "{{inherited}}" 时',
  'With its body in chunks, which no Content-Length tells the length of,':
    '请求体分块发送、没有 Content-Length 时',
  'calls under way': '仍在进行的调用',
  'by the reference': '参考函数一侧',
  'by the handler': '处理函数一侧',
  'one by one': '逐条到达时',
  'as a batch': '批次到达时',
  'without the failure': '没有失败时',
  'with failure and retry': '失败并重试时',
  'when it comes alone': '单独到达时',
  'when it comes once': '到达一次时',
  'when it comes twice': '到达两次时',
  'on a cold instance': '冷启动的实例上',
  'on a warm instance': '热启动的实例上',
  'one after the other': '先后进行时',
  'at the same time': '同时进行时',
  before: '原来',
  'in this form': '换成该形式时',
  'in these forms': '换成这些形式时',
  'in the other process': '另一进程中',
  'in {{place}}': ' {{place}} 中',
  'on which an outside call has failed': '发生过外部调用失败',
  'that has handled an event before': '处理过其他事件',
  // Where something stands.
  'the answer': '返回内容',
  answer: '返回内容',
  log: '日志',
  'the answer: {{path}}': '返回内容中的 {{path}} ',
  '{{call}}, argument {{number}}': '{{call}} 的第 {{number}} 个参数',
  '{{call}}, argument {{number}}: {{path}}': '{{call}} 的第 {{number}} 个参数中的 {{path}} ',
  '{{call}}, the address': '{{call}} 的地址',
  'JSON that the handler writes': '处理函数写出的 JSON',
  'an invalid date': '无效日期',
  'the address': '地址',
  'what it sends': '发送的内容',
  'an element': '元素',
  'an attribute': '属性',
  'another host': '其他主机',
  'to another host': '其他主机',
  'to a host that only the function can reach': '只有函数能访问的主机',
  'API Gateway': 'API 网关',
  'the Function URL': '函数 URL',
  'the WebSocket handshake': 'WebSocket 握手',
  'the WebSocket gateway': 'WebSocket 网关',
  'API Gateway in passthrough mode': '透传模式下的 API 网关',
  'Compare the origin of new URL(text, own) with your own; where it is meant to lead anywhere, such as from a page that warns of it, switch this oracle off.':
    '请把 new URL(text, own) 的源与自己的比较；如果本来就允许跳转到任意地址（例如有警示页），请关闭这项判断。',
  'Compare the origin of new URL(text, own) with your own.': '请把 new URL(text, own) 的源与自己的比较。',
  'Compare the origin of new URL(text) with those that are allowed.':
    '请把 new URL(text) 的源与允许的源比较。',
  'Compare the origin of new URL(text) with those that are allowed; where any host is meant, refuse those whose address is of a private network.':
    '请把 new URL(text) 的源与允许的源比较；如果本来就允许任意主机，请拒绝内网地址。',
  // Of requests and answers.
  'it may have no body': '不应有响应体',
  'its last chunk is missing': '缺少最后一个分块',
  'its answer breaks off in the headers': '响应在响应头处中断',
  'Content-Length says {{length}}, and {{bytes}} bytes come':
    'Content-Length 为 {{length}}，实际收到 {{bytes}} 字节',
  'Content-Encoding says {{coding}}, and its body is something else':
    'Content-Encoding 为 {{coding}}，响应体却不是',
  'the server breaks the connection off without an answer': '服务没有响应就断开了连接',
  'its answer begins with {{text}}, which is no status line': '响应以 {{text}} 开头，不是状态行',
  // Counts.
  once: ' 1 次',
  '{{count}} times': ' {{count}} 次',
  'without a word': '没有说明',
  nothing: '无',
  // Why a function does not start.
  'the process ended by itself after its last answer, with exit code {{code}}':
    '进程在最后一次返回后自行结束，退出码 {{code}}',
  'the process ended with exit code {{code}} before it was ready, and wrote nothing':
    '进程在就绪之前以退出码 {{code}} 结束，没有写出任何内容',
  'the process ended with exit code {{code}} before it was ready, and wrote last: {{words}}':
    '进程在就绪之前以退出码 {{code}} 结束，最后写出：{{words}}',
  'the process was ended by {{signal}} before it was ready, and wrote nothing':
    '进程在就绪之前被 {{signal}} 结束，没有写出任何内容',
  'the process was ended by {{signal}} before it was ready, and wrote last: {{words}}':
    '进程在就绪之前被 {{signal}} 结束，最后写出：{{words}}',
  '{{command}} cannot be started ({{code}})': '无法启动 {{command}}（{{code}}）',
  'the function was not loaded within {{seconds}} seconds': '函数没有在 {{seconds}} 秒内加载完',
  'the module was not loaded in that time': '模块没有在该时间内加载完',
  'nothing listens on port {{port}} after {{seconds}} seconds': '{{seconds}} 秒后仍没有服务监听端口 {{port}}',
  'nothing listens on port {{port}} after {{seconds}} seconds; it wrote last: {{words}}':
    '{{seconds}} 秒后仍没有服务监听端口 {{port}}；它最后写出：{{words}}',
  'bootstrap did not say within {{seconds}} seconds that it is ready (POST {{path}})':
    'bootstrap 没有在 {{seconds}} 秒内表示就绪（POST {{path}}）',
  // Of misuses.
  'did you mean "{{near}}"?': '是否想用 "{{near}}"？',
  'Did you mean "{{near}}"?': '是否想用 "{{near}}"？',
  'there are {{names}}.': '可用的有 {{names}}。',
  'There are {{names}}.': '可用的有 {{names}}。',
  'the types are {{names}}.': '类型有 {{names}}。',
  'did you mean "{{near}}"': '是否想用 "{{near}}"',
  'there is no such file': '没有这样的文件',
  'there is no such file or folder': '没有这样的文件或目录',
  'it names no file and export': '没有写出文件和导出名',
  'its export {{name}} is no function': '其导出 {{name}} 不是函数',
  'it has no export {{name}}': '没有导出 {{name}}',
  'its {{name}} is no function': '其中的 {{name}} 不是函数',
  'it has no {{name}}': '其中没有 {{name}}',
  'Export a function: exports.{{name}} = async (event, context) => {…}.':
    '请导出函数：exports.{{name}} = async (event, context) => {…}。',
  'Export a function: export const {{name}} = async (event, context) => {…}.':
    '请导出函数：export const {{name}} = async (event, context) => {…}。',
  'It exports {{names}}: write {{best}}.': '它导出的是 {{names}}：请写 {{best}}。',
  'It has {{names}}: write {{best}}.': '其中有 {{names}}：请写 {{best}}。',
  'Define one: def {{name}}(event, context): …': '请定义：def {{name}}(event, context): …',
  'Name one of its functions, as in {{spec}}.': '请指定其中的函数，例如 {{spec}}。',
  'It is written as an ES module, which SCF does not load up to Node 18.15: build it to CommonJS, or name it {{name}}.mjs for a later one.':
    '它是以 ES 模块的形式编写的，SCF 在 Node 18.15 及以前不会加载：请构建为 CommonJS；更新的运行环境请命名为 {{name}}.mjs。',
  'Mend it; node --check {{path}} shows the place.': '请修正；node --check {{path}} 会指出位置。',
  'there is no {{program}} on the PATH': 'PATH 中没有 {{program}}',
  '{{program}} does not start ({{reason}})': '{{program}} 无法启动（{{reason}}）',
  'bootstrap is not executable (its mode is {{mode}})': 'bootstrap 没有可执行权限（模式为 {{mode}}）',
  'Run chmod 755 bootstrap; a zip that is made on Windows loses the mode':
    '请执行 chmod 755 bootstrap；在 Windows 上打的 zip 包会丢失权限',
  'bootstrap is no program: its first line names no interpreter': 'bootstrap 不是程序：第一行没有写解释器',
  'Begin it with #!/bin/bash, or build it for Linux on x86-64':
    '请以 #!/bin/bash 开头，或为 Linux x86-64 构建',
  'bootstrap has line ends of Windows (CRLF), so that the interpreter {{name}} is not found':
    'bootstrap 使用了 Windows 换行（CRLF），因此找不到解释器 {{name}}',
  'Save it with LF, and keep it so: bootstrap text eol=lf in .gitattributes':
    '请以 LF 保存，并在 .gitattributes 中写 bootstrap text eol=lf',
  'the interpreter of bootstrap, {{program}} is not on this machine':
    '本机没有 bootstrap 的解释器 {{program}}',
  '{{program}}, which {{interpreter}} looks for on the PATH, is not on this machine':
    '本机没有 {{interpreter}} 在 PATH 中查找的 {{program}}',
  'Install it, or name another in the first line; SCF has bash, and programs below /var/lang':
    '请安装它，或在第一行改用其他解释器；SCF 有 bash，以及 /var/lang 下的程序',
  'no event is given': '没有给出事件',
  'there is no file {{file}}': '没有文件 {{file}}',
  'both an event ({{file}}) and --kind {{kind}} are given': '同时给出了事件（{{file}}）和 --kind {{kind}}',
  '{{source}} holds no event, since {{problem}}': '{{source}} 中没有事件，因为{{problem}}',
  '{{file}} holds {{count}} events': '{{file}} 中有 {{count}} 个事件',
  'there is no object that looks like one': '没有看起来像事件的对象',
  '1 object that may be one is cut off': '有 1 个可能是事件的对象不完整',
  '{{count}} objects that may be one are cut off': '有 {{count}} 个可能是事件的对象不完整',
  'it is not JSON': '它不是 JSON',
  'it is not JSON: {{reason}}': '它不是 JSON：{{reason}}',
  'it is not text': '它不是文本',
  'it is not UTF-8': '它不是 UTF-8',
  'it is empty': '它是空的',
  'nobody answers there': '该地址没有应答',
  'nobody listens there': '该地址没有服务在监听',
  'it looks like no event that a trigger sends; name its kind with --kind':
    '看起来不是触发器会发送的事件；请用 --kind 指定类型',
  'it looks like no event that a trigger sends': '看起来不是触发器会发送的事件',
  'it looks like {{what}}, which no trigger of SCF sends: a function that gets it is called by somebody else, or comes from there':
    '看起来是 {{what}}，SCF 的触发器不会发送：收到它的函数由其他方调用，或来自那里',
  'no event that a trigger sends': '不是触发器会发送的事件',
  'it looks like {{what}}. Name its kind: scf-fixtures send invoke --file …':
    '看起来像{{what}}。请指定类型：scf-fixtures send invoke --file …',
  'without a bound above': '，没有上限',
  'up to {{bytes}}': '到 {{bytes}} 字节',
  ' in steps of {{step}}': '，步长 {{step}} 字节',
  'the bootstrap in it asks for its events, and': '其中的 bootstrap 会自行获取事件，',
  'it is no folder, and only': '它不是目录，',
  'the port': '端口',
  'the command': '命令',
  ' or in {{folder}}': '，{{folder}} 中也没有',
  '{{folder}} is a file, not a directory': '{{folder}} 是文件，不是目录',
  'not there': '不存在',
  'neither a folder nor a .zip file': '既不是目录也不是 .zip 文件',
  'it fails': '启动失败',
  'it holds no failure that this version can read': '其中没有本版本能够读取的失败',
  'they are no object': '它们不是对象',
  '{{call}} is no METHOD and address, such as "GET https://api.example.com/*", and no command of a database, such as "mysql SELECT users"':
    '{{call}} 既不是方法加地址（例如 "GET https://api.example.com/*"），也不是数据库命令（例如 "mysql SELECT users"）',
  'the answer to {{call}} has headers that are no texts': '{{call}} 的应答中，响应头不是文本',
  'the answer to {{call}} has the status {{status}}, which is no whole number from 200 to 599':
    '{{call}} 的应答状态码为 {{status}}，不是 200 到 599 的整数',
  'the answer to {{call}} is {{answer}}, which is no list of rows. Write { {{form}} }':
    '{{call}} 的应答为 {{answer}}，不是行的列表。请写成 { {{form}} }',
  'it was not asked. Give what it needs, such as the property or the reference':
    '没有进行这项判断。请给出它需要的内容，例如性质或参考函数',
  'this version has no such oracle. Take the version that found it': '本版本没有这项判断。请使用发现它的版本',
} as const;
