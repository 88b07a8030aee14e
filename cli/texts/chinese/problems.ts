/** Sentences about a command line that is wrong; what stands in double braces is filled in. */
export const problems = {
  "Unknown option '{{flag}}'": '未知选项 {{flag}}',
  "Unknown option '{{flag}}' (Did you mean {{near}}?)": '未知选项 {{flag}}（是否想用 {{near}}？）',
  "Unknown option '{{flag}}' (Did you mean one of {{near}}?)":
    '未知选项 {{flag}}（是否想用其中之一：{{near}}？）',
  "Unknown command '{{name}}'": '未知命令 {{name}}',
  "Unknown command '{{name}}' (Did you mean {{near}}?)": '未知命令 {{name}}（是否想用 {{near}}？）',
  "Unknown command '{{name}}' (Did you mean one of {{near}}?)":
    '未知命令 {{name}}（是否想用其中之一：{{near}}？）',
  "Missing required argument '{{name}}'": '缺少必需的参数 <{{name}}>',
  "Option '{{flags}}' argument missing": '选项 {{flags}} 缺少值',
  'Too many arguments. Expected {{expected}} arguments but got {{got}}.':
    '参数过多：需要 {{expected}} 个，给出了 {{got}} 个',
  "Too many arguments for '{{name}}'. Expected {{expected}} argument but got {{got}}":
    '{{name}} 的参数过多：需要 {{expected}} 个，给出了 {{got}} 个',
  "Too many arguments for '{{name}}'. Expected {{expected}} arguments but got {{got}}":
    '{{name}} 的参数过多：需要 {{expected}} 个，给出了 {{got}} 个',
  "Option '{{flags}}' argument '{{value}}' is invalid. Allowed choices are {{choices}}":
    '选项 {{flags}} 的值 {{value}} 无效，可选 {{choices}}',
  'Cannot open {{path}}: {{reason}} ({{code}}).': '无法打开 {{path}}：{{reason}}（{{code}}）。',
  'Cannot write {{path}}: {{reason}} ({{code}}).': '无法写入 {{path}}：{{reason}}（{{code}}）。',
  'there is no such file or directory': '没有这样的文件或目录',
  'permission is denied': '没有权限',
  'it is not permitted': '操作不被允许',
  'the file system is read-only': '文件系统是只读的',
  'the disk is full': '磁盘已满',
  'the disk quota is used up': '磁盘配额已用完',
  'a part of its path is a file, not a directory': '路径中的某一部分是文件，不是目录',
  'it is a directory': '它是目录',
  'it is in the way': '同名文件已存在',
  'it is a symbolic link': '它是符号链接',
  'too many files are open': '打开的文件过多',
  'its name is too long': '名称过长',
  'Cannot take --lang without a language: take en or zh.': '--lang 没有指定语言：请使用 en 或 zh。',
  'Cannot take --lang {{name}}: there are texts in en and zh. Take one of them.':
    '无法使用 --lang {{name}}：只有 en 和 zh 两种语言，请选择其中之一。',
} as const;
