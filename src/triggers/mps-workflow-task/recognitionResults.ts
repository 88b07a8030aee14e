import type { MpsRecognitionResult } from '../../generated/mps-workflow-task.js';
import { personNames, sentences, words } from '../../generated/pools.js';
import { drawArea, drawConfidence, drawSegment, type Job, olderState, outputOf } from './tasks.js';

const noTasks = {
  FaceTask: null,
  AsrWordsTask: null,
  AsrFullTextTask: null,
  OcrWordsTask: null,
  OcrFullTextTask: null,
  TransTextTask: null,
  ObjectTask: null,
};

/** The result of one recognition task; every member but that of its Type is null. */
export function recognitionResult(Type: MpsRecognitionResult['Type'], job: Job): MpsRecognitionResult {
  return { Type, ...noTasks, ...makers[Type](job) };
}

const makers: Readonly<Record<MpsRecognitionResult['Type'], (job: Job) => Partial<MpsRecognitionResult>>> = {
  FaceRecognition: (job) => ({
    FaceTask: task(job, () => ({
      ResultSet: job.draw.list(0, 2, () => ({
        Id: job.draw.digits(12),
        Type: job.draw.pick(['Default', 'UserDefine'] as const),
        Name: job.draw.text(personNames),
        SegmentSet: [placed(job)],
      })),
    })),
  }),
  AsrWordsRecognition: (job) => ({
    AsrWordsTask: task(job, () => ({
      ResultSet: job.draw.list(0, 2, () => ({ Word: job.draw.text(words), SegmentSet: [heard(job)] })),
    })),
  }),
  AsrFullTextRecognition: (job) => ({
    AsrFullTextTask: task(job, () => ({
      SegmentSet: job.draw.list(0, 3, () => ({ ...heard(job), Text: job.draw.text(sentences) })),
      SubtitlePath: subtitles(job),
    })),
  }),
  OcrWordsRecognition: (job) => ({
    OcrWordsTask: task(job, () => ({
      ResultSet: job.draw.list(0, 2, () => ({ Word: job.draw.text(words), SegmentSet: [placed(job)] })),
    })),
  }),
  OcrFullTextRecognition: (job) => ({
    OcrFullTextTask: task(job, () => ({
      SegmentSet: job.draw.list(0, 2, () => ({
        ...drawSegment(job.draw, job.seconds),
        TextSet: job.draw.list(1, 2, () => ({
          Confidence: drawConfidence(job.draw),
          AreaCoordSet: drawArea(job.draw),
          Text: job.draw.text(sentences),
        })),
      })),
    })),
  }),
  TransTextRecognition: (job) => ({
    TransTextTask: task(job, () => ({
      SegmentSet: job.draw.list(0, 3, () => ({
        ...heard(job),
        Text: job.draw.text(sentences),
        Trans: job.draw.text(sentences),
      })),
      SubtitlePath: subtitles(job),
    })),
  }),
  ObjectRecognition: (job) => ({
    ObjectTask: {
      ...olderState(job.state),
      Input: { Definition: job.definition },
      Output: outputOf(job.state, () => ({
        ResultSet: job.draw.list(0, 2, () => ({ Name: job.draw.text(words), SegmentSet: [placed(job)] })),
      })),
    },
  }),
};

function task<Output>(job: Job, output: () => Output) {
  return { ...job.state, Input: { Definition: job.definition }, Output: outputOf(job.state, output) };
}

function heard({ draw, seconds }: Job) {
  return { ...drawSegment(draw, seconds), Confidence: drawConfidence(draw) };
}

function placed(job: Job) {
  return { ...heard(job), AreaCoordSet: drawArea(job.draw) };
}

function subtitles({ directory, stem, definition }: Job): string {
  return `${directory}/${stem}_subtitle_${definition}.vtt`;
}
