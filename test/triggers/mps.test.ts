import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, describeIssue, edgeCases, sample, samples } from '../../src/index.js';
import { mpsEditMediaTask } from '../../src/triggers/mps-edit-media-task/mpsEditMediaTask.js';
import { mpsWorkflowTask } from '../../src/triggers/mps-workflow-task/mpsWorkflowTask.js';
import { memberOfType, resultSets, tasksOf } from '../../src/triggers/mps-workflow-task/tasks.js';

const lines = (trigger: Parameters<typeof check>[0], event: unknown) =>
  check(trigger, event).map((issue) => `${issue.rule} ${describeIssue(issue)}`);

const packageJson = createRequire(import.meta.url).resolve('tencentcloud-sdk-nodejs-mps/package.json');
const models = readFileSync(
  join(dirname(packageJson), 'tencentcloud/services/mps/v20190612/mps_models.d.ts'),
  'utf8',
);

/** The text of one interface in the vendor's own types, with its comments. */
function interfaceText(name: string): string {
  const start = models.indexOf(`export interface ${name} {`);
  return models.slice(start, models.indexOf('\n}', start));
}

const interfaceOfSet = {
  MediaProcessResultSet: 'MediaProcessTaskResult',
  AiContentReviewResultSet: 'AiContentReviewResult',
  AiAnalysisResultSet: 'AiAnalysisResult',
  AiRecognitionResultSet: 'AiRecognitionResult',
} as const;

describe.each(resultSets)('%s', (set) => {
  const text = interfaceText(interfaceOfSet[set]);
  const members = [...text.matchAll(/^ {4}(\w+Task)\??:/gm)].map((match) => match[1]);
  const listed = [...text.slice(0, text.indexOf('Type?:')).matchAll(/<li>([\w.]+)/g)].map(
    (match) => match[1],
  );

  test('has every member that the vendor has', () => {
    expect(members.length).toBeGreaterThan(0);
    expect(Object.values(memberOfType[set]).sort()).toEqual([...members].sort());
  });

  test('has every Type that the vendor lists, CoverBySnapshot aside', () => {
    expect(Object.keys(memberOfType[set])).toEqual(
      expect.arrayContaining(listed.filter((type) => type !== 'CoverBySnapshot')),
    );
  });

  test('draws every Type succeeded, failed and processing', () => {
    const seen = new Set<string>();
    for (const { WorkflowTaskEvent } of samples(mpsWorkflowTask, { count: 6000 })) {
      for (const { path, task } of tasksOf(WorkflowTaskEvent)) seen.add(`${path[3]} ${task.Status}`);
    }
    for (const member of Object.values(memberOfType[set])) {
      for (const status of ['SUCCESS', 'FAIL', 'PROCESSING']) expect(seen).toContain(`${member} ${status}`);
    }
  });
});

