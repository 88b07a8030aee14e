import type { Draw } from '../../../kernel/draw.js';

/** Code that takes files, in JavaScript or Python. */
const takesFiles =
  /\bmulter\b|\bbusboy\b|\bformidable\b|multipart|parseBody\(|\.formData\(|\bUploadFile\b|\brequest\.files\b|FILES\b/;
/** `upload.single('file')`, `FileInterceptor('file')`, `{ name: 'avatar', maxCount: 1 }`, `files['file']`, `file: UploadFile`. */
const named = [
  /\.(?:single|array)\(\s{0,20}['"]([\w-]{1,40})['"]/g,
  /\bFiles?Interceptor\(\s{0,20}['"]([\w-]{1,40})['"]/g,
  /\bname:\s{0,20}['"]([\w-]{1,40})['"]\s{0,20},\s{0,20}maxCount\b/g,
  /\b(?:files|FILES)(?:\?\.)?\[\s{0,20}['"]([\w-]{1,40})['"]/g,
  /\b(?:files|FILES)\.get(?:list)?\(\s{0,20}['"]([\w-]{1,40})['"]/g,
  /\bfiles\??\.([A-Za-z_$][\w$]{0,39})\b(?!\s{0,20}\()/g,
  /\b(\w{1,40}):\s{0,20}(?:[Ll]ist\[)?UploadFile\b/g,
];
const ofLists = new Set(['length', 'map', 'filter', 'forEach']);
const maxNames = 6;

/** Names of fields in which code takes files; none where it takes none. */
export function fileNamesIn(code: string): readonly string[] {
  if (!takesFiles.test(code)) return [];
  const names = named.flatMap((read) => [...code.matchAll(read)].map(([, name = '']) => name));
  const own = [...new Set(names)].filter((name) => !ofLists.has(name));
  return own.length === 0 ? ['file'] : own.slice(0, maxNames);
}

const boundary = '----ScfFixturesUpload7MA4YWxk';
const files = [
  { name: 'a.txt', type: 'text/plain', content: 'hello' },
  { name: 'orders.csv', type: 'text/csv', content: 'id,count\n1,2\n' },
  { name: '报告 2026.pdf', type: 'application/pdf', content: '%PDF-1.7\n' },
  { name: 'photo.PNG', type: 'image/png', content: '' },
  { name: 'no-ending', type: 'application/octet-stream', content: 'x' },
  { name: 'data.json', type: 'application/json', content: '{"id":1' },
  { name: '../../b.txt', type: 'text/plain', content: 'b' },
] as const;

/** A form with a file or two, and texts beside them. */
export function drawUpload(
  draw: Draw,
  fileNames: readonly string[],
  texts: readonly (readonly [name: string, value: string])[],
): { readonly type: string; readonly text: string } {
  const parts = texts.map(([name, value]) => part(`name="${name}"`, value));
  const [first = 'file', ...others] = [draw.pick(fileNames), ...fileNames.filter(() => draw.below(4) === 3)];
  for (const field of new Set([first, ...others])) {
    const { name, type, content } = draw.pick(files);
    parts.push(part(`name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, content));
  }
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    text: `${parts.join('')}--${boundary}--\r\n`,
  };
}

function part(disposition: string, content: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
}
