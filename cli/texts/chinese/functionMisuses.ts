/** What the library cannot do for a command, with the function, its event or its configuration. */
export const functionMisuses = {
  'Cannot find the kind "{{kind}}": {{instead}}': '没有类型 "{{kind}}"：{{instead}}',
  // Fuzzing.
  "Cannot fuzz {{spec}}: what a function of this sort sends really leaves this machine, a few thousand times. Give it addresses where that does no harm (--env), and allow it: --allow-net '*'.":
    "无法对 {{spec}} 做模糊测试：这类函数发送的内容会真正离开本机，达数千次。请给它不会造成影响的地址（--env），并允许访问：--allow-net '*'。",
  'Cannot make a handler: the function runs in a process of its own.':
    '无法创建处理函数：该函数在独立的进程中运行。',
  'Cannot replay what {{oracle}} found: {{why}}.': '无法重放 {{oracle}} 发现的问题：{{why}}。',
  'Cannot fuzz {{handler}} as a web function: it is no folder with a scf_bootstrap. Name the folder of one, or give its app: fuzzWeb({ app: () => createApp() }).':
    '无法把 {{handler}} 作为 Web 函数做模糊测试：它不是含 scf_bootstrap 的目录。请指定这样的目录，或给出应用：fuzzWeb({ app: () => createApp() })。',
  'Cannot try {{runs}} cases: the number of runs must be a whole number from 1.':
    '无法尝试 {{runs}} 个用例：运行次数必须是从 1 开始的整数。',
  'Cannot fix {{overrides}}: a deployment with {{facts}} sends something else there. Fix what it sends, a path with its prefix in front, or leave out one of the two.':
    '无法固定 {{overrides}}：具有 {{facts}} 的部署在此处会发送其他内容。请固定它会发送的内容（路径带上前缀），或去掉其中之一。',
  'Cannot ask a world for {{what}}: none is made. Give setup as well.':
    '无法取得世界的{{what}}：没有创建世界。请同时给出 setup。',
  'its end': '结束',
  'its state': '状态',
  'Cannot reuse a handler that is made with a world of its own: every case has a new one. Leave out reuse or setup.':
    '处理函数带有自己的世界，不能复用：每个用例都有新的世界。请去掉 reuse 或 setup。',
  'Cannot play drawn deliveries: nothing says what must hold for them. Give a property or a reference, or leave out deliveries.':
    '无法尝试随机的投递：没有说明什么应当成立。请给出 property 或 reference，或去掉 deliveries。',
  'Cannot switch the oracle "{{name}}": there is none. {{instead}}':
    '无法开关判定规则 "{{name}}"：没有这项规则。{{instead}}',
  "Cannot fuzz {{handler}}: it makes no handler. Write fuzzHandler(() => handler, { trigger }), or give the path of a file, './index.js#main_handler'.":
    "无法对 {{handler}} 做模糊测试：它不会创建处理函数。请写 fuzzHandler(() => handler, { trigger })，或给出文件路径 './index.js#main_handler'。",
  "Cannot fuzz with the trigger {{given}}: it is none. Write { trigger: {{trigger}} }, imported from 'scf-fixtures'.":
    "无法用触发器 {{given}} 做模糊测试：它不是触发器。请写 { trigger: {{trigger}} }，从 'scf-fixtures' 导入。",
  'Cannot fuzz with the option {{name}}: there is none. {{instead}}': '没有选项 {{name}}：{{instead}}',
  'Cannot fuzz with {{name}}: {{value}}. Give {{wanted}}.': '{{name}} 不能是 {{value}}。请给出 {{wanted}}。',
  'Cannot make the handler by the function that was given: it {{reason}}. It is called for every cold start and gives the handler: write fuzzHandler(() => handler, …); what it takes is made by setup.':
    '无法用给出的函数创建处理函数：{{reason}}。它在每次冷启动时被调用并给出处理函数：请写 fuzzHandler(() => handler, …)；它的参数由 setup 创建。',
  'ends with {{error}}': '它以 {{error}} 结束',
  'gives no function': '它没有给出函数',
  'Cannot fuzz this app: it answers no requests. Give a function that makes an app of Express, Koa, Fastify, Hono or Nest, or a listener (request, response) => …: fuzzWeb({ app: () => createApp() }).':
    '无法对该应用做模糊测试：它不响应请求。请给出创建 Express、Koa、Fastify、Hono 或 Nest 应用的函数，或监听函数 (request, response) => …：fuzzWeb({ app: () => createApp() })。',
  "Cannot {{what}}: {{option}} fails with {{reason}}. Mend {{option}}, which is the test's and no part of the handler.":
    '无法{{what}}：{{option}} 失败，{{reason}}。请修正 {{option}}，它属于测试，不属于处理函数。',
  'make the world of a case': '创建用例的世界',
  'tell what the world of a case holds': '取得用例的世界中的内容',
  'take away the world of a case': '清除用例的世界',
  'Cannot replay {{path}}: there is no such file. Name one that fuzzing has stored.':
    '无法重放 {{path}}：没有这样的文件。请指定模糊测试保存的文件。',
  'Cannot replay {{path}}: {{reason}}. Take the file from version control again, or delete it.':
    '无法重放 {{path}}：{{reason}}。请从版本控制中恢复该文件，或删除它。',
  'Cannot draw the edge case "{{name}}" of {{trigger}}: there is none. {{instead}}':
    '{{trigger}} 没有边界用例 "{{name}}"。{{instead}}',
  'Cannot spoil {{trigger}}: its event may be any JSON. Take a trigger whose contract refuses something.':
    '无法生成 {{trigger}} 的错误事件：它的事件可以是任意 JSON。请使用契约有所限制的触发器。',
  'Cannot take the answers: {{problem}}.': '无法使用这些应答：{{problem}}。',
  'Cannot take the answers: {{reason}}. Write { "GET https://api.example.com/*": { … } }.':
    '无法使用这些应答：{{reason}}。请写成 { "GET https://api.example.com/*": { … } }。',
  // Events.
  'Cannot draw {{count}} messages: the count must be a whole number from 0.':
    '无法生成 {{count}} 条消息：数量必须是从 0 开始的整数。',
  'Cannot draw {{count}} events: the count must be a whole number from 1.':
    '无法生成 {{count}} 个事件：数量必须是从 1 开始的整数。',
  'Cannot take shard {{index}}/{{of}}: it must be i/n with whole numbers and 1 <= i <= n.':
    '无法使用分片 {{index}}/{{of}}：必须是 i/n，均为整数且 1 <= i <= n。',
  'Cannot find the edge case "{{name}}" of {{trigger}}: {{instead}}':
    '{{trigger}} 没有边界用例 "{{name}}"：{{instead}}',
  'Cannot draw with hostile {{hostile}}: it must be a number from 0 to 1.':
    '刁难程度不能为 {{hostile}}：必须是 0 到 1 之间的数。',
  "Cannot put a payload into {{trigger}}: its event carries no data of the user's.":
    '无法把载荷放入 {{trigger}}：其事件不携带用户数据。',
  'Cannot use this payload: it is not a function. Wrap a JSON Schema: payloadOf(schema) from "scf-fixtures/payload".':
    '无法使用该载荷：它不是函数。JSON Schema 请用 "scf-fixtures/payload" 的 payloadOf(schema) 包装。',
  'Cannot make a {{trigger}} event of {{bytes}} bytes: nothing in it can grow.':
    '无法生成 {{bytes}} 字节的 {{trigger}} 事件：其中没有可以增长的内容。',
  'Cannot make a {{trigger}} event of {{bytes}} bytes: {{grows}} makes it from {{least}} bytes {{most}}.':
    '无法生成 {{bytes}} 字节的 {{trigger}} 事件：通过 {{grows}} 可从 {{least}} 字节{{most}}。',
  'Cannot draw event {{index}}: the index must be a whole number from 0.':
    '无法生成第 {{index}} 个事件：序号必须是从 0 开始的整数。',
  'Cannot make a batch of "{{value}}" messages: the platform sends 1 to {{most}}. Name a whole number.':
    '无法生成 "{{value}}" 条消息的批次：平台每次发送 1 到 {{most}} 条。请给出整数。',
  'Cannot pack "{{value}}" log lines: it must be a whole number from 0 to {{most}}.':
    '无法打包 "{{value}}" 条日志：必须是 0 到 {{most}} 之间的整数。',
  'Cannot decode clslogs.data: {{problem}}. Pass what CLS sends, or what encodeCls makes.':
    '无法解码 clslogs.data：{{problem}}。请给出 CLS 发送的内容，或 encodeCls 的结果。',
  'Cannot deliver "{{value}}" events together: it must be a whole number from 1 to {{most}}.':
    '无法一起投递 "{{value}}" 个事件：必须是 1 到 {{most}} 之间的整数。',
  'Cannot fix {{name}} of events that come together: they stand in EventList. Pass { EventList: { {{name}}: … } } for all of them, or a list for one after the other.':
    '无法固定一起到来的事件的 {{name}}：它们位于 EventList 中。全部固定请给出 { EventList: { {{name}}: … } }，逐个固定请给出列表。',
  'Cannot fire at "{{value}}": no date fits this expression. Change its day, month or year.':
    '无法在 "{{value}}" 触发：没有日期符合该表达式。请修改其中的日、月或年。',
  'Cannot read a schedule in UTC offset "{{offset}}": it must be a number of hours from -12 to 14.':
    '无法按 UTC 偏移 "{{offset}}" 读取定时：必须是 -12 到 14 之间的小时数。',
  'Cannot read a schedule in UTC offset {{offset}}: it must be a number of hours from -12 to 14.':
    '无法按 UTC 偏移 {{offset}} 读取定时：必须是 -12 到 14 之间的小时数。',
  'Cannot make a payload of this schema: {{tries}} tries failed, the last at "{{keyword}}" of {{path}}. Simplify that keyword, or pass a function that makes the payload.':
    '无法按该 Schema 生成载荷：尝试 {{tries}} 次均失败，最后一次在 {{path}} 的 "{{keyword}}"。请简化该关键字，或给出生成载荷的函数。',
  'Cannot use this payload schema: it is nested too deeply. Write it flatter.':
    '无法使用该载荷 Schema：嵌套过深。请减少嵌套。',
  'Cannot use this payload schema: {{reason}}. Correct the keyword it names.':
    '无法使用该载荷 Schema：{{reason}}。请修正其中指出的关键字。',
  'Cannot make a payload of this schema: {{reason}}.': '无法按该 Schema 生成载荷：{{reason}}。',
  'Cannot make a text that matches /{{pattern}}/: fast-check is not installed. Run npm i -D fast-check.':
    '无法生成匹配 /{{pattern}}/ 的文本：没有安装 fast-check。请执行 npm i -D fast-check。',
  // Invoking.
  'Cannot invoke {{spec}}: {{entry}} is TypeScript, and neither esbuild nor rolldown is here to build it as for SCF (tsx, Vite and Vitest bring one). Install one, npm install --save-dev esbuild, or give the compiled file.':
    '无法调用 {{spec}}：{{entry}} 是 TypeScript，而这里没有 esbuild 或 rolldown 可像部署到 SCF 时那样构建（tsx、Vite 和 Vitest 会带来一个）。请安装其一：npm install --save-dev esbuild，或给出编译后的文件。',
  'Cannot invoke {{spec}}: {{builder}} cannot build {{entry}}: {{problem}}. Mend it.':
    '无法调用 {{spec}}：{{builder}} 无法构建 {{entry}}：{{problem}}。请修正。',
  'Cannot invoke with {{name}} {{value}}: it is no positive number below 2^31. Give milliseconds for timeoutMs, MB for memoryMb.':
    '无法以 {{name}} {{value}} 调用：必须是小于 2^31 的正数。timeoutMs 以毫秒为单位，memoryMb 以 MB 为单位。',
  'Cannot invoke a handler with this event: {{problem}}. Give a value that JSON can hold, such as sample(timer).':
    '无法用该事件调用处理函数：{{problem}}。请给出 JSON 能表示的值，例如 sample(timer)。',
  '{{value}} is no JSON': '{{value}} 不是 JSON',
  'Cannot answer through context.{{method}}: this context was made by createContext and belongs to no invocation. Call the handler with invoke(handler, event, { context }).':
    '无法通过 context.{{method}} 返回：该 context 由 createContext 创建，不属于任何调用。请用 invoke(handler, event, { context }) 调用处理函数。',
  'Cannot invoke a second event in this instance: it still handles another, and an SCF instance handles one at a time. Await the first, or make another instance.':
    '无法在该实例中处理第二个事件：它还在处理另一个，而 SCF 实例一次只处理一个。请等待前一个完成，或创建另一个实例。',
  'Cannot invoke {{handler}} in this instance: it was made for {{other}}. Make an instance for each handler: createInstance(handler).':
    '无法在该实例中调用 {{handler}}：它是为 {{other}} 创建的。请为每个处理函数创建实例：createInstance(handler)。',
  "Cannot run {{source}} in a process of its own: Windows cannot end it with all that it has started. Take isolation: 'worker', or run it in WSL.":
    "无法在独立进程中运行 {{source}}：Windows 无法连同它启动的一切一起结束。请使用 isolation: 'worker'，或在 WSL 中运行。",
  'Cannot invoke {{source}}: it is no handler. Give a function, a path such as src/index.main_handler, or { factory }.':
    '无法调用 {{source}}：它不是处理函数。请给出函数、src/index.main_handler 这样的路径，或 { factory }。',
  'Cannot run a function in a {{isolation}}: functions do not travel between {{between}}. Give the path of its file, such as src/index.main_handler.':
    '无法在 {{isolation}} 中运行函数：函数不能在 {{between}} 之间传递。请给出其文件的路径，例如 src/index.main_handler。',
  "Cannot invoke {{spec}}: there is no file {{looked}}. Write the path of the handler's file without its extension, a dot and the name of the export, such as src/index.main_handler.":
    '无法调用 {{spec}}：没有文件 {{looked}}。请写处理函数所在文件的路径（不带扩展名）、点和导出名，例如 src/index.main_handler。',
  "Cannot invoke {{spec}}: there is no file {{path}}. Write the path of the function's file, a colon and its name, such as src/{{name}}.py:main_handler.":
    '无法调用 {{spec}}：没有文件 {{path}}。请写函数所在文件的路径、冒号和函数名，例如 src/{{name}}.py:main_handler。',
  'Cannot invoke {{spec}}: there is no file {{path}}. Give the folder of a Custom Runtime function: its file is called bootstrap and lies in it.':
    '无法调用 {{spec}}：没有文件 {{path}}。请给出自定义运行时函数的目录：其中应有名为 bootstrap 的文件。',
  'Cannot invoke {{spec}}: {{file}} is no JavaScript. Test it in its own language with events that scf-fixtures gen writes, or name a JavaScript handler that starts it.':
    '无法调用 {{spec}}：{{file}} 不是 JavaScript。请用 scf-fixtures gen 生成的事件以其自身的语言测试，或指定启动它的 JavaScript 处理函数。',
  'Cannot invoke {{spec}}: {{reason}}. Write path/index.main_handler or ./path/file.js#main_handler.':
    '无法调用 {{spec}}：{{reason}}。请写 path/index.main_handler 或 ./path/file.js#main_handler。',
  "Cannot invoke {{spec}}: {{file}} is larger than 512 MB, which no source is. Name the handler's file.":
    '无法调用 {{spec}}：{{file}} 大于 512 MB，不会是源代码。请指定处理函数所在的文件。',
  'Cannot invoke {{spec}}: {{file}} is no JSON object ({{reason}}). Mend that place.':
    '无法调用 {{spec}}：{{file}} 不是 JSON 对象（{{reason}}）。请修正该处。',
  'Cannot invoke {{spec}}: {{file}} has a syntax error: {{message}}. {{advice}}':
    '无法调用 {{spec}}：{{file}} 有语法错误：{{message}}。{{advice}}',
  'Cannot invoke {{spec}}: {{file}}, line {{line}} has a syntax error: {{message}}. {{advice}}':
    '无法调用 {{spec}}：{{file}} 第 {{line}} 行有语法错误：{{message}}。{{advice}}',
  'Cannot invoke {{spec}}: {{file}} was loaded, but {{problem}}. {{advice}}':
    '无法调用 {{spec}}：{{file}} 已加载，但{{problem}}。{{advice}}',
  'Cannot invoke {{spec}}: the file was loaded, but {{problem}}. {{advice}}':
    '无法调用 {{spec}}：文件已加载，但{{problem}}。{{advice}}',
  'Cannot invoke {{spec}}: instances of a function in Python are forked, which Windows cannot. Run it in WSL or in a container of Linux.':
    '无法调用 {{spec}}：Python 函数的实例由 fork 产生，Windows 不支持。请在 WSL 或 Linux 容器中运行。',
  'Cannot invoke {{spec}}: {{reason}}. Install Python {{oldest}} or newer, or name one: --python /usr/bin/python3.':
    '无法调用 {{spec}}：{{reason}}。请安装 Python {{oldest}} 或更新版本，或指定一个：--python /usr/bin/python3。',
  'Cannot invoke {{spec}}: {{program}} is Python {{version}}, and {{oldest}} or newer is needed. Name another: --python /usr/bin/python3.':
    '无法调用 {{spec}}：{{program}} 是 Python {{version}}，需要 {{oldest}} 或更新版本。请指定其他：--python /usr/bin/python3。',
  'Cannot invoke {{spec}}: {{program}} does not start ({{last}}). Name a working one: --python /usr/bin/python3.':
    '无法调用 {{spec}}：{{program}} 无法启动（{{last}}）。请指定可用的：--python /usr/bin/python3。',
  'Cannot invoke {{spec}}: {{reason}}. {{advice}}.': '无法调用 {{spec}}：{{reason}}。{{advice}}。',
  'Cannot run the function by {{path}}: it does not start ({{reason}}). Name a Node: --node ~/.nvm/versions/node/v12.22.12/bin/node.':
    '无法用 {{path}} 运行函数：它无法启动（{{reason}}）。请指定 Node：--node ~/.nvm/versions/node/v12.22.12/bin/node。',
  'Cannot run the function by {{path}}: it is no Node. Name one: --node ~/.nvm/versions/node/v12.22.12/bin/node.':
    '无法用 {{path}} 运行函数：它不是 Node。请指定：--node ~/.nvm/versions/node/v12.22.12/bin/node。',
  'Cannot run the function by {{path}}: it is Node {{found}}, and {{oldest}} or newer is needed. Name another.':
    '无法用 {{path}} 运行函数：它是 Node {{found}}，需要 {{oldest}} 或更新版本。请指定其他。',
  'Cannot give {{spec}} an event: it is a web function, which is called over HTTP. Put the platform in front of it with scf-fixtures serve {{spec}}, and look at its package with scf-fixtures check {{spec}}.':
    '无法把事件交给 {{spec}}：它是 Web 函数，由 HTTP 请求调用。请用 scf-fixtures serve {{spec}} 在它前面模拟平台，并用 scf-fixtures check {{spec}} 检查其代码包。',
  'Cannot tell which function {{spec}} is: {{paths}} both fit. Name the file with its ending, or say the runtime: {{runtimes}}.':
    '无法判断 {{spec}} 是哪个函数：{{paths}} 都符合。请写出带扩展名的文件，或指定运行环境：{{runtimes}}。',
  'Cannot tell which function {{spec}} is: {{paths}} all fit. Name the file with its ending, or say the runtime: {{runtimes}}.':
    '无法判断 {{spec}} 是哪个函数：{{paths}} 都符合。请写出带扩展名的文件，或指定运行环境：{{runtimes}}。',
  'Cannot start {{spec}} by the command {{command}}: only the server of an image function is started by one. Name the folder in which it is to be started.':
    '无法用命令 {{command}} 启动 {{spec}}：只有镜像函数的服务由命令启动。请指定要在其中启动的目录。',
  'Cannot take the server on port {{port}} for the function: it is not what was started, and has taken that port meanwhile. End it, or name another port; a container is reached by its address, http://127.0.0.1:{{port}}, once you have started it.':
    '不能把端口 {{port}} 上的服务当作函数：它不是所启动的程序，而是占用了该端口。请结束它，或指定其他端口；容器启动后通过地址 http://127.0.0.1:{{port}} 访问。',
  'Cannot start the runtime API on port {{port}}: {{reason}}. Take another port, or 0 for a free one.':
    '无法在端口 {{port}} 上启动运行时 API：{{reason}}。请使用其他端口，或用 0 选择空闲端口。',
  'Cannot hand out a second event: the first is not answered yet, and an SCF instance handles one at a time. Await the first.':
    '无法下发第二个事件：第一个还没有返回，而 SCF 实例一次只处理一个。请等待第一个完成。',
  'Cannot tell what came of this event: the runtime API was closed before the program had answered. Close it after that.':
    '无法得知该事件的结果：运行时 API 在程序返回之前已关闭。请在返回之后关闭。',
  'Cannot start {{spec}}: {{path}} names no command as a list. Write CMD ["python3", "app.py"] in it, give the command, or start the container and give its address: http://127.0.0.1:9000.':
    '无法启动 {{spec}}：{{path}} 中没有以列表写出的命令。请在其中写 CMD ["python3", "app.py"]，或给出命令，或启动容器并给出地址：http://127.0.0.1:9000。',
  'Cannot start {{address}} on port {{port}}: an address is that of a server which runs already. Name the folder of the function to have it started, or leave {{what}} out.':
    '无法在端口 {{port}} 上启动 {{address}}：地址表示已在运行的服务。需要启动时请指定函数的目录，或去掉{{what}}。',
  'Cannot start {{address}} by {{command}}: an address is that of a server which runs already. Name the folder of the function to have it started, or leave {{what}} out.':
    '无法用 {{command}} 启动 {{address}}：地址表示已在运行的服务。需要启动时请指定函数的目录，或去掉{{what}}。',
  'Cannot start {{spec}}: something listens on port {{port}} already, or is about to. End that, or name another port; a server that runs already is reached by its address, http://127.0.0.1:{{port}}.':
    '无法启动 {{spec}}：端口 {{port}} 已经或即将被占用。请结束占用者，或指定其他端口；已在运行的服务通过地址 http://127.0.0.1:{{port}} 访问。',
  'Cannot start {{spec}}: something listens on port {{port}} already, and the function takes no other. End that, or let the function read its port: listen(process.env.PORT || {{port}}).':
    '无法启动 {{spec}}：端口 {{port}} 已被占用，而函数不能使用其他端口。请结束占用者，或让函数读取端口：listen(process.env.PORT || {{port}})。',
  'Cannot start {{name}}: it starts {{path}}, and there is no {{language}} on this machine. Install it, so that it is found on the PATH.':
    '无法启动 {{name}}：它会启动 {{path}}，而本机没有 {{language}}。请安装，使其在 PATH 中可以找到。',
  'Cannot check {{path}}: it is {{what}}. Give the folder of the function, in which scf_bootstrap stands, or the zip file that is uploaded.':
    '无法检查 {{path}}：{{what}}。请给出含 scf_bootstrap 的函数目录，或要上传的 zip 文件。',
  'Cannot check {{path}}: it is no zip file that can be read. Pack it anew.':
    '无法检查 {{path}}：它不是可以读取的 zip 文件。请重新打包。',
  // Responses.
  'Cannot judge a response: {{name}} is no kind of response. Take one of {{names}}.':
    '无法判断响应：{{name}} 不是响应的类型。请选择 {{names}} 之一。',
  'Cannot judge a returned value: received a Promise. Await it first: `await handler(event, context)`.':
    '无法判断返回值：得到的是 Promise。请先等待：`await handler(event, context)`。',
  'Cannot judge a returned value: received a function, {{name}}. Call it and await its result: `await handler(event, context)`.':
    '无法判断返回值：得到的是函数 {{name}}。请调用并等待其结果：`await handler(event, context)`。',
  'without a name': '（没有名称）',
  // Serving.
  'Cannot serve {{spec}} as a web function: it is no folder with a scf_bootstrap. Name the folder of one, or take another kind for a function that gets events.':
    '无法把 {{spec}} 作为 Web 函数运行：它不是含 scf_bootstrap 的目录。请指定这样的目录，或为接收事件的函数选择其他类型。',
  'a handler': '处理函数',
  'Cannot serve with concurrency {{concurrency}}: an instance takes 1 to {{most}} requests at a time. Give a whole number of them.':
    '并发数不能为 {{concurrency}}：一个实例同时处理 1 到 {{most}} 个请求。请给出整数。',
  'Cannot serve on {{address}}: the port is in use. Take another {{option}}, or 0 for any that is free.':
    '无法在 {{address}} 上监听：端口已被占用。请换一个 {{option}}，或用 0 选择空闲端口。',
  'Cannot serve on {{address}}: this process may not take that port. Take a {{option}} from 1024, or 0 for any that is free.':
    '无法在 {{address}} 上监听：没有权限使用该端口。请使用 1024 以上的 {{option}}，或用 0 选择空闲端口。',
  'Cannot serve on {{address}}: {{host}} is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all of them.':
    '无法在 {{address}} 上监听：{{host}} 不是本机的地址。请使用 127.0.0.1，或用 0.0.0.0 表示全部地址。',
  'Cannot serve with {{name}} {{value}}: it is no positive whole number below 2^31. Give one, or leave it out.':
    '{{name}} 不能为 {{value}}：必须是小于 2^31 的正整数。请修改或去掉。',
  'Cannot serve a handler as {{kind}}: clients cannot reach it that way. Take one of {{kinds}}; invoke takes any event.':
    '无法以 {{kind}} 运行处理函数：客户端不能这样访问它。请选择 {{kinds}} 之一；invoke 接受任意事件。',
  // Configurations of triggers, cron expressions, deployments.
  'Cannot build a {{type}} trigger: {{problem}}. Change what it is built from.':
    '无法构造 {{type}} 触发器：{{problem}}。请修改其内容。',
  'Cannot draw trigger {{index}}: the index must be a whole number from 0.':
    '无法生成第 {{index}} 个触发器：序号必须是从 0 开始的整数。',
  'Cannot allow {{count}} functions a rule: it must be a whole number. The documents say 1 or 3.':
    '每条规则不能允许 {{count}} 个函数：必须是整数。文档写的是 1 或 3。',
  'Cannot find {{count}} times: the count must be a whole number from 1.':
    '无法列出 {{count}} 个时间：数量必须是从 1 开始的整数。',
  'Cannot read the time {{time}}: it is no date. Write it as 2026-01-31T09:00:00Z.':
    '无法读取时间 {{time}}：它不是日期。请写成 2026-01-31T09:00:00Z 这样的形式。',
  'Cannot read the configuration: it is nested too deeply. Write it flatter.':
    '无法读取配置：嵌套过深。请减少嵌套。',
  'Cannot read the configuration: it is neither JSON nor YAML ({{reason}}). Mend that place.':
    '无法读取配置：它既不是 JSON 也不是 YAML（{{reason}}）。请修正该处。',
  'Cannot read the configuration: the block in line {{line}} has no closing brace. Mend that place.':
    '无法读取配置：第 {{line}} 行的块没有右花括号。请修正该处。',
  'Cannot find triggers in {{document}}: it is no trigger, no list of triggers, no serverless.yml with events, no template.yaml, cloudbaserc.json or s.yaml with a function of Tencent Cloud, and nothing of Terraform. A trigger has a Type and a TriggerDesc.':
    '在 {{document}} 中找不到触发器：它不是触发器或触发器列表，不是含 events 的 serverless.yml，不是含腾讯云函数的 template.yaml、cloudbaserc.json 或 s.yaml，也不是 Terraform 的内容。触发器应有 Type 和 TriggerDesc。',
  'Cannot find triggers in a file of {{tool}}: {{refused}}. Name another file.':
    '在 {{tool}} 的文件中找不到触发器：{{refused}}。请指定其他文件。',
  'Cannot use trigger type "{{type}}": {{instead}}': '没有触发器类型 "{{type}}"：{{instead}}',
  'Cannot read a schedule in local time: the UTC offset is {{minutes}} minutes. Give whole minutes from -1439 to 1439; 480 is UTC+8.':
    '无法按本地时间读取定时：UTC 偏移为 {{minutes}} 分钟。请给出 -1439 到 1439 之间的整数分钟；480 即 UTC+8。',
  'Cannot search a schedule from {{seconds}}: it is not a time. Give Unix seconds.':
    '无法从 {{seconds}} 开始查找定时：它不是时间。请给出 Unix 秒。',
  'Cannot read the cron expression {{expression}}: {{problem}} (character {{position}}). Write seven fields: second minute hour day month week year.':
    '无法读取 Cron 表达式 {{expression}}：{{problem}}（第 {{position}} 个字符）。请写七个字段：秒 分 时 日 月 周 年。',
  'Cannot deploy {{name}} with {{fact}}: it has none. Leave it out; {{whose}}.':
    '{{name}} 的部署不能有 {{fact}}：它没有这一项。请去掉；{{whose}}。',
  'Cannot deploy {{name}} with {{fact}} {{value}}: {{problem}}.':
    '{{name}} 的部署中 {{fact}} 不能为 {{value}}：{{problem}}。',
  'Cannot deploy {{name}} with {{fact}}: {{problem}}.': '{{name}} 的部署中 {{fact}} 有误：{{problem}}。',
  'Cannot deploy with {{name}}: it is no fact of a deployment. {{instead}}':
    '{{name}} 不是部署信息。{{instead}}',
  'apigw, websocket-connect and clb have one': 'apigw、websocket-connect 和 clb 有该项',
  'apigw and websocket-connect have one': 'apigw 和 websocket-connect 有该项',
  'apigw has that choice': 'apigw 有该项',
  'function-url has it': 'function-url 有该项',
  'it is no boolean. Give true or false': '它不是布尔值。请给出 true 或 false',
  'it is no text. Give a path, /demo': '它不是文本。请给出路径，例如 /demo',
  'it begins without a slash. Write /{{value}}': '没有以斜杠开头。请写 /{{value}}',
  'every path begins so. Leave it out': '所有路径都这样开头。请去掉',
  'it ends with a slash. Write it without': '以斜杠结尾。请去掉末尾的斜杠',
  'it is no path of an API. Write letters, digits and placeholders between single slashes: /demo':
    '它不是 API 的路径。请在单个斜杠之间写字母、数字和占位符，例如 /demo',
  'API Gateway has no such environment. Take {{stages}}': 'API 网关没有这个环境。请选择 {{stages}}',
  'it is neither. Give true, false, or { contentType: [...], accept: [...] }':
    '两者都不是。请给出 true、false 或 { contentType: [...], accept: [...] }',
  "it names no origins. Give { origins: ['https://shop.example.com'] }":
    "没有写来源。请给出 { origins: ['https://shop.example.com'] }",
  '{{origin}} is no origin. Write https://shop.example.com, or * for any':
    '{{origin}} 不是来源。请写 https://shop.example.com，或用 * 表示任意',
  'its {{name}} cannot be read. Write it as CorsConfig does':
    '其中的 {{name}} 无法读取。请按 CorsConfig 的形式书写',
} as const;
