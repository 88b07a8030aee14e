import type { MpsAnalysisResult } from '../../generated/mps-workflow-task.js';
import { sentences, slugs, words } from '../../generated/pools.js';
import { drawConfidence, drawSegment, type Job, olderState, outputOf } from './tasks.js';

const noTasks = {
  ClassificationTask: null,
  CoverTask: null,
  TagTask: null,
  FrameTagTask: null,
  HighlightTask: null,
  DeLogoTask: null,
  SegmentTask: null,
  HeadTailTask: null,
  DescriptionTask: null,
  HorizontalToVerticalTask: null,
  DubbingTask: null,
  VideoRemakeTask: null,
  VideoComprehensionTask: null,
  CutoutTask: null,
  ReelTask: null,
};

/** The result of one analysis task; every member but that of its Type is null. */
export function analysisResult(Type: MpsAnalysisResult['Type'], job: Job): MpsAnalysisResult {
  return { Type, ...noTasks, ...makers[Type](job) };
}

const makers: Readonly<Record<MpsAnalysisResult['Type'], (job: Job) => Partial<MpsAnalysisResult>>> = {
  Classification: (job) => ({
    ClassificationTask: task(job, () => ({
      ClassificationSet: several(job, () => ({ Classification: word(job), Confidence: sure(job) })),
    })),
  }),
  Cover: (job) => ({
    CoverTask: task(job, () => ({
      CoverSet: several(job, (index) => ({
        CoverPath: path(job, `cover_${index}.jpg`),
        Confidence: sure(job),
      })),
      OutputStorage: job.storage(),
    })),
  }),
  Tag: (job) => ({
    TagTask: task(job, () => ({ TagSet: several(job, () => ({ Tag: word(job), Confidence: sure(job) })) })),
  }),
  FrameTag: (job) => ({
    FrameTagTask: task(job, () => ({
      SegmentSet: several(job, () => ({
        ...part(job),
        TagSet: [{ Tag: word(job), CategorySet: [word(job)], Confidence: sure(job) }],
      })),
    })),
  }),
  Highlight: (job) => ({
    HighlightTask: older(job, () => ({
      HighlightSet: several(job, (index) => {
        const moment = part(job);
        return {
          HighlightPath: path(job, `highlight_${index}.mp4`),
          CovImgPath: path(job, `highlight_${index}.jpg`),
          Confidence: sure(job),
          Duration: moment.EndTimeOffset - moment.StartTimeOffset,
          SegmentSet: [{ Confidence: sure(job), ...moment }],
        };
      }),
      OutputStorage: job.storage(),
    })),
  }),
  DeLogo: (job) => ({
    DeLogoTask: older(job, () => ({
      ...file(job, 'delogo'),
      OriginSubtitlePath: '',
      TranslateSubtitlePath: '',
    })),
  }),
  SegmentRecognition: (job) => ({
    SegmentTask: older(job, () => ({
      SegmentSet: several(job, () => ({
        Confidence: sure(job),
        ...part(job),
        SegmentUrl: `https://media.example.com/segments/${job.draw.hex(8)}.mp4`,
        ...told(job),
      })),
    })),
  }),
  HeadTailRecognition: (job) => ({
    HeadTailTask: older(job, () => ({
      HeadTimeOffset: Math.min(5, job.seconds),
      TailTimeOffset: Math.max(job.seconds - 10, Math.min(5, job.seconds)),
    })),
  }),
  Description: (job) => ({
    DescriptionTask: older(job, () => ({
      DescriptionSet: [
        { Description: sentence(job), Confidence: sure(job), Title: sentence(job), Keywords: [word(job)] },
      ],
    })),
  }),
  HorizontalToVertical: (job) => ({
    HorizontalToVerticalTask: older(job, () => ({ ...file(job, 'vertical'), Confidence: sure(job) })),
  }),
  Dubbing: (job) => ({
    DubbingTask: older(job, () => ({
      VideoPath: path(job, 'dubbing.mp4'),
      SpeakerPath: path(job, 'speaker.json'),
      VoiceId: '',
      OutputStorage: job.storage(),
    })),
  }),
  VideoRemake: (job) => ({ VideoRemakeTask: older(job, () => file(job, 'remake')) }),
  VideoComprehension: (job) => ({
    VideoComprehensionTask: task(job, () => ({
      VideoComprehensionAnalysisResult: sentence(job),
      VideoComprehensionExtInfo: '',
      VideoComprehensionResultList: several(job, () => {
        const scene = part(job);
        return {
          StartTime: scene.StartTimeOffset,
          EndTime: scene.EndTimeOffset,
          Title: job.draw.text(slugs),
          Description: sentence(job),
          Keywords: [word(job)],
        };
      }),
    })),
  }),
  Cutout(job) {
    const { Status, ErrCodeExt, Message } = job.state;
    return {
      CutoutTask: {
        Status,
        ErrCodeExt,
        Message,
        Input: { Definition: job.definition },
        Output: outputOf(job.state, () => file(job, 'cutout')),
      },
    };
  },
  Reel: (job) => ({
    ReelTask: task(job, () => {
      const films = job.draw.list(1, 2, (_, index) => path(job, `reel_${index}.mp4`));
      return {
        VideoPath: films.length === 1 ? (films[0] as string) : '',
        VideoPaths: films,
        ScriptPath: path(job, 'reel.txt'),
        OutputStorage: job.storage(),
      };
    }),
  }),
};

function task<Output>(job: Job, output: () => Output) {
  return { ...job.state, Input: { Definition: job.definition }, Output: outputOf(job.state, output) };
}

function older<Output>(job: Job, output: () => Output) {
  return {
    ...olderState(job.state),
    Input: { Definition: job.definition },
    Output: outputOf(job.state, output),
  };
}

function several<Item>(job: Job, item: (index: number) => Item): Item[] {
  return job.draw.list(1, 3, (_, index) => item(index));
}

function file(job: Job, name: string) {
  return { Path: path(job, `${name}.mp4`), OutputStorage: job.storage() };
}

function path({ directory, stem }: Job, name: string): string {
  return `${directory}/${stem}_${name}`;
}

function part(job: Job) {
  return drawSegment(job.draw, job.seconds);
}

function sure(job: Job): number {
  return drawConfidence(job.draw);
}

function word(job: Job): string {
  return job.draw.text(words);
}

function sentence(job: Job): string {
  return job.draw.text(sentences);
}

function told(job: Job) {
  return { Title: job.draw.text(slugs), Summary: sentence(job), Keywords: [word(job)] };
}
