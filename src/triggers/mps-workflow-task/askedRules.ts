import { describeValue } from '../../kernel/describeValue.js';
import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import type { Report } from '../../kernel/trigger.js';
import { sources, tasksOf, workflowRule } from './tasks.js';

const { example } = sources;

/** Results lie where they were asked for. */
export const resultsWhereAsked = workflowRule(
  'results-where-asked',
  'Results lie in the storage that was asked for, on a path that begins as asked; sprites in a directory of their own.',
  example,
  (workflow, report) => {
    for (const { set, path, task } of tasksOf(workflow)) {
      const { Input, Output } = task;
      if (set !== 'MediaProcessResultSet' || !isObject(Input) || !isObject(Output)) continue;
      const storage = Output.Storage === undefined ? 'OutputStorage' : 'Storage';
      const asked = Input.OutputStorage;
      if (isObject(asked) && !sameJson(asked, Output[storage])) {
        report([...path, 'Output', storage], {
          expected: `the storage of Input.OutputStorage, ${JSON.stringify(asked)}`,
          received: JSON.stringify(Output[storage]),
        });
      }
      const compare = pathsOf({
        output: Output,
        path: [...path, 'Output'],
        report,
        byName: path.at(-1) === 'ImageSpriteTask',
      });
      compare(Input.OutputObjectPath, 'OutputObjectPath', ['Path', 'PicInfoSet', 'ImagePathSet']);
      compare(Input.WebVttObjectName, 'WebVttObjectName', ['WebVttPath']);
    }
  },
);

interface ResultOutput {
  readonly output: Readonly<Record<string, unknown>>;
  readonly path: IssuePath;
  readonly report: Report;
  /** True when only the names of files compare. */
  readonly byName: boolean;
}

/**
 * Compares paths of results with a pattern that was asked for, up to its first variable. Sprites are put into a
 * directory of their own, so that only their names compare.
 */
function pathsOf({
  output,
  path,
  report,
  byName,
}: ResultOutput): (pattern: unknown, asked: string, members: readonly string[]) => void {
  const comparable = (text: string) => (byName ? text.slice(text.lastIndexOf('/') + 1) : text);
  return (pattern, asked, members) => {
    if (typeof pattern !== 'string' || !pattern.startsWith('/')) return;
    const start = comparable(pattern.split('{', 1)[0] as string);
    for (const member of members) {
      for (const [place, result] of resultPaths(output[member], [...path, member])) {
        if (comparable(result).startsWith(start)) continue;
        report(place, {
          expected: `a path that starts with ${JSON.stringify(start)}, as Input.${asked}`,
          received: describeValue(result),
        });
      }
    }
  };
}

/** The paths in a member of an output: a text, a list of texts, or a list of pictures with a Path. */
function resultPaths(value: unknown, path: IssuePath): [IssuePath, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (isObject(value)) return resultPaths(value.Path, [...path, 'Path']);
  return listOf(value).flatMap((item, index) => resultPaths(item, [...path, index]));
}

/** Results are made by the template that was asked for. */
export const definitionAsked = workflowRule(
  'definition-asked',
  'The Definition of a result is the one that was asked for, or 0.',
  `${example} (0 in one result); 0 in that of ParseNotification`,
  (workflow, report) => {
    for (const { path, task } of tasksOf(workflow)) {
      const { Input, Output } = task;
      if (!isObject(Input) || !isObject(Output) || Output.Definition === undefined) continue;
      if (Output.Definition === 0 || Output.Definition === Input.Definition) continue;
      report([...path, 'Output', 'Definition'], {
        expected: `${Input.Definition}, as Input.Definition, or 0`,
        received: describeValue(Output.Definition),
      });
    }
  },
);

/** Only watermarks that were asked for are drawn. */
export const watermarksAsked = workflowRule(
  'watermarks-asked',
  'The watermarks drawn on a picture are among those that were asked for.',
  example,
  (workflow, report) => {
    for (const { path, task } of tasksOf(workflow)) {
      const { Input, Output } = task;
      if (!isObject(Input) || !isObject(Output)) continue;
      const asked = listOf(Input.WatermarkSet).map((mark) => (isObject(mark) ? mark.Definition : undefined));
      const compare = (drawn: unknown, place: IssuePath) => {
        for (const [index, definition] of listOf(drawn).entries()) {
          if (!asked.includes(definition)) {
            report([...place, index], {
              expected: 'a Definition of Input.WatermarkSet',
              received: describeValue(definition),
            });
          }
        }
      };
      compare(Output.WaterMarkDefinition, [...path, 'Output', 'WaterMarkDefinition']);
      listOf(Output.PicInfoSet).forEach((picture, index) => {
        if (isObject(picture))
          compare(picture.WaterMarkDefinition, [
            ...path,
            'Output',
            'PicInfoSet',
            index,
            'WaterMarkDefinition',
          ]);
      });
    }
  },
);

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Equal as JSON, whatever the order of the members and whether unused ones are null or absent. */
function sameJson(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return (a ?? null) === (b ?? null);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => sameJson(a[name], b[name]));
}
