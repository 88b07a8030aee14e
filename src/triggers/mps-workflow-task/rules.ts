import type { MpsWorkflowTaskEvent } from '../../generated/mps-workflow-task.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import { checkAreas, checkOffsets, checkPlaces, checkStreamSums } from '../../kernel/media/agreements.js';
import type { Report, Rule } from '../../kernel/trigger.js';
import { memberOfType, resultSets, tasksOf } from './tasks.js';

const page = 'https://cloud.tencent.com/document/product/583/48797';
const example = "the vendor's example of the trigger page";
const sdk = 'tencentcloud-sdk-nodejs-mps 4.1.305';

type Check = (workflow: MpsWorkflowTaskEvent['WorkflowTaskEvent'], report: Report) => void;

function rule(name: string, holds: string, source: string, check: Check): Rule<MpsWorkflowTaskEvent> {
  return {
    name: `mps-workflow-task/${name}`,
    holds,
    severity: 'error',
    source,
    check: ({ WorkflowTaskEvent }, report) => check(WorkflowTaskEvent, report),
  };
}

const typeNamesTask = rule(
  'type-names-task',
  'Of the members that hold a task, the one that Type names is an object and the others are null or absent.',
  example,
  (workflow, report) => {
    for (const set of resultSets) {
      const members: Readonly<Record<string, string>> = memberOfType[set];
      for (const [index, result] of (workflow[set] ?? []).entries()) {
        const own = members[result.Type];
        const tasks: Readonly<Record<string, unknown>> = { ...result };
        for (const member of Object.values(members)) {
          const task = tasks[member];
          if (isObject(task) === (member === own)) continue;
          report(['WorkflowTaskEvent', set, index, member], {
            expected:
              member === own
                ? `an object, since Type is "${result.Type}"`
                : `null, since Type is "${result.Type}"`,
            received: describeValue(task),
          });
        }
      }
    }
  },
);

const outputAfterSuccess = rule(
  'output-after-success',
  'Output is an object when Status is SUCCESS, and null otherwise.',
  example,
  (workflow, report) => {
    for (const { path, task } of tasksOf(workflow)) {
      if (isObject(task.Output) === (task.Status === 'SUCCESS')) continue;
      report([...path, 'Output'], {
        expected:
          task.Status === 'SUCCESS' ? 'an object after success' : `null while Status is ${task.Status}`,
        received: describeValue(task.Output),
      });
    }
  },
);

const codeAfterFailure = rule(
  'code-after-failure',
  'ErrCode is 0, and ErrCodeExt "" or "SUCCESS", unless Status is FAIL.',
  `${example}; ${sdk}`,
  (workflow, report) => {
    for (const { path, task } of tasksOf(workflow)) {
      const failed = task.Status === 'FAIL';
      const { ErrCode, ErrCodeExt } = task;
      if (ErrCode !== undefined && (ErrCode !== 0) !== failed) {
        report([...path, 'ErrCode'], {
          expected: failed ? 'a code other than 0 after a failure' : '0',
          received: describeValue(ErrCode),
        });
      }
      if (ErrCodeExt !== undefined && (ErrCodeExt !== '' && ErrCodeExt !== 'SUCCESS') !== failed) {
        report([...path, 'ErrCodeExt'], {
          expected: failed ? 'a code after a failure' : '"" or "SUCCESS"',
          received: describeValue(ErrCodeExt),
        });
      }
    }
  },
);

const finishedTasks = rule(
  'finished-tasks',
  'No task is PROCESSING once the workflow is FINISH.',
  page,
  (workflow, report) => {
    if (workflow.Status !== 'FINISH') return;
    for (const { path, task } of tasksOf(workflow)) {
      if (task.Status === 'PROCESSING') {
        report([...path, 'Status'], {
          expected: '"SUCCESS" or "FAIL", since the workflow is FINISH',
          received: '"PROCESSING"',
        });
      }
    }
  },
);

