/** What is said of the package of a function and of the machine that it runs on here. */
export const packageNotes = {
  'What the image has in /tmp is not there: the platform puts an empty one in its place. Put it somewhere else.':
    '镜像中 /tmp 的内容在平台上不存在：平台会挂载空的 /tmp。请放在其他位置。',
  'To require next/dist/cli/next-start starts a server by itself, since Next.js 12, which takes port 9000 from the one that is wanted. Run next start -p 9000.':
    '自 Next.js 12 起，require next/dist/cli/next-start 会自行启动服务，占用 9000 端口。请运行 next start -p 9000。',
  'It listens on process.env.{{variable}}, which nobody sets on the platform. Write export {{variable}}=9000 in scf_bootstrap.':
    '它监听 process.env.{{variable}}，平台上没有设置该变量。请在 scf_bootstrap 中写 export {{variable}}=9000。',
  'It listens on {{place}}, and the platform asks port 9000 from outside. Listen {{mend}}.':
    '它监听 {{place}}，而平台从外部访问 9000 端口。请监听 {{mend}}。',
  'on port 9000': '9000 端口',
  'on 0.0.0.0': '0.0.0.0',
  'There is no scf_bootstrap, and what the component writes for {{runtime}}, to start {{entry}}, is not known. A start command of the console does not count then. Write it yourself to know what starts.':
    '没有 scf_bootstrap，而组件为 {{runtime}} 写出什么来启动 {{entry}} 尚不清楚。此时控制台中的启动命令不起作用。请自行编写，以明确启动的内容。',
  'There is no scf_bootstrap, and the component {{component}} of {{file}} writes one, which starts {{command}}. A start command of the console does not count then. Write it yourself to know what starts.':
    '没有 scf_bootstrap，{{file}} 的组件 {{component}} 会写出一个，启动 {{command}}。此时控制台中的启动命令不起作用。请自行编写，以明确启动的内容。',
  'there is no scf_bootstrap, and the component {{component}} of {{file}} writes one, which starts {{command}}':
    '没有 scf_bootstrap，{{file}} 的组件 {{component}} 会写出一个，启动 {{command}}',
  'There is no scf_bootstrap in the root of the package, and nothing is started. Write one that starts your server.':
    '代码包根目录没有 scf_bootstrap，什么都不会启动。请编写一个来启动服务。',
  '{{other}} is not looked at: the file must have the name scf_bootstrap. Rename it.':
    '{{other}} 不会被读取：文件名必须是 scf_bootstrap。请重命名。',
  'Its permissions are {{mode}}, and it cannot be executed. Set them: chmod 755 scf_bootstrap (git update-index --chmod=+x scf_bootstrap; in a zip file they must be kept).':
    '权限为 {{mode}}，无法执行。请设置：chmod 755 scf_bootstrap（git update-index --chmod=+x scf_bootstrap；zip 文件中也要保留权限）。',
  'A line ends with CR LF, as Windows writes it, and the interpreter of the first line is not found so. End all lines with LF (sed -i "s/\\r$//" scf_bootstrap).':
    '有的行以 Windows 的 CR LF 结尾，因此找不到第一行的解释器。请让所有行以 LF 结尾（sed -i "s/\\r$//" scf_bootstrap）。',
  'It begins with a byte order mark. Begin with #!/bin/bash.':
    '文件以字节顺序标记开头。请以 #!/bin/bash 开头。',
  'Its first line names no interpreter. Begin with #!/bin/bash.':
    '第一行没有写解释器。请以 #!/bin/bash 开头。',
  'Its last line does not end with LF, as it should. End it with one.': '最后一行没有以 LF 结尾。请加上。',
  'It starts nothing, and a process that ends has failed. Start your server in its last line.':
    '它没有启动任何内容，而进程结束即为失败。请在最后一行启动服务。',
  '{{program}} is that of another runtime than {{runtime}}. Start it {{where}}.':
    '{{program}} 属于 {{runtime}} 以外的运行环境。请{{where}}启动。',
  '{{program}} is no path that the vendor names. Start it {{where}}.':
    '{{program}} 不是官方给出的路径。请{{where}}启动。',
  '{{program}} is looked for on the PATH, which may find another version than that of the runtime {{runtime}}, or none. Start it {{where}}.':
    '{{program}} 会在 PATH 中查找，可能找到与运行环境 {{runtime}} 不同的版本，或找不到。请{{where}}启动。',
  '{{program}} is looked for on the PATH, which may find another version than that of the runtime, or none. Start it {{where}}.':
    '{{program}} 会在 PATH 中查找，可能找到与运行环境不同的版本，或找不到。请{{where}}启动。',
  'by its absolute path under /var/lang': '用 /var/lang 下的绝对路径',
  'It starts {{entry}}, which is not in the package. Pack it, or start another file.':
    '它启动 {{entry}}，而代码包中没有该文件。请打包进来，或启动其他文件。',
  ' The platform ends with {{status}}.': ' 平台以 {{status}} 结束。',
  // While it runs.
  '{{name}} starts {{path}}, for which {{program}} ({{version}}) stands here':
    '{{name}} 启动 {{path}}，这里由 {{program}}（{{version}}）代替',
  'it listens on 127.0.0.1:{{port}} alone, where the platform does not reach it: listen on 0.0.0.0':
    '它只监听 127.0.0.1:{{port}}，平台无法访问：请监听 0.0.0.0',
  'port {{port}} is taken on this machine, so that the function runs in a network of its own, from which it reaches nothing outside':
    '本机的端口 {{port}} 已被占用，因此函数在独立的网络中运行，无法访问外部',
  'port {{port}} is taken on this machine, so that the server is to listen on {{other}}; SCF has {{port}} free':
    '本机的端口 {{port}} 已被占用，因此服务应监听 {{other}}；在 SCF 上 {{port}} 是空闲的',
  'port {{port}} is taken on this machine, so that the server is to listen on {{other}}, which PORT in its environment says; SCF sets no PORT, and has {{port}} free':
    '本机的端口 {{port}} 已被占用，因此服务应监听 {{other}}，由环境变量 PORT 给出；SCF 不设置 PORT，且 {{port}} 是空闲的',
  'the server was started by somebody else: its log, its memory and its end are not seen, and a time-out leaves it running':
    '服务由其他方启动：看不到它的日志、内存和结束，超时后它仍会继续运行',
  'the server listens on 127.0.0.1:{{port}} alone; SCF reaches it on 0.0.0.0 only':
    '服务只监听 127.0.0.1:{{port}}；SCF 只能通过 0.0.0.0 访问它',
  'the server closed the connection without an answer': '服务没有返回就关闭了连接',
  'the server answered with status {{status}}; what SCF makes of that is not documented, and here its body is the answer':
    '服务以状态码 {{status}} 返回；SCF 如何处理没有文档说明，这里以其响应体作为返回',
  'the bootstrap never asked for the event (GET {{path}}): wait for event timed out':
    'bootstrap 始终没有获取事件（GET {{path}}）：等待事件超时',
  '{{method}} {{path}} is no path of the runtime API, and was answered with 404':
    '{{method}} {{path}} 不是运行时 API 的路径，返回了 404',
  'the bootstrap asked for an event before it said that it is ready (POST {{path}})':
    'bootstrap 在表示就绪（POST {{path}}）之前就获取了事件',
  'the bootstrap asked for the next event before it had answered this one, and got the same again':
    'bootstrap 在返回当前事件之前获取了下一个事件，得到的仍是同一个',
  'The bootstrap asks for {{method}} {{path}}, which is no path of the runtime API: SCF documents four.':
    'bootstrap 请求了 {{method}} {{path}}，它不是运行时 API 的路径：SCF 的文档只有四个。',
  'The bootstrap asks for an event before it says that it is ready; what SCF makes of that is not documented. Post to {{path}} first.':
    'bootstrap 在表示就绪之前就获取事件；SCF 如何处理没有文档说明。请先 POST {{path}}。',
  'The bootstrap asks for the next event before it has answered the one that it has: SCF hands it the same again, so that one event is worked on twice, and the second answer may become that of the event behind it. Wait until the answer is posted, then ask (GET {{path}}).':
    'bootstrap 在返回当前事件之前就获取下一个事件：SCF 会再次给它同一个事件，因此一个事件被处理两次，第二次的返回可能成为后一个事件的返回。请等返回提交后再获取（GET {{path}}）。',
  'The bootstrap posts to {{path}} when no event is to be answered; where the next one is open already, that becomes its answer. Answer each event once.':
    'bootstrap 在没有待返回的事件时 POST {{path}}；如果下一个事件已经开始，它就成为那个事件的返回。每个事件只返回一次。',
  'POST {{path}} came when no event was to be answered, and was ignored':
    '没有待返回的事件时收到 POST {{path}}，已忽略',
  'the answer is no UTF-8, and its caller gets other bytes here':
    '返回内容不是 UTF-8，这里调用方得到的字节不同',
  'the answer begins like JSON and is none ({{reason}}); its caller gets the text':
    '返回内容开头像 JSON，其实不是（{{reason}}）；调用方得到的是文本',
} as const;
