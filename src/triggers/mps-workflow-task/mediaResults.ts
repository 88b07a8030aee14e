import { drawStreams, mp4Container } from '../../domain/media/film.js';
import type {
  MpsMediaResult,
  MpsNumberFormat,
  MpsTranscodeInput,
  MpsWatermark,
} from '../../generated/mps-workflow-task.js';
import type { Draw } from '../../kernel/draw.js';
import { type Job, outputOf } from './tasks.js';

/** The members of a result, none of them set. */
export const noMediaTasks = {
  TranscodeTask: null,
  AnimatedGraphicTask: null,
  SnapshotByTimeOffsetTask: null,
  SampleSnapshotTask: null,
  ImageSpriteTask: null,
  AdaptiveDynamicStreamingTask: null,
};

/** The result of one transcoding or picture task; every member but that of its Type is null. */
export function mediaResult(Type: MpsMediaResult['Type'], job: Job): MpsMediaResult {
  return { Type, ...noMediaTasks, ...makers[Type](job) };
}

const makers: Readonly<Record<MpsMediaResult['Type'], (job: Job) => Partial<MpsMediaResult>>> = {
  Transcode(job) {
    const path = pathOf(job, 'transcode');
    return {
      TranscodeTask: {
        ...job.state,
        Input: {
          Definition: job.definition,
          WatermarkSet: watermarks(job.draw),
          OutputStorage: job.storage(),
          OutputObjectPath: path,
          SegmentObjectName: `${path}_{number}`,
          ObjectNumberFormat: plainNumbers(),
        },
        Output: outputOf(job.state, () => {
          const { AudioStreamSet, Bitrate, Height, VideoStreamSet, Width } = drawStreams(job.draw);
          return {
            OutputStorage: job.storage(),
            Path: `${path}.mp4`,
            Definition: job.definition,
            Bitrate,
            Height,
            Width,
            Size: Math.round((Bitrate / 8) * job.seconds),
            Duration: job.seconds + job.draw.below(1000) / 1_000_000,
            Container: mp4Container,
            Md5: job.draw.hex(32),
            VideoStreamSet,
            AudioStreamSet,
          };
        }),
      },
    };
  },
  AnimatedGraphics(job) {
    const { draw } = job;
    const part = { StartTimeOffset: 0, EndTimeOffset: draw.pick([5, 10, 600]) };
    const path = pathOf(job, 'animatedGraphic');
    return {
      AnimatedGraphicTask: {
        ...job.state,
        Input: { Definition: job.definition, ...part, OutputStorage: job.storage(), OutputObjectPath: path },
        Output: outputOf(job.state, () => ({
          Storage: job.storage(),
          Path: `${path}.gif`,
          Definition: job.definition,
          Container: 'gif',
          Height: 480,
          Width: 640,
          Bitrate: draw.integer(100_000, 900_000),
          Size: draw.integer(10_000, 900_000),
          Md5: draw.hex(32),
          ...part,
        })),
      },
    };
  },
  SnapshotByTimeOffset(job) {
    const { draw } = job;
    const WatermarkSet = watermarks(draw);
    const path = pathOf(job, 'snapshotByOffset');
    const times = draw.list(1, 3, () => draw.integer(0, Math.floor(job.seconds)));
    return {
      SnapshotByTimeOffsetTask: {
        ...job.state,
        Input: {
          Definition: job.definition,
          TimeOffsetSet: times,
          WatermarkSet,
          ...numbered(job, path),
        },
        Output: outputOf(job.state, () => ({
          Storage: job.storage(),
          Definition: job.definition,
          PicInfoSet: times.map((TimeOffset, index) => ({
            TimeOffset,
            Path: `${path}_${index}.jpg`,
            WaterMarkDefinition: definitionsOf(WatermarkSet),
          })),
        })),
      },
    };
  },
  SampleSnapshot(job) {
    const { draw } = job;
    const WatermarkSet = watermarks(draw);
    const path = pathOf(job, 'sampleSnapshot');
    return {
      SampleSnapshotTask: {
        ...job.state,
        Input: {
          Definition: job.definition,
          WatermarkSet,
          ...numbered(job, path),
        },
        Output: outputOf(job.state, () => ({
          Storage: job.storage(),
          Definition: job.definition,
          SampleType: draw.pick(['Percent', 'Time']),
          Interval: draw.pick([10, 20, 25, 50]),
          ImagePathSet: draw.list(1, 4, (_, index) => `${path}_${index}.jpg`),
          WaterMarkDefinition: definitionsOf(WatermarkSet),
        })),
      },
    };
  },
  ImageSprites(job) {
    const { draw } = job;
    const path = pathOf(job, 'imageSprite');
    return {
      ImageSpriteTask: {
        ...job.state,
        Input: {
          Definition: job.definition,
          ...numbered(job, path),
          WebVttObjectName: path,
        },
        Output: outputOf(job.state, () => ({
          Storage: job.storage(),
          Definition: job.definition,
          Height: 80,
          Width: 142,
          TotalCount: draw.integer(1, 100),
          ImagePathSet: draw.list(1, 2, (_, index) => `${path}_${index}.jpg`),
          WebVttPath: `${path}.vtt`,
        })),
      },
    };
  },
  CoverBySnapshot: () => ({}),
  AdaptiveDynamicStreaming(job) {
    const path = pathOf(job, 'adaptiveDynamicStreaming');
    return {
      AdaptiveDynamicStreamingTask: {
        ...job.state,
        Input: {
          Definition: job.definition,
          WatermarkSet: watermarks(job.draw),
          OutputStorage: job.storage(),
          OutputObjectPath: path,
        },
        Output: outputOf(job.state, () => {
          const Package = job.draw.pick(['HLS', 'MPEG-DASH'] as const);
          return {
            Definition: job.definition,
            Package,
            Path: `${path}.${Package === 'HLS' ? 'm3u8' : 'mpd'}`,
            Storage: job.storage(),
          };
        }),
      },
    };
  },
};

/** Path of a result without its extension, as MPS names it: `/output/dianping2_transcode_10`. */
function pathOf({ directory, stem, definition }: Job, task: string): string {
  return `${directory}/${stem}_${task}_${definition}`;
}

/** Where several files are asked for: a number in the path of each. */
function numbered(job: Job, path: string) {
  return {
    OutputStorage: job.storage(),
    OutputObjectPath: `${path}_{number}`,
    ObjectNumberFormat: plainNumbers(),
  };
}

function plainNumbers(): MpsNumberFormat {
  return { InitialValue: 0, Increment: 1, MinLength: 1, PlaceHolder: '0' };
}

function watermarks(draw: Draw): NonNullable<MpsTranscodeInput['WatermarkSet']> {
  return draw.chance(0.3)
    ? [{ Definition: draw.integer(500_000, 999_999), TextContent: '', SvgContent: '' }]
    : [];
}

function definitionsOf(set: readonly MpsWatermark[]): number[] {
  return set.map(({ Definition }) => Definition);
}