const typeNamesPlace = rule(
  'type-names-place',
  'Of the places that a file or a result can be in, the one that Type names is given.',
  sdk,
  (workflow, report) => checkPlaces(workflow, ['WorkflowTaskEvent'], report),
);

const streamSums = rule(
  'stream-sums',
  'Bitrate is the sum over the streams; Height and Width are those of the largest video stream.',
  `${example}; ${sdk}`,
  (workflow, report) => {
    if (workflow.MetaData !== null)
      checkStreamSums(workflow.MetaData, ['WorkflowTaskEvent', 'MetaData'], report);
    for (const [index, { TranscodeTask }] of workflow.MediaProcessResultSet.entries()) {
      const path = ['WorkflowTaskEvent', 'MediaProcessResultSet', index, 'TranscodeTask', 'Output'];
      if (TranscodeTask?.Output) checkStreamSums(TranscodeTask.Output, path, report);
    }
  },
);

const offsetsInOrder = rule(
  'offsets-in-order',
  'A part ends no sooner than it begins; an end of 0 stands for the end of the film.',
  sdk,
  (workflow, report) => checkOffsets(workflow, ['WorkflowTaskEvent'], report),
);

const areaEdges = rule(
  'area-edges',
  'An area has four edges (left, top, right, bottom) in this order, or none.',
  sdk,
  (workflow, report) => checkAreas(workflow, ['WorkflowTaskEvent'], report),
);

const resultsWhereAsked = rule(
  'results-where-asked',
  'Results lie in the storage that was asked for, on a path that begins as asked.',
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
      if (path.at(-1) !== 'ImageSpriteTask')
        checkPaths(String(Input.OutputObjectPath), Output, [...path, 'Output'], report);
    }
  },
);

/** Compares the paths of results with the pattern that was asked for, up to its first variable. */
function checkPaths(
  pattern: string,
  output: Readonly<Record<string, unknown>>,
  path: IssuePath,
  report: Report,
): void {
  const start = pattern.split('{', 1)[0] as string;
  if (!start.startsWith('/')) return;
  const compare = (value: unknown, place: IssuePath) => {
    if (typeof value === 'string' && !value.startsWith(start)) {
      report(place, {
        expected: `a path that starts with ${JSON.stringify(start)}, as Input.OutputObjectPath`,
        received: describeValue(value),
      });
    }
  };
  const { Path, PicInfoSet, ImagePathSet } = output;
  compare(Path, [...path, 'Path']);
  listOf(PicInfoSet).forEach((picture, index) => {
    if (isObject(picture)) compare(picture.Path, [...path, 'PicInfoSet', index, 'Path']);
  });
  listOf(ImagePathSet).forEach((image, index) => {
    compare(image, [...path, 'ImagePathSet', index]);
  });
}

const watermarksAsked = rule(
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

const reelPaths = rule(
  'reel-paths',
  'VideoPath is the only one of VideoPaths, or "" when there are several.',
  sdk,
  (workflow, report) => {
    for (const [index, { ReelTask }] of (workflow.AiAnalysisResultSet ?? []).entries()) {
      if (!ReelTask?.Output) continue;
      const { VideoPath, VideoPaths } = ReelTask.Output;
      const expected = VideoPaths.length === 1 ? (VideoPaths[0] as string) : '';
      if (VideoPath !== expected) {
        report(['WorkflowTaskEvent', 'AiAnalysisResultSet', index, 'ReelTask', 'Output', 'VideoPath'], {
          expected: JSON.stringify(expected),
          received: describeValue(VideoPath),
        });
      }
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

/** What holds between the fields of a workflow. */
export const rules: readonly Rule<MpsWorkflowTaskEvent>[] = [
  typeNamesTask,
  outputAfterSuccess,
  codeAfterFailure,
  finishedTasks,
  typeNamesPlace,
  streamSums,
  offsetsInOrder,
  areaEdges,
  resultsWhereAsked,
  watermarksAsked,
  reelPaths,
];
