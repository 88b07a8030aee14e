import {
  checkAreas,
  checkDurations,
  checkOffsets,
  checkPlaces,
  checkStreamSums,
  checkTimes,
} from '../../domain/media/agreements.js';
import type { MpsWorkflowTaskEvent } from '../../generated/mps-workflow-task.js';
import { describeValue } from '../../kernel/describeValue.js';
import { isObject } from '../../kernel/json.js';
import type { Rule } from '../../kernel/trigger.js';
import { definitionAsked, resultsWhereAsked, watermarksAsked } from './askedRules.js';
import { memberOfType, resultSets, sources, tasksOf, workflowRule } from './tasks.js';

const { example, page, sdk } = sources;

const typeNamesTask = workflowRule(
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

const outputAfterSuccess = workflowRule(
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

const codeAfterFailure = workflowRule(
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

const finishedTasks = workflowRule(
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

const typeNamesPlace = workflowRule(
  'type-names-place',
  'Of the places that a file or a result can be in, the one that Type names is given.',
  sdk,
  (workflow, report) => checkPlaces(workflow, ['WorkflowTaskEvent'], report),
);

const streamSums = workflowRule(
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

const longestDuration = workflowRule(
  'longest-duration',
  'Duration is the longer of AudioDuration and VideoDuration.',
  `${example} and that of ParseNotification`,
  ({ MetaData }, report) => {
    if (MetaData !== null) checkDurations(MetaData, ['WorkflowTaskEvent', 'MetaData'], report);
  },
);

const timesExist = workflowRule(
  'times-exist',
  'Times fall on days that the calendar has, and a task ends no sooner than it begins.',
  sdk,
  (workflow, report) => checkTimes(workflow, ['WorkflowTaskEvent'], report),
);

const offsetsInOrder = workflowRule(
  'offsets-in-order',
  'A part ends no sooner than it begins; an end of 0 stands for the end of the film.',
  sdk,
  (workflow, report) => checkOffsets(workflow, ['WorkflowTaskEvent'], report),
);

const areaEdges = workflowRule(
  'area-edges',
  'An area has four edges (left, top, right, bottom) in this order, or none.',
  sdk,
  (workflow, report) => checkAreas(workflow, ['WorkflowTaskEvent'], report),
);

const reelPaths = workflowRule(
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

/** What holds between the fields of a workflow. */
export const rules: readonly Rule<MpsWorkflowTaskEvent>[] = [
  typeNamesTask,
  outputAfterSuccess,
  codeAfterFailure,
  finishedTasks,
  typeNamesPlace,
  streamSums,
  longestDuration,
  timesExist,
  offsetsInOrder,
  areaEdges,
  resultsWhereAsked,
  definitionAsked,
  watermarksAsked,
  reelPaths,
];
