import { common } from '../../domain/chinese/common.js';
import { fields } from '../../generated/chinese/mps-workflow-task.js';
import type { ChineseTexts } from '../../kernel/chineseTexts.js';

/** What is said of this kind in Chinese. */
export const chinese: ChineseTexts = {
  ...fields,
  ...common,
  'Media Processing Service has finished a workflow, or a step of it: transcoding, pictures, review, analysis, recognition.':
    '媒体处理（MPS）完成了工作流或其中一步：转码、截图、审核、分析、识别。',
  'nothing was asked for, and MediaProcessResultSet[0] is undefined':
    '没有请求任何任务，MediaProcessResultSet[0] 为 undefined',
  "the lists of AI results are absent, as in the vendor's example, and cannot be iterated":
    '没有各 AI 结果列表（与官方示例一样），无法遍历',
  'each list holds one result of every Type, and most handlers know one':
    '每个列表都包含所有 Type 的结果各一个，而多数处理函数只认识一种',
  'Output is null in every task, and Output.Path throws':
    '所有任务的 Output 都为 null，读取 Output.Path 会抛出错误',
  'the event comes before anything is done': '事件在任何任务完成之前到达',
  'the workflow is FINISH with ErrCode 0 although a task of it failed':
    '工作流为 FINISH 且 ErrCode 为 0，但其中一个任务失败了',
  'Type names a task that no member holds: all of them are null':
    'Type 所指的任务没有对应成员：所有成员都是 null',
  'InputInfo and MetaData are null, and no task was run': 'InputInfo 和 MetaData 为 null，没有运行任何任务',
  'the film lies in AWS': '视频在 AWS 上',
  'the film lies in VOD, where a file has an id and may have no path':
    '视频在云点播中，文件有 ID，可能没有路径',
  'the path has characters of three and four bytes': '路径含有三字节和四字节的字符',
  'joined to a directory, the path leaves it': '把路径拼接到目录后会跳出该目录',
  'a table by path finds the prototype': '按路径查表会命中对象的原型',
  'AudioStreamSet is empty, and AudioStreamSet[0].Codec throws':
    'AudioStreamSet 为空，读取 AudioStreamSet[0].Codec 会抛出错误',
  'VideoStreamSet is empty, height and width are 0, and an aspect ratio is NaN':
    'VideoStreamSet 为空，高和宽都是 0，宽高比为 NaN',
  'the size is above 2^32': '大小超过 2^32',
  'the reviews passed: their parts are an empty list': '审核通过：片段列表为空',
  'the recognition succeeded and found nothing': '识别成功，但没有识别出任何内容',
  'SpecialInfo is a JSON text inside the JSON, and only the newest tasks tell when they ran':
    'SpecialInfo 是 JSON 之中的 JSON 文本，且只有最新的任务给出执行时间',
  'newer fields and nulls come along, ErrCodeExt is "SUCCESS", and what was not asked for is null and not {}':
    '带有较新的字段和 null，ErrCodeExt 为 "SUCCESS"，没有请求的部分为 null 而不是 {}',
  'Of the members that hold a task, the one that Type names is an object and the others are null or absent.':
    '承载任务的各成员中，Type 所指的那个是对象，其余为 null 或没有。',
  'Output is an object when Status is SUCCESS, and null otherwise.':
    'Status 为 SUCCESS 时 Output 是对象，否则为 null。',
  'ErrCode is 0, and ErrCodeExt "" or "SUCCESS", unless Status is FAIL.':
    'Status 不为 FAIL 时，ErrCode 为 0，ErrCodeExt 为 "" 或 "SUCCESS"。',
  'No task is PROCESSING once the workflow is FINISH.': '工作流 FINISH 之后没有任务为 PROCESSING。',
  'Of the places that a file or a result can be in, the one that Type names is given.':
    '文件或结果可能所在的各位置中，Type 所指的那个有值。',
  'Times fall on days that the calendar has, and a task ends no sooner than it begins.':
    '时间是日历上存在的日期，任务的结束不早于开始。',
  'An area has four edges (left, top, right, bottom) in this order, or none.':
    '区域有四条边，依次为左、上、右、下，或一条都没有。',
  'Results lie in the storage that was asked for, on a path that begins as asked; sprites in a directory of their own.':
    '结果在所请求的存储中，路径以所请求的开头；雪碧图有自己的目录。',
  'The Definition of a result is the one that was asked for, or 0.': '结果的 Definition 是所请求的，或为 0。',
  'The watermarks drawn on a picture are among those that were asked for.':
    '图片上的水印都在所请求的水印之中。',
  'VideoPath is the only one of VideoPaths, or "" when there are several.':
    'VideoPath 是 VideoPaths 中唯一的一个，有多个时为 ""。',
};