describe('a workflow', () => {
  test('keeps what is fixed, and what depends on it follows', () => {
    const { WorkflowTaskEvent } = sample(mpsWorkflowTask, {
      overrides: {
        WorkflowTaskEvent: {
          InputInfo: { CosInputInfo: { Bucket: 'mine-1250000001', Object: '/a/b.c.mov' } },
          MediaProcessResultSet: [
            { Type: 'Transcode', TranscodeTask: { Status: 'SUCCESS', Input: { Definition: 77 } } },
            { ImageSpriteTask: { Status: 'FAIL' } },
          ],
        },
      },
    });
    const [transcode, sprites] = WorkflowTaskEvent.MediaProcessResultSet;
    expect(WorkflowTaskEvent.InputInfo?.CosInputInfo?.Bucket).toBe('mine-1250000001');
    expect(transcode?.TranscodeTask?.Output?.Definition).toBe(77);
    expect(transcode?.TranscodeTask?.Output?.Path).toMatch(/\/b\.c_transcode_77\.mp4$/);
    expect(sprites).toMatchObject({ Type: 'ImageSprites', TranscodeTask: null });
    expect(sprites?.ImageSpriteTask).toMatchObject({ ErrCode: 30010, Output: null });
    expect(lines(mpsWorkflowTask, { EventType: 'WorkflowTask', WorkflowTaskEvent })).toEqual([]);
  });

  test('is told apart from what no source shows', () => {
    const every = edgeCases(mpsWorkflowTask).find((edge) => edge.name === 'every-type-succeeded')?.event;
    if (every === undefined) throw new Error('no such edge case');
    const { WorkflowTaskEvent } = every;
    const [first] = WorkflowTaskEvent.MediaProcessResultSet;
    const task = first?.TranscodeTask;
    if (!first || !task?.Output || !WorkflowTaskEvent.MetaData) throw new Error('not what the case says');
    const withFirst = (change: object) => ({
      EventType: 'WorkflowTask',
      WorkflowTaskEvent: { ...WorkflowTaskEvent, MediaProcessResultSet: [{ ...first, ...change }] },
    });
    expect(lines(mpsWorkflowTask, withFirst({ Type: 'ImageSprites' }))).toMatchInlineSnapshot(`
      [
        "mps-workflow-task/type-names-task WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask: expected null, since Type is "ImageSprites", received an object",
        "mps-workflow-task/type-names-task WorkflowTaskEvent.MediaProcessResultSet[0].ImageSpriteTask: expected an object, since Type is "ImageSprites", received null",
      ]
    `);
    expect(
      lines(mpsWorkflowTask, withFirst({ TranscodeTask: { ...task, Output: null } })),
    ).toMatchInlineSnapshot(`
      [
        "mps-workflow-task/output-after-success WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask.Output: expected an object after success, received null",
      ]
    `);
    expect(
      lines(mpsWorkflowTask, withFirst({ TranscodeTask: { ...task, Status: 'FAIL' } })),
    ).toMatchInlineSnapshot(`
      [
        "mps-workflow-task/output-after-success WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask.Output: expected null while Status is FAIL, received an object",
        "mps-workflow-task/code-after-failure WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask.ErrCode: expected a code other than 0 after a failure, received 0 (a number)",
        "mps-workflow-task/code-after-failure WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask.ErrCodeExt: expected a code after a failure, received "" (a string)",
      ]
    `);
    expect(
      lines(mpsWorkflowTask, withFirst({ TranscodeTask: { ...task, Status: 'PROCESSING', Output: null } })),
    ).toMatchInlineSnapshot(`
      [
        "mps-workflow-task/finished-tasks WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask.Status: expected "SUCCESS" or "FAIL", since the workflow is FINISH, received "PROCESSING"",
      ]
    `);
    expect(
      lines(
        mpsWorkflowTask,
        withFirst({ TranscodeTask: { ...task, Output: { ...task.Output, Path: '/x.mp4', Bitrate: 1 } } }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "mps-workflow-task/stream-sums WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask.Output.Bitrate: expected 6239951, as the streams have it, received 1 (a number)",
        "mps-workflow-task/results-where-asked WorkflowTaskEvent.MediaProcessResultSet[0].TranscodeTask.Output.Path: expected a path that starts with "/dasda/dianping2_transcode_10", as Input.OutputObjectPath, received "/x.mp4" (a string)",
      ]
    `);
    expect(lines(mpsWorkflowTask, withFirst({ Type: 'Transcoded' }))).toMatchInlineSnapshot(`
      [
        "mps-workflow-task/Type-enum WorkflowTaskEvent.MediaProcessResultSet[0].Type: expected one of "Transcode", "AnimatedGraphics", "SnapshotByTimeOffset", "SampleSnapshot", "ImageSprites", "CoverBySnapshot", "AdaptiveDynamicStreaming", received "Transcoded" (a string)",
      ]
    `);
  });
});

describe('an editing task', () => {
  test('keeps what is fixed, and what depends on it follows', () => {
    const { Output, Input } = sample(mpsEditMediaTask, {
      overrides: {
        EditMediaTaskEvent: {
          ErrCode: 0,
          Input: {
            FileInfoSet: [{ InputInfo: { CosInputInfo: { Object: '/x/lake.mkv' } }, StartTimeOffset: 5 }],
          },
        },
      },
    }).EditMediaTaskEvent;
    expect(Output?.Path).toMatch(/\/clip_lake\.mkv$/);
    expect(Input.FileInfoSet[0]?.EndTimeOffset).toBeGreaterThan(5);
  });

  test('has no output after a failure', () => {
    const { EditMediaTaskEvent } = sample(mpsEditMediaTask, {
      overrides: { EditMediaTaskEvent: { ErrCode: 30010 } },
    });
    expect(EditMediaTaskEvent).toMatchObject({ Status: 'FINISH', Output: null });
    expect(
      lines(mpsEditMediaTask, {
        EventType: 'EditMediaTask',
        EditMediaTaskEvent: { ...EditMediaTaskEvent, ErrCode: 0 },
      }),
    ).toMatchInlineSnapshot(`
      [
        "mps-edit-media-task/output-after-success EditMediaTaskEvent.Output: expected an object after success, received null",
      ]
    `);
  });
});
