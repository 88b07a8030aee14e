import type { MpsEditMediaTask, MpsEditMediaTaskEvent } from '../../../src/generated/mps-edit-media-task.js';
import type {
  MpsMediaResult,
  MpsTranscodeTask,
  MpsWorkflowTask,
  MpsWorkflowTaskEvent,
} from '../../../src/generated/mps-workflow-task.js';

// Events for witnesses: a plain one of each kind, with what matters put in by hand.

const storage = {
  Type: 'COS',
  CosOutputStorage: { Bucket: 'films-1250000000', Region: 'ap-guangzhou' },
} as const;

/** A finished clip, unless told otherwise. */
export function editEvent(part: Partial<MpsEditMediaTask> = {}): MpsEditMediaTaskEvent {
  return {
    EventType: 'EditMediaTask',
    EditMediaTaskEvent: {
      TaskId: '1250000000-EditMedia-bffb15f07530b57bc1aabb01fac74bca',
      Status: 'FINISH',
      ErrCode: 0,
      Message: 'SUCCESS',
      Input: {
        FileInfoSet: [
          {
            InputInfo: {
              Type: 'COS',
              CosInputInfo: { Bucket: 'films-1250000000', Region: 'ap-guangzhou', Object: '/movie/a.mov' },
            },
            StartTimeOffset: 60,
            EndTimeOffset: 120,
          },
        ],
      },
      Output: { OutputStorage: storage, Path: '/clips/Clip_a.mov' },
      ...part,
    },
  };
}

/** A finished workflow with these results. */
export function workflowEvent(
  MediaProcessResultSet: MpsMediaResult[],
  part: Partial<MpsWorkflowTask> = {},
): MpsWorkflowTaskEvent {
  return {
    EventType: 'WorkflowTask',
    WorkflowTaskEvent: {
      TaskId: '1250000000-WorkflowTask-f46dac7fe2436c47a1b2c3d4e5f60718',
      Status: 'FINISH',
      ErrCode: 0,
      Message: '',
      InputInfo: {
        Type: 'COS',
        CosInputInfo: { Bucket: 'films-1250000000', Region: 'ap-guangzhou', Object: '/movie/a.mov' },
      },
      MetaData: null,
      MediaProcessResultSet,
      ...part,
    },
  };
}

const noTask = {
  TranscodeTask: null,
  AnimatedGraphicTask: null,
  SnapshotByTimeOffsetTask: null,
  SampleSnapshotTask: null,
  ImageSpriteTask: null,
  AdaptiveDynamicStreamingTask: null,
};

export function transcoded(part: Partial<MpsTranscodeTask> = {}): MpsMediaResult {
  return {
    ...noTask,
    Type: 'Transcode',
    TranscodeTask: {
      Status: 'SUCCESS',
      ErrCode: 0,
      Message: 'SUCCESS',
      Input: { Definition: 10, OutputStorage: storage, OutputObjectPath: '/out/a_10' },
      Output: {
        OutputStorage: storage,
        Path: '/out/a_10.mp4',
        Definition: 10,
        Bitrate: 0,
        Height: 0,
        Width: 0,
        Size: 401637,
        Duration: 11.26,
        Container: 'mp4',
        Md5: '31dcf904c03d0cd78346a12c25c0acc9',
        VideoStreamSet: [],
        AudioStreamSet: [],
      },
      ...part,
    },
  };
}

/** A transcoding that failed. */
export function notTranscoded(): MpsMediaResult {
  return transcoded({ Status: 'FAIL', ErrCode: 30000, Message: 'no such file', Output: null });
}

export function animated(): MpsMediaResult {
  return {
    ...noTask,
    Type: 'AnimatedGraphics',
    AnimatedGraphicTask: {
      Status: 'SUCCESS',
      ErrCode: 0,
      Message: 'SUCCESS',
      Input: {
        Definition: 20000,
        StartTimeOffset: 0,
        EndTimeOffset: 5,
        OutputStorage: storage,
        OutputObjectPath: '/out/a',
      },
      Output: {
        Storage: storage,
        Path: '/out/a.gif',
        Definition: 20000,
        Container: 'gif',
        Height: 320,
        Width: 180,
        Bitrate: 1000,
        Size: 5000,
        Md5: '31dcf904c03d0cd78346a12c25c0acc9',
        StartTimeOffset: 0,
        EndTimeOffset: 5,
      },
    },
  };
}
