/** Fixed words around what commands print; what stands in double braces is filled in. */
export const words = {
  '{{problem}}. See {{command}} --help.': '{{problem}}。用法见 {{command}} --help。',
  'Note: {{note}}': '注意：{{note}}',
  // check
  'Checked {{what}}: {{errors}}, {{warnings}}.': '检查了 {{what}}：{{errors}}，{{warnings}}。',
  // fuzz
  'Proves little: {{why}}': '说明不了什么：{{why}}',
  'Tried {{cases}} of {{kind}} with seed {{seed}}: {{end}}.':
    '尝试了 {{kind}} 的 {{cases}}，种子 {{seed}}：{{end}}。',
  '{{path}} passes by now and was dropped.': '{{path}} 已通过，不再保留。',
  broken: '发现问题',
  'nothing found, and that proves little': '未发现问题，但说明不了什么',
  'nothing found': '未发现问题',
} as const;
