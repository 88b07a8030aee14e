/** What is to be noted of a run, and why one proves little; what stands in double braces is filled in. */
export const notes = {
  'The function may call itself without an end: it writes {{keys}} and so on, each an event of the trigger that called it. Write elsewhere, leave out what it has written itself, or see that the filter of the trigger does.':
    '函数可能无休止地调用自己：它依次写入 {{keys}} 等等，每一个都是调用它的触发器的事件。请写到别处，跳过自己写入的内容，或确认触发器的过滤条件会排除它们。',
  'No case was tried.': '没有尝试任何用例。',
  'The handler waited until its time was over on {{times}} of {{cases}} events{{others}}, so that no more were tried. Give it what it waits for, or let it reach it.':
    '处理函数在 {{cases}} 个事件中有 {{times}} 个一直等到超时{{others}}，因此没有再尝试。请给出它所等待的内容，或允许它访问。',
  ', and did nothing on the others': '，对其余事件什么也没做',
  'The handler takes what is signed: three of four events were, in {{place}}, with the digest that it makes itself.':
    '处理函数只接受已签名的请求：四分之三的事件在 {{place}} 中带有签名，取自它自己算出的摘要。',
  'The handler asks for a secret of its environment: three of four events had it, in {{place}}.':
    '处理函数要求环境变量中的密钥：四分之三的事件在 {{place}} 中带有该密钥。',
  'The handler failed on {{times}} of {{cases}} events for want of the package {{missing}}, which is not installed here: {{install}}. It may be in a layer on the platform, or come with the runtime, which is not tried here.':
    '处理函数在 {{cases}} 个事件中有 {{times}} 个失败，因为缺少包 {{missing}}，此处没有安装：{{install}}。在平台上它可能位于层中，或由运行环境自带，这里无法验证。',
  'The handler failed on {{times}} of {{cases}} events (mostly {{error}}), so that next to nothing of it was tried. Give a payload, overrides or examples that it accepts, or what it needs to run.':
    '处理函数在 {{cases}} 个事件中有 {{times}} 个失败（多为 {{error}}），因此几乎没有尝试到什么。请给出它接受的 payload、overrides 或 examples，或它运行所需的条件。',
  "The server answered 404 to {{times}} of {{cases}} requests, so that next to nothing of it was tried: its routes are not known. Fix a path by overrides ({ path: '/orders' }), give requests to it as examples, or describe its routes in openapi.json in its folder.":
    "服务对 {{cases}} 个请求中的 {{times}} 个返回 404，因此几乎没有尝试到什么：不知道它的路由。请用 overrides 固定路径（{ path: '/orders' }），把请求作为 examples 给出，或在其目录的 openapi.json 中描述路由。",
  'Only 1 case was tried in the time that was given.': '在给定的时间内只尝试了 1 个用例。',
  'Only {{cases}} cases were tried in the time that was given.': '在给定的时间内只尝试了 {{cases}} 个用例。',
  'No effect of the handler was seen, and nobody reads what it answers. {{advice}}':
    '没有看到处理函数的任何效果，也没有谁读取它的返回。{{advice}}',
  'All {{cases}} events came to the same answer: the handler may not look at its event.':
    '全部 {{cases}} 个事件得到相同的返回：处理函数可能没有使用事件。',
  'No outside call was seen, so that nothing is known about redelivery, retries and batches. {{advice}}':
    '没有看到外部调用，因此对重复投递、重试和批次一无所知。{{advice}}',
  'Wrap stubs of what it calls in effect(name, fn), or let it make HTTP requests.':
    '请把它所调用内容的桩函数包装在 effect(name, fn) 中，或让它发出 HTTP 请求。',
  'Wrap stubs in effect(name, fn), or make HTTP requests.':
    '请把桩函数包装在 effect(name, fn) 中，或发出 HTTP 请求。',
  'Let it make its HTTP requests, which are seen (--answers tells what they are answered): calls by other protocols are refused.':
    '请让它发出 HTTP 请求，这些请求可以看到（--answers 给出其应答）：其他协议的调用会被拒绝。',
  'Let it make its HTTP requests, which are seen; --answers tells what they are answered.':
    '请让它发出 HTTP 请求，这些请求可以看到；--answers 给出其应答。',
  '{{call}} was refused {{times}}: a handler that is fuzzed starts no other process or thread. Allow it by name with --allow-run (allowRun), or wrap a stub in effect().':
    '{{call}} 被拒绝{{times}}：模糊测试中的处理函数不能启动其他进程或线程。请用 --allow-run（allowRun）按名称允许，或用 effect() 包装桩函数。',
  '{{call}} was refused {{times}}: a handler that is fuzzed starts no other process or thread. Allow it by name with --allow-run (allowRun).':
    '{{call}} 被拒绝{{times}}：模糊测试中的处理函数不能启动其他进程或线程。请用 --allow-run（allowRun）按名称允许。',
  '{{call}} was refused {{times}}: the server that is played here does not serve that. Allow a real one with --allow-net (allow), or wrap a stub in effect().':
    '{{call}} 被拒绝{{times}}：此处模拟的服务器不支持该操作。可用 --allow-net（allow）允许连接真实服务器，或用 effect() 包装桩函数。',
  '{{call}} was refused {{times}}: the server that is played here does not serve that. Allow a real one with --allow-net (allow).':
    '{{call}} 被拒绝{{times}}：此处模拟的服务器不支持该操作。可用 --allow-net（allow）允许连接真实服务器。',
  '{{call}} was refused {{times}}: nothing leaves the process of a handler that is fuzzed. Allow it with --allow-net {{target}} (allow), or wrap a stub in effect().':
    '{{call}} 被拒绝{{times}}：模糊测试中的处理函数不能访问进程外部。请用 --allow-net {{target}}（allow）允许，或用 effect() 包装桩函数。',
  '{{call}} was refused {{times}}: nothing leaves the process of a handler that is fuzzed. Allow it with --allow-net {{target}} (allow).':
    '{{call}} 被拒绝{{times}}：模糊测试中的处理函数不能访问进程外部。请用 --allow-net {{target}}（allow）允许。',
  '{{doubt}} hangs on the answer to {{call}}, which found nothing in a database that is empty, and is not judged. Say what it finds: --answers file.json with { {{example}} }, or answers in a test.':
    '{{doubt}} 取决于 {{call}} 的应答，它在空数据库中没有找到任何内容，因此不作判断。请说明它找到什么：--answers file.json，内容为 { {{example}} }，或测试中的 answers。',
  '{{doubt}} hangs on the answer to {{call}}, which was made up and is not judged. Give a real one: --answers file.json with { {{name}}: … }, or answers in a test.':
    '{{doubt}} 取决于 {{call}} 的应答，该应答为虚构，因此不作判断。请给出真实的应答：--answers file.json，内容为 { {{name}}: … }，或测试中的 answers。',
  'The handler reads {{names}}, which is not set; {{doubts}} hangs on that and is not judged. Set it: {{flags}}, or env in a test.':
    '处理函数读取 {{names}}，而它没有设置；{{doubts}} 取决于此，因此不作判断。请设置：{{flags}}，或测试中的 env。',
  'The handler reads {{names}}, which are not set; {{doubts}} hangs on that and is not judged. Set them: {{flags}}, or env in a test.':
    '处理函数读取 {{names}}，而它们没有设置；{{doubts}} 取决于此，因此不作判断。请设置：{{flags}}，或测试中的 env。',
  '{{why}}, so that only one of {{runs}} runs had a case that was delivered in every way{{also}}. {{advice}}':
    '{{why}}，因此每 {{runs}} 次运行中只有一个用例以各种方式投递{{also}}。{{advice}}',
  'Loading the handler takes {{ms}} ms of processor time': '加载处理函数占用 {{ms}} ms 处理器时间',
  'Starting the function takes {{ms}} ms of processor time': '启动函数占用 {{ms}} ms 处理器时间',
  'The handler sends, writes and answers {{megabytes}} MB for each event':
    '处理函数对每个事件发送、写入和返回共 {{megabytes}} MB',
  ', and one of {{cases}} cases was tried': '，每 {{cases}} 个用例只尝试一个',
  'Load less at the top of the module, or take more --runs.': '请减少模块顶层加载的内容，或增大 --runs。',
  'Do less when it starts, or take more --runs.': '请减少启动时的工作，或增大 --runs。',
  'Take more --runs.': '请增大 --runs。',
  '{{path}} holds no failure that this version can read, and was left as it is.':
    '{{path}} 中没有本版本能够读取的失败，保持原样。',
  '{{path}} was not tried, since it was found with {{facts}}; it is kept.':
    '{{path}} 未重放，因为它是在{{facts}}下发现的；予以保留。',
  '{{path}} was not tried, since the oracle {{oracle}} was not asked; it is kept.':
    '{{path}} 未重放，因为没有进行 {{oracle}} 这项判断；予以保留。',
  'no facts of a deployment': '没有部署信息的情况',
  'the deployment {{facts}}': '部署 {{facts}} ',
  'Failures are not kept: {{reason}}.': '失败未能保存：{{reason}}。',
  'In each of {{count}} processes, of which this is one: {{text}}':
    '{{count}} 个进程均如此，以下为其中之一：{{text}}',
  '{{file}} may reach something outside, so that the fuzzer alone calls it: that lets nothing leave the process.':
    '{{file}} 可能访问外部，因此测试中只由模糊测试调用它：模糊测试不允许访问进程外部。',
  'The search was stopped before it was done.': '搜索在完成之前被停止。',
  'The search was stopped by {{signal}}: what it had found is not shrunk.':
    '搜索被 {{signal}} 停止：已发现的问题没有缩小。',
  'The search ended with the process: what it had found is not shrunk, and later cases were not tried.':
    '搜索随进程一起结束：已发现的问题没有缩小，后面的用例没有尝试。',
  'a test would end with the process, and holds nothing of that.': '测试会随进程一起结束，其中不包含该问题。',
  'pytest and unittest look for tests in files that are named test_….py, and not in {{name}}.':
    'pytest 和 unittest 只在名为 test_….py 的文件中寻找测试，不会查看 {{name}}。',
  '{{name}} is a test of Vitest, which this project does not have. Name a file test_….py for one of pytest and unittest.':
    '{{name}} 是 Vitest 的测试，而本项目没有 Vitest。如需 pytest 或 unittest 的测试，请使用 test_….py 这样的文件名。',
  // Of the function as it runs here.
  '{{name}} is an ES module, and nothing is known of those on SCF with {{runtime}}: up to Nodejs18.15 they are not loaded. Try it there, or build it to CommonJS.':
    '{{name}} 是 ES 模块，SCF 的 {{runtime}} 是否支持尚不清楚：Nodejs18.15 及以前不会加载。请在平台上验证，或构建为 CommonJS。',
  '{{file}} runs here, not on SCF, because {{reason}} and {{runtime}} loads functions with require; build it to CommonJS: npx esbuild {{entry}} --bundle --platform=node --format=cjs --outfile=dist/{{name}}.js, and deploy dist.':
    '{{file}} 在这里可以运行，在 SCF 上不行，因为{{reason}}，而 {{runtime}} 用 require 加载函数；请构建为 CommonJS：npx esbuild {{entry}} --bundle --platform=node --format=cjs --outfile=dist/{{name}}.js，然后部署 dist。',
  'it is written as an ES module': '它是以 ES 模块的形式编写的',
  'a file .mjs is an ES module': '.mjs 文件是 ES 模块',
  'its package.json says "type": "module"': '其 package.json 中有 "type": "module"',
  'require({{request}}) at {{at}} works here, not on SCF, because it is an ES module and {{runtime}} requires none; build the function to CommonJS with what it depends on: {{command}}.':
    '{{at}} 处的 require({{request}}) 在这里可以运行，在 SCF 上不行，因为它是 ES 模块，而 {{runtime}} 不能 require 它；请把函数连同依赖构建为 CommonJS：{{command}}。',
  '{{what}} at {{at}} runs here, not on SCF with {{runtime}}, because Node has it from {{version}} on; take a later runtime, or build for this one: npx esbuild {{entry}} --bundle --platform=node --target=node{{target}} --outfile=dist/{{file}}.':
    '{{at}} 处的 {{what}} 在这里可以运行，在 SCF 的 {{runtime}} 上不行，因为 Node 从 {{version}} 起才支持；请使用更新的运行环境，或为该运行环境构建：npx esbuild {{entry}} --bundle --platform=node --target=node{{target}} --outfile=dist/{{file}}。',
  '{{what}} at {{at}} runs here, not on SCF with {{runtime}}, because Node has it from {{version}} on; take a later runtime, or do without.':
    '{{at}} 处的 {{what}} 在这里可以运行，在 SCF 的 {{runtime}} 上不行，因为 Node 从 {{version}} 起才支持；请使用更新的运行环境，或不使用它。',
  'fs.{{call}} was refused for {{path}}: a function may write to /tmp alone, elsewhere it gets EROFS. Nothing was written.':
    'fs.{{call}} 写入 {{path}} 被拒绝：函数只能写入 /tmp，其他位置会得到 EROFS。没有写入任何内容。',
  '{{name}} is set here and not for the function, which reads it at {{at}}: give it by --env {{name}}=… or in serverless.yml.':
    '{{name}} 在这里已设置，但没有为函数设置，而函数在 {{at}} 处读取它：请用 --env {{name}}=… 或在 serverless.yml 中给出。',
  '{{name}} is set here and not for the function: give it by --env {{name}}=… or in serverless.yml.':
    '{{name}} 在这里已设置，但没有为函数设置：请用 --env {{name}}=… 或在 serverless.yml 中给出。',
  'Node {{version}} runs it, that of {{path}}.': '由 {{path}} 的 Node {{version}} 运行。',
  'Node {{version}} runs it here, and {{runtime}} on the platform: npm i -D node@{{major}}, nvm or --node lets that version run it here.':
    '这里由 Node {{version}} 运行，平台上是 {{runtime}}：使用 npm i -D node@{{major}}、nvm 或 --node 可在这里用该版本运行。',
  'Python {{version}} runs it here, and {{asked}} on the platform.':
    '这里由 Python {{version}} 运行，平台上是 {{asked}}。',
  "The function imports {{packages}} from this machine: the platform's Python brings no packages along. Put them beside it (pip install -t .) or into a layer.":
    '函数导入了本机的 {{packages}}：平台的 Python 不自带这些包。请把它们放在函数旁（pip install -t .）或放入层。',
  'The deployment is as {{file}} has it: {{facts}}. Flags win; --no-from-config leaves it out.':
    '部署信息取自 {{file}}：{{facts}}。命令行选项优先；--no-from-config 不读取该文件。',
  '{{file}} has {{triggers}} triggers of {{kind}} that differ in {{name}}, which is left open: tell it with {{flags}}.':
    '{{file}} 有 {{triggers}} 个 {{kind}} 触发器，其 {{name}} 不同，因此未作设定：请用 {{flags}} 说明。',
  'The function is as {{file}} has it: {{told}}. Flags win.':
    '函数设置取自 {{file}}：{{told}}。命令行选项优先。',
  'The function is as {{file}} has it: {{told}}. Flags win. Not read of it: {{unread}}.':
    '函数设置取自 {{file}}：{{told}}。命令行选项优先。未读取：{{unread}}。',
  '{{name}} is not read: {{reason}}': '未读取 {{name}}：{{reason}}',
  'it describes no function of Tencent Cloud': '其中没有描述腾讯云函数',
  'The function, or a program that it starts, tried to reach something outside and passed the proxy by: that was refused, and nothing is known of it. What takes its proxy from the environment (HTTP_PROXY, HTTPS_PROXY) is answered and compared.':
    '函数或它启动的程序绕过代理访问外部：已被拒绝，内容不得而知。从环境变量（HTTP_PROXY、HTTPS_PROXY）读取代理的访问会得到应答并参与比较。',
  'Cannot end {{spec}} by SIGTERM: it went on for {{ms}} ms and was killed. Have it end on SIGTERM, which SCF sends before it takes an instance away.':
    '无法用 SIGTERM 结束 {{spec}}：它继续运行了 {{ms}} 毫秒，已被强制结束。请让它在收到 SIGTERM 时结束，SCF 在回收实例前会发送该信号。',
  'this machine gives processes no file system of their own: what the function writes outside of /tmp succeeds here and fails on SCF, and its own temporary directory is named by TMPDIR':
    '本机不能为进程提供独立的文件系统：函数写入 /tmp 以外的位置在这里会成功，在 SCF 上会失败；它的临时目录由 TMPDIR 指定',
  '{{lacking}}: writing is refused by the functions of node:fs alone; programs and threads that it starts, and addons, can write outside of /tmp here, which fails on SCF':
    '{{lacking}}：只有 node:fs 的函数会拒绝写入；它启动的程序和线程以及原生插件在这里可以写入 /tmp 以外的位置，在 SCF 上会失败',
  "{{lacking}}: writing is refused by Node's permission model ({{name}}); programs that it starts, and addons, can write outside of /tmp here, which fails on SCF":
    '{{lacking}}：写入由 Node 的权限模型（{{name}}）拒绝；它启动的程序以及原生插件在这里可以写入 /tmp 以外的位置，在 SCF 上会失败',
  'this machine gives processes no file system of their own': '本机不能为进程提供独立的文件系统',
} as const;
