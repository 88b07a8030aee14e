import { isoSeconds } from '../../domain/time.js';
import type { MpsReviewResult } from '../../generated/mps-workflow-task.js';
import { words } from '../../generated/pools.js';
import type { Draw } from '../../kernel/draw.js';
import { drawArea, drawConfidence, drawSegment, type Job, outputOf } from './tasks.js';

const noTasks = {
  PornTask: null,
  TerrorismTask: null,
  PoliticalTask: null,
  PornAsrTask: null,
  PornOcrTask: null,
  PoliticalAsrTask: null,
  PoliticalOcrTask: null,
  TerrorismOcrTask: null,
  ProhibitedAsrTask: null,
  ProhibitedOcrTask: null,
};

/** The result of one review task; every member but that of its Type is null. */
export function reviewResult(Type: MpsReviewResult['Type'], job: Job): MpsReviewResult {
  return { Type, SampleRate: 1, Duration: job.seconds, ...noTasks, ...makers[Type](job) };
}

const makers: Readonly<Record<MpsReviewResult['Type'], (job: Job) => Partial<MpsReviewResult>>> = {
  Porn: (job) => ({ PornTask: pictureTask(job, ['sexy', 'porn', 'vulgar', 'intimacy'] as const) }),
  Terrorism: (job) => ({
    TerrorismTask: pictureTask(job, ['crowd', 'police', 'guns', 'explosion'] as const),
  }),
  Political: (job) => ({ PoliticalTask: politicalTask(job) }),
  'Porn.Asr': (job) => ({ PornAsrTask: asrTask(job) }),
  'Porn.Ocr': (job) => ({ PornOcrTask: ocrTask(job) }),
  'Political.Asr': (job) => ({ PoliticalAsrTask: asrTask(job) }),
  'Political.Ocr': (job) => ({ PoliticalOcrTask: ocrTask(job) }),
  'Terrorism.Ocr': (job) => ({ TerrorismOcrTask: ocrTask(job) }),
  'Prohibited.Asr': (job) => ({ ProhibitedAsrTask: asrTask(job) }),
  'Prohibited.Ocr': (job) => ({ ProhibitedOcrTask: ocrTask(job) }),
};

/** The frame that all reviews share: an output whose advice follows from the parts that were noticed. */
function task<Segment, More extends object>(
  job: Job,
  segment: () => Segment,
  more: (noticed: boolean) => More = () => ({}) as More,
) {
  const { draw, state, definition } = job;
  return {
    ...state,
    Input: { Definition: definition },
    Output: outputOf(state, () => {
      const SegmentSet = draw.list(0, 2, segment);
      const noticed = SegmentSet.length > 0;
      return {
        Confidence: drawConfidence(draw),
        Suggestion: noticed ? draw.pick(['review', 'block'] as const) : ('pass' as const),
        ...more(noticed),
        SegmentSet,
      };
    }),
  };
}

function pictureTask<Label extends string>(job: Job, labels: readonly Label[]) {
  const Label = job.draw.pick(labels);
  return task(
    job,
    () => ({ ...noticedPart(job), Label, ...picture(job.draw) }),
    (noticed) => ({ Label: noticed ? Label : ('' as const) }),
  );
}

function politicalTask(job: Job) {
  const { draw } = job;
  return task(
    job,
    () => ({
      ...noticedPart(job),
      Name: '',
      Label: 'violation_photo',
      AreaCoordSet: drawArea(draw),
      ...picture(draw),
    }),
    (noticed) => ({ Label: noticed ? ('violation_photo' as const) : ('' as const) }),
  );
}

function asrTask(job: Job) {
  return task(job, () => ({ ...noticedPart(job), KeywordSet: [job.draw.text(words)] }));
}

function ocrTask(job: Job) {
  const { draw } = job;
  return task(job, () => ({
    ...noticedPart(job),
    KeywordSet: [draw.text(words)],
    AreaCoordSet: drawArea(draw),
    ...picture(draw),
  }));
}

function noticedPart({ draw, seconds }: Job) {
  return {
    ...drawSegment(draw, seconds),
    Confidence: drawConfidence(draw),
    Suggestion: draw.pick(['review', 'block'] as const),
  };
}

function picture(draw: Draw) {
  return {
    Url: `https://media.example.com/review/${draw.hex(8)}.jpg`,
    PicUrlExpireTime: isoSeconds(draw.unixSeconds()),
  };
}
