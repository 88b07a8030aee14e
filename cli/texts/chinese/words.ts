/** Fixed words around what commands print; what stands in double braces is filled in. */
export const words = {
  '{{problem}}. See {{command}} --help.': '{{problem}}。用法见 {{command}} --help。',
  'Note: {{note}}': '注意：{{note}}',
  // gen
  '{{count}} {{kind}} {{event}}': '{{count}} 个 {{kind}} 事件',
  '{{events}} of {{count}} kinds': '{{count}} 种类型的 {{events}}',
  'Wrote {{what}} to {{place}}{{changes}}. Repeat: {{command}}':
    '已将 {{what}}写入 {{place}}{{changes}}。再次生成：{{command}}',
  'Wrote {{events}}. Repeat: {{command}}': '已输出 {{events}}。再次生成：{{command}}',
  ' ({{changes}})': '（{{changes}}）',
  '{{count}} new': '新增 {{count}}',
  '{{count}} changed': '变化 {{count}}',
  '{{count}} unchanged': '不变 {{count}}',
  // check
  'Checked {{what}}: {{errors}}, {{warnings}}.': '检查了 {{what}}：{{errors}}，{{warnings}}。',
  'Of {{events}}, {{able}} could be delivered.': '{{events}}中有 {{able}} 个可以投递。',
  'Looked into {{files}}: {{values}} that looks real.': '查找了 {{files}}：{{values}}看起来是真实的。',
  'Looked into {{files}}: {{values}} that look real.': '查找了 {{files}}：{{values}}看起来是真实的。',
  // import
  'Found {{events}} ({{kinds}}), wrote {{fixtures}} to {{folder}} ({{new}} new, {{changed}} changed, {{same}} unchanged).':
    '找到 {{events}}（{{kinds}}），将 {{fixtures}}写入 {{folder}}（新增 {{new}}，变化 {{changed}}，不变 {{same}}）。',
  ' Replaced {{values}}.': '替换了 {{values}}。',
  ' Left {{events}} out that the log shows in part.': '略去 {{events}}，日志中只有其中一部分。',
  ' In {{events}} an integer above 2^53 lost its last digits.':
    '有 {{events}}中大于 2^53 的整数丢失了末尾几位。',
  ' Passed over {{objects}} without an end.': '跳过 {{objects}}，没有结尾。',
  events: '事件数',
  kind: '类型',
  field: '字段',
  expected: '期望',
  received: '实际',
  'first seen': '首次出现',
  // serve
  'Serving {{handler}} as {{kind}} on {{url}} until Ctrl+C.':
    '正在 {{url}} 上以 {{kind}} 提供 {{handler}}，按 Ctrl+C 结束。',
  'Functions push to {{url}}, which they find in {{variable}}.':
    '函数向 {{url}} 反向推送，该地址在环境变量 {{variable}} 中。',
  'Callers need {{what}}.': '调用方需要 {{what}}。',
  'It listens on {{host}}: whoever reaches this machine can call it, not only its own programs.':
    '它监听 {{host}}：不仅本机的程序，能访问本机的任何人都可以调用它。',
  'A file changed: the handler is loaded again.': '文件有变化：已重新加载处理函数。',
  'What comes is shown on {{url}}.': '收到的内容显示在 {{url}}。',
  // send
  'Sent {{events}} to {{to}}: {{end}}{{retries}}.': '向 {{to}} 发送了 {{events}}：{{end}}{{retries}}。',
  'all taken': '全部成功',
  '{{failed}} failed': '{{failed}} 个失败',
  ', after 1 retry': '，重试 1 次',
  ', after {{again}} retries': '，重试 {{again}} 次',
  // explore
  'The explorer is at {{address}} until you press Ctrl+C.': '事件查看器位于 {{address}}，按 Ctrl+C 结束。',
  // replay
  passes: '通过',
  fails: '仍然失败',
  'not tried': '未能重放',
  'all pass': '全部通过',
  '{{passes}} pass': '{{passes}} 处通过',
  '1 still fails': '1 处仍然失败',
  '{{fails}} still fail': '{{fails}} 处仍然失败',
  ', {{untried}} not tried': '，{{untried}} 处未能重放',
  'Replayed {{failures}}: {{what}}.': '重放了 {{failures}}：{{what}}。',
  '{{cases}} of {{all}} cases tried, {{found}} found so far':
    '已尝试 {{cases}}/{{all}} 个用例，发现 {{found}} 处问题',
  'It stands in {{file}} at {{place}}.': '该值写在 {{file}} 的 {{place}}。',
  'Stopped: what was found so far is told and stored; replay --all tries it again.':
    '已停止：到此为止发现的问题已列出并保存；replay --all 可重放。',
  // check, import
  '{{events}} checked, {{errors}}': '已检查 {{events}}，{{errors}}',
  '{{events}} found in {{place}}': '已在 {{place}} 中找到 {{events}}',
  'Stopped: this is what was seen so far.': '已停止：以下是到此为止的结果。',
  // fuzz
  'Proves little: {{why}}': '说明不了什么：{{why}}',
  'Tried {{cases}} of {{kind}} with seed {{seed}}: {{end}}.':
    '尝试了 {{kind}} 的 {{cases}}，种子 {{seed}}：{{end}}。',
  'Next: {{page}} tells how to mend the first. All of it: --report text.':
    '下一步：{{page}} 说明如何修复第一处。查看全部：--report text。',
  'Next: {{page}} tells how to mend the first. Again: {{command}}; all of it: --report text.':
    '下一步：{{page}} 说明如何修复第一处。重放：{{command}}；查看全部：--report text。',
  'And {{notes}}: --report text.': '另有{{notes}}：--report text。',
  '{{path}} passes by now and was dropped.': '{{path}} 已通过，不再保留。',
  'proves little': '说明不了什么',
  '{{runs}} cases, seed {{seed}}': '{{runs}} 个用例，种子 {{seed}}',
  'A run that has found nothing has tried enough to prove something.':
    '没有发现问题的运行，其尝试足以说明问题。',
  'Something to know about a run.': '关于本次运行的提示。',
  broken: '发现问题',
  'nothing found, and that proves little': '未发现问题，但说明不了什么',
  'nothing found': '未发现问题',
} as const;
