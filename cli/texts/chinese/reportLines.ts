/** Lines of a report of fuzzing that the report itself words, and what stands in them; all others tell of the function. */
export const reportLines = {
  'What happened:': '经过：',
  'Compared with:': '对照：',
  'The event:': '事件：',
  'Event {{number}}:': '事件 {{number}}：',
  'It was at the event:': '当时的事件：',
  'It was at a delivery with event {{number}}:': '当时的投递包含事件 {{number}}：',
  '  Found in {{count}} cases; this one is the smallest.': '  见于 {{count}} 个用例，这是最小的一个。',
  '  {{clock}}  {{which}} to instance {{instance}} ({{start}}): {{end}}':
    '  {{clock}}  {{which}}，实例 {{instance}}（{{start}}）：{{end}}',
  '  {{clock}}  {{which}}, try {{number}} to instance {{instance}} ({{start}}): {{end}}':
    '  {{clock}}  {{which}}，第 {{number}} 次尝试，实例 {{instance}}（{{start}}）：{{end}}',
  'the event': '该事件',
  cold: '冷启动',
  warm: '热启动',
  'stopped, since it took too much memory': '已中止：内存占用过多',
  'stopped, since it computed without a pause': '已中止：一直占用 CPU',
  '{{number}}. {{head}} ({{count}} cases)': '{{number}}. {{head}}（{{count}} 个用例）',
  'How to mend it: {{page}}': '修复方法：{{page}}',
  'Replay: seed {{seed}}, case {{run}}': '重放：种子 {{seed}}，用例 {{run}}',
  'Replay: seed {{seed}}, case {{run}}; stored as {{path}}':
    '重放：种子 {{seed}}，用例 {{run}}；保存为 {{path}}',
  'Replay: seed {{seed}}, before the first case': '重放：种子 {{seed}}，在第一个用例之前',
  'Replay: found again from the store': '重放：由已保存的失败重现',
  'Replay: found again from the store; stored as {{path}}': '重放：由已保存的失败重现；保存为 {{path}}',
  '({{count}} further lines)': '（其余 {{count}} 行略）',
  '  … and {{count}} more': '  …… 另有 {{count}} 项',
  '  {{clock}}  {{which}} to instance {{instance}} ({{start}}): {{end}}; calls {{calls}}, and {{more}} more':
    '  {{clock}}  {{which}}，实例 {{instance}}（{{start}}）：{{end}}；调用 {{calls}}，另有 {{more}} 次',
  '  {{clock}}  {{which}}, try {{number}} to instance {{instance}} ({{start}}): {{end}}; calls {{calls}}, and {{more}} more':
    '  {{clock}}  {{which}}，第 {{number}} 次尝试，实例 {{instance}}（{{start}}）：{{end}}；调用 {{calls}}，另有 {{more}} 次',
  '  {{clock}}  {{which}} to instance {{instance}} ({{start}}): {{end}}; calls {{calls}}':
    '  {{clock}}  {{which}}，实例 {{instance}}（{{start}}）：{{end}}；调用 {{calls}}',
  '  {{clock}}  {{which}}, try {{number}} to instance {{instance}} ({{start}}): {{end}}; calls {{calls}}':
    '  {{clock}}  {{which}}，第 {{number}} 次尝试，实例 {{instance}}（{{start}}）：{{end}}；调用 {{calls}}',
  '  {{place}} holds {{value}}': '  {{place}} 中为 {{value}}',
  'event {{number}}': '事件 {{number}}',
  'And 1 further failure.': '另有 1 处问题。',
  'And {{count}} further failures.': '另有 {{count}} 处问题。',
} as const;
