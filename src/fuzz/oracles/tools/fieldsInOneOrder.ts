import { isObject, jsonInside, setOwn } from '../../../kernel/json.js';

/** UTF-16 units of a text that is looked into. */
const maxLength = 20_000;

/** A number with so many digits, which would be read as another; a text with as many is read as it is. */
const longNumber = /(?:^|[:[,\s])-?[\d.]{16}/;

/** What stands before the body in the text of an answer of a server: its status and its headers. */
const answerHead = /^(\d{3} )(\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\}) /s;

/** A text with the fields of the objects in it sorted, since they have no order, also where JSON is passed on as text. */
export function fieldsInOneOrder(text: string): string {
  const [head = '', status = '', headers = ''] = answerHead.exec(text) ?? [];
  if (head === '') return sortedText(text);
  return `${status}${sortedText(headers)} ${sortedText(text.slice(head.length))}`;
}

/** JSON that a page brings along for its scripts: https://html.spec.whatwg.org/multipage/scripting.html#data-block */
const dataBlock = /(<script\b[^<>]{0,500}\bapplication\/json\b[^<>]{0,500}>)([^<]{1,20000})(?=<\/script>)/gi;

function sortedText(text: string): string {
  if (text.startsWith('<'))
    return text.replace(dataBlock, (_, tag: string, json: string) => tag + sortedText(json));
  const start = text.search(/[{[]/);
  if (start < 0 || text.length > maxLength || hasLongNumber(text.slice(start))) return text;
  const value = jsonInside(text.slice(start), { maxBrackets: 500 });
  return value === undefined ? text : text.slice(0, start) + JSON.stringify(value, sortedFields);
}

/** What stands in a text is looked at when that is read. */
function hasLongNumber(json: string): boolean {
  return longNumber.test(json) && longNumber.test(json.replaceAll(/"(?:[^"\\]|\\.)*"?/gs, '""'));
}

function sortedFields(_name: string, value: unknown): unknown {
  if (typeof value === 'string') return sortedText(value);
  if (!isObject(value)) return value;
  const sorted = {};
  for (const name of Object.keys(value).sort()) setOwn(sorted, name, value[name]);
  return sorted;
}
