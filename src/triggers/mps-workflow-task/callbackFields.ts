import type { MpsWorkflowTaskEvent } from '../../generated/mps-workflow-task.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { noMediaTasks } from './mediaResults.js';
import { sources } from './tasks.js';

/** A workflow as callbacks by message queue show it, with every newer field and the vendor's own values. */
export const callbackFields: EdgeCase<MpsWorkflowTaskEvent> = {
  name: 'callback-fields',
  because:
    'newer fields and nulls come along, ErrCodeExt is "SUCCESS", and what was not asked for is null and not {}',
  source: sources.callback,
  event(draw, sample) {
    const { WorkflowTaskEvent } = sample(draw);
    return {
      EventType: 'WorkflowTask',
      WorkflowTaskEvent: {
        ...WorkflowTaskEvent,
        MediaProcessResultSet: [
          {
            ...noMediaTasks,
            Type: 'Transcode',
            TranscodeTask: {
              Status: 'SUCCESS',
              ErrCodeExt: 'SUCCESS',
              ErrCode: 0,
              Message: 'SUCCESS',
              Progress: 0,
              Input: {
                Definition: 20,
                WatermarkSet: null,
                OutputObjectPath: '',
                StartTimeOffset: 0,
                EndTimeOffset: 0,
                ObjectNumberFormat: null,
                OutputStorage: null,
                SegmentObjectName: '',
              },
              Output: {
                OutputStorage: {
                  Type: 'COS',
                  CosOutputStorage: { Bucket: 'test-123', Region: 'ap-nanjing' },
                },
                Path: '/movie/201907/WildAnimal_transcode_20.mp4',
                Size: 4_189_073,
                Container: 'mov,mp4,m4a,3gp,3g2,mj2',
                Height: 480,
                Width: 640,
                Bitrate: 552_218,
                Md5: 'eff7031ad7877865f9a3240e9ab165ad',
                Duration: 60.04700088501,
                VideoStreamSet: [
                  {
                    Bitrate: 503_727,
                    Codec: 'h264',
                    Fps: 24,
                    Height: 480,
                    Width: 640,
                    ColorPrimaries: 'bt470bg',
                    ColorSpace: 'gbr',
                    ColorTransfer: 'bt709',
                    HdrType: 'sdr',
                    Codecs: 'avc1.ffe100',
                  },
                ],
                AudioStreamSet: [
                  { Bitrate: 48_491, Codec: 'aac', SamplingRate: 44_100, Channel: 0, Codecs: 'mp4a.40.2' },
                ],
                Definition: 0,
              },
            },
          },
        ],
      },
      EditMediaTaskEvent: null,
      SessionId: '',
      SessionContext: '',
    };
  },
};
