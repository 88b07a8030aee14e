import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/mps-edit-media-task.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'Media Processing Service has edited videos: clipped them, or joined them into one.':
    '媒体处理（MPS）完成了视频编辑：剪辑，或拼接成一个。',
  'Output is null although the task is FINISH, and Output.Path throws':
    '任务已是 FINISH，但 Output 为 null，读取 Output.Path 会抛出错误',
  'the event comes before there is an output': '事件在有输出之前到达',
  'both offsets are 0, which means the whole film, and the clip seems to be empty':
    '两个时间偏移都是 0，表示整个视频，看上去却像空片段',
  'two entries name one file, and a table by path keeps one': '两项指向同一个文件，按路径建表只会保留一项',
  'the list is long': '列表很长',
  'the materials have ids and no offsets': '素材有 ID 而没有时间偏移',
  'MetaData is null, and MetaData.Duration throws': 'MetaData 为 null，读取 MetaData.Duration 会抛出错误',
  'the fields of callbacks come along, and the other member is null': '带有回调的字段，另一个成员为 null',
  'Output is an object once the task is FINISH with ErrCode 0, and null otherwise.':
    '任务 FINISH 且 ErrCode 为 0 时 Output 是对象，否则为 null。',
  'ErrCode is 0 while the task is PROCESSING.': '任务为 PROCESSING 时 ErrCode 为 0。',
  'Of the places that a file can be in, the one that Type names is given.':
    '文件可能所在的各位置中，Type 所指的那个有值。',
};
