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
  // fuzz
  'Proves little: {{why}}': '说明不了什么：{{why}}',
  'Tried {{cases}} of {{kind}} with seed {{seed}}: {{end}}.':
    '尝试了 {{kind}} 的 {{cases}}，种子 {{seed}}：{{end}}。',
  '{{path}} passes by now and was dropped.': '{{path}} 已通过，不再保留。',
  broken: '发现问题',
  'nothing found, and that proves little': '未发现问题，但说明不了什么',
  'nothing found': '未发现问题',
} as const;
