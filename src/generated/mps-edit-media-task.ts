// Made by scripts/generate.mjs from src/triggers/mps-edit-media-task/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './mps-edit-media-task.validate.js';

/**
 * What a function receives when Media Processing Service has edited (clipped, joined) videos.
 */
export interface MpsEditMediaTaskEvent {
  /**
   * Always "EditMediaTask"; names the member that carries the task.
   */
  EventType: 'EditMediaTask';
  /**
   * The task that changed.
   */
  EditMediaTaskEvent: MpsEditMediaTask;
  /**
   * null beside the member that EventType names, in callbacks by message queue; the trigger pages show none.
   */
  WorkflowTaskEvent?: null;
  /**
   * Identifier given with the task to keep it from running twice, at most 50 characters; in callbacks, not on the trigger pages.
   */
  SessionId?: string;
  /**
   * Text given with the task and handed back, at most 1000 characters; in callbacks, not on the trigger pages.
   */
  SessionContext?: string;
}
/**
 * An editing task and what became of it.
 */
export interface MpsEditMediaTask {
  /**
   * Id of the task: "<appid>-EditMedia-<id>".
   */
  TaskId: string;
  /**
   * PROCESSING while it runs, FINISH afterwards, after a failure too.
   */
  Status: 'PROCESSING' | 'FINISH';
  /**
   * 0 for success, anything else for a failure.
   */
  ErrCode: number;
  /**
   * What went wrong; "SUCCESS" or "" when nothing did.
   */
  Message: string;
  /**
   * What was to be edited.
   */
  Input: MpsEditInput;
  /**
   * The edited file; null while the task runs and after a failure.
   */
  Output: MpsEditOutput | null;
}
/**
 * What was to be edited.
 */
export interface MpsEditInput {
  /**
   * The files in their order.
   *
   * @minItems 1
   */
  FileInfoSet: MpsEditFile[];
}
/**
 * One file of an editing task and which part of it is used.
 */
export interface MpsEditFile {
  /**
   * Where the file lies.
   */
  InputInfo: MpsEditInputInfo;
  /**
   * Second at which the part begins.
   */
  StartTimeOffset?: number;
  /**
   * Second at which the part ends.
   */
  EndTimeOffset?: number;
  /**
   * Name of the material in a composition; letters, digits, "-" and "_", at most 32 characters; null or absent when clipping.
   */
  Id?: string | null;
}
/**
 * Where a media file to be processed lies; the member that Type names is set.
 */
export interface MpsEditInputInfo {
  /**
   * Which of the other members is set.
   */
  Type: 'COS' | 'URL' | 'AWS-S3' | 'VOD';
  /**
   * The COS object, when Type is COS.
   */
  CosInputInfo?: MpsEditCosInput | null;
  /**
   * The address, when Type is URL; null or absent otherwise.
   */
  UrlInputInfo?: MpsEditUrlInput | null;
  /**
   * The AWS S3 object, when Type is AWS-S3; null or absent otherwise.
   */
  S3InputInfo?: MpsEditS3Input | null;
  /**
   * The file of VOD, when Type is VOD; null or absent otherwise.
   */
  VODInputInfo?: MpsEditVodInput | null;
}
/**
 * An object in COS.
 */
export interface MpsEditCosInput {
  /**
   * Bucket with the owner's appid: "<name>-<appid>".
   */
  Bucket: string;
  /**
   * Full region of the bucket: "ap-guangzhou".
   */
  Region: string;
  /**
   * Path of the object in the bucket, not percent-encoded.
   */
  Object: string;
}
/**
 * A file that MPS downloads.
 */
export interface MpsEditUrlInput {
  /**
   * Address of the file.
   */
  Url: string;
}
/**
 * An object in AWS S3.
 */
export interface MpsEditS3Input {
  /**
   * Bucket name.
   */
  S3Bucket: string;
  /**
   * AWS region of the bucket: "us-east-1".
   */
  S3Region: string;
  /**
   * Key of the object.
   */
  S3Object: string;
}
/**
 * A file kept by VOD.
 */
export interface MpsEditVodInput {
  /**
   * Bucket id in VOD.
   */
  Bucket?: string;
  /**
   * Region of the bucket.
   */
  Region?: string;
  /**
   * Path of the file in the bucket.
   */
  Object?: string;
  /**
   * VOD application that owns the file.
   */
  SubAppId?: number;
  /**
   * File id, in the standard edition of VOD.
   */
  FileId?: string;
}
/**
 * The edited file.
 */
export interface MpsEditOutput {
  /**
   * Where the file was written.
   */
  OutputStorage: MpsEditOutputStorage;
  /**
   * Path of the file in that storage.
   */
  Path: string;
  /**
   * What the file is made of; null when MPS could not tell.
   */
  MetaData?: MpsEditMetaData | null;
}
/**
 * Where results are written; the member that Type names is set.
 */
export interface MpsEditOutputStorage {
  /**
   * Which of the other members is set.
   */
  Type: 'COS' | 'AWS-S3' | 'VOD';
  /**
   * The COS bucket, when Type is COS.
   */
  CosOutputStorage?: MpsEditCosOutput | null;
  /**
   * The AWS S3 bucket, when Type is AWS-S3.
   */
  S3OutputStorage?: MpsEditS3Output | null;
  /**
   * The VOD storage, when Type is VOD.
   */
  VODOutputStorage?: MpsEditVodOutput | null;
}
/**
 * A COS bucket that receives results.
 */
export interface MpsEditCosOutput {
  /**
   * Bucket with the owner's appid: "<name>-<appid>".
   */
  Bucket: string;
  /**
   * Full region of the bucket: "ap-guangzhou".
   */
  Region: string;
}
/**
 * An AWS S3 bucket that receives results.
 */
export interface MpsEditS3Output {
  /**
   * Bucket name.
   */
  S3Bucket: string;
  /**
   * AWS region of the bucket: "us-east-1".
   */
  S3Region: string;
}
/**
 * A VOD storage that receives results.
 */
export interface MpsEditVodOutput {
  /**
   * Bucket id in VOD.
   */
  Bucket?: string;
  /**
   * Region of the bucket.
   */
  Region?: string;
  /**
   * VOD application that owns the storage.
   */
  SubAppId?: number;
}
/**
 * What a media file is made of.
 */
export interface MpsEditMetaData {
  /**
   * Length of the audio in seconds, with a fraction.
   */
  AudioDuration: number;
  /**
   * The audio streams; empty for a silent film.
   */
  AudioStreamSet: MpsEditAudioStream[];
  /**
   * Sum of the average bit rates of the video and audio streams, in bit/s.
   */
  Bitrate: number;
  /**
   * Container formats, joined by commas: "mov,mp4,m4a,3gp,3g2,mj2".
   */
  Container: string;
  /**
   * Length in seconds, with a fraction.
   */
  Duration: number;
  /**
   * Largest height of a video stream, in pixels; 0 for sound alone.
   */
  Height: number;
  /**
   * Angle at which the video was filmed, in degrees.
   */
  Rotate: number;
  /**
   * Size of the file in bytes; for HLS the playlist and all segments together.
   */
  Size: number;
  /**
   * Length of the video in seconds, with a fraction.
   */
  VideoDuration: number;
  /**
   * The video streams; empty for sound alone.
   */
  VideoStreamSet: MpsEditVideoStream[];
  /**
   * Largest width of a video stream, in pixels; 0 for sound alone.
   */
  Width: number;
}
/**
 * One audio stream of a file.
 */
export interface MpsEditAudioStream {
  /**
   * Average bit rate in bit/s.
   */
  Bitrate: number;
  /**
   * Codec: "aac".
   */
  Codec: string;
  /**
   * Samples a second.
   */
  SamplingRate: number;
  /**
   * Number of channels; newer field.
   */
  Channel?: number | null;
  /**
   * Codec string of RFC 6381; newer field.
   */
  Codecs?: string | null;
}
/**
 * One video stream of a file.
 */
export interface MpsEditVideoStream {
  /**
   * Average bit rate in bit/s.
   */
  Bitrate: number;
  /**
   * Codec: "h264".
   */
  Codec: string;
  /**
   * Frames a second.
   */
  Fps: number;
  /**
   * Height in pixels.
   */
  Height: number;
  /**
   * Width in pixels.
   */
  Width: number;
  /**
   * Colour primaries; newer field.
   */
  ColorPrimaries?: string | null;
  /**
   * Colour space; newer field.
   */
  ColorSpace?: string | null;
  /**
   * Transfer function of the colours; newer field.
   */
  ColorTransfer?: string | null;
  /**
   * Kind of HDR; newer field.
   */
  HdrType?: string | null;
  /**
   * Codec string of RFC 6381; newer field.
   */
  Codecs?: string | null;
}

export const mpsEditMediaTaskContract: Contract<MpsEditMediaTaskEvent> = contractOf({
  name: "mps-edit-media-task",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/mps-edit-media-task.schema.json","title":"MpsEditMediaTaskEvent","description":"What a function receives when Media Processing Service has edited (clipped, joined) videos.","type":"object","required":["EventType","EditMediaTaskEvent"],"properties":{"EventType":{"description":"Always \\"EditMediaTask\\"; names the member that carries the task.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","const":"EditMediaTask"},"EditMediaTaskEvent":{"description":"The task that changed.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","$ref":"#/$defs/task"},"WorkflowTaskEvent":{"description":"null beside the member that EventType names, in callbacks by message queue; the trigger pages show none.","x-source":"null in the vendor\'s example of ParseNotification","type":"null"},"SessionId":{"description":"Identifier given with the task to keep it from running twice, at most 50 characters; in callbacks, not on the trigger pages.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","maxLength":50,"x-free":"whoever makes the task chooses it"},"SessionContext":{"description":"Text given with the task and handed back, at most 1000 characters; in callbacks, not on the trigger pages.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","maxLength":1000,"x-free":"whoever makes the task chooses it"}},"$defs":{"task":{"title":"MpsEditMediaTask","description":"An editing task and what became of it.","type":"object","required":["TaskId","Status","ErrCode","Message","Input","Output"],"properties":{"TaskId":{"description":"Id of the task: \\"<appid>-EditMedia-<id>\\".","x-source":"documented: https://cloud.tencent.com/document/product/583/50833; the form: the vendor\'s example of EditMedia","type":"string","pattern":"^[0-9x*]+-[A-Za-z]+-[0-9A-Za-z*]+$"},"Status":{"description":"PROCESSING while it runs, FINISH afterwards, after a failure too.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","type":"string","enum":["PROCESSING","FINISH"]},"ErrCode":{"description":"0 for success, anything else for a failure.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","type":"integer","minimum":0},"Message":{"description":"What went wrong; \\"SUCCESS\\" or \\"\\" when nothing did.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was to be edited.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","$ref":"#/$defs/input"},"Output":{"description":"The edited file; null while the task runs and after a failure.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","anyOf":[{"$ref":"#/$defs/output"},{"type":"null"}]}}},"input":{"title":"MpsEditInput","description":"What was to be edited.","type":"object","required":["FileInfoSet"],"properties":{"FileInfoSet":{"description":"The files in their order.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/file"},"minItems":1}}},"file":{"title":"MpsEditFile","description":"One file of an editing task and which part of it is used.","type":"object","required":["InputInfo"],"properties":{"InputInfo":{"description":"Where the file lies.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/inputInfo"},"StartTimeOffset":{"description":"Second at which the part begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which the part ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Id":{"description":"Name of the material in a composition; letters, digits, \\"-\\" and \\"_\\", at most 32 characters; null or absent when clipping.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_-]{1,32}$"}}},"output":{"title":"MpsEditOutput","description":"The edited file.","type":"object","required":["OutputStorage","Path"],"properties":{"OutputStorage":{"description":"Where the file was written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"},"Path":{"description":"Path of the file in that storage.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"x-free":"an object key, made of names that the user chose"},"MetaData":{"description":"What the file is made of; null when MPS could not tell.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/metaData"},{"type":"null"}]}}},"inputInfo":{"title":"MpsEditInputInfo","description":"Where a media file to be processed lies; the member that Type names is set.","type":"object","required":["Type"],"properties":{"Type":{"description":"Which of the other members is set.","x-source":"in the vendor\'s example of the trigger page; the values: tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["COS","URL","AWS-S3","VOD"]},"CosInputInfo":{"description":"The COS object, when Type is COS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/cosInput"},{"type":"null"}]},"UrlInputInfo":{"description":"The address, when Type is URL; null or absent otherwise.","x-source":"null in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/urlInput"},{"type":"null"}]},"S3InputInfo":{"description":"The AWS S3 object, when Type is AWS-S3; null or absent otherwise.","x-source":"null in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/s3Input"},{"type":"null"}]},"VODInputInfo":{"description":"The file of VOD, when Type is VOD; null or absent otherwise.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/vodInput"},{"type":"null"}]}}},"cosInput":{"title":"MpsEditCosInput","description":"An object in COS.","type":"object","required":["Bucket","Region","Object"],"properties":{"Bucket":{"description":"Bucket with the owner\'s appid: \\"<name>-<appid>\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9-]*-[0-9x*]+$"},"Region":{"description":"Full region of the bucket: \\"ap-guangzhou\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"Object":{"description":"Path of the object in the bucket, not percent-encoded.","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"x-free":"an object key, made of names that the user chose"}}},"urlInput":{"title":"MpsEditUrlInput","description":"A file that MPS downloads.","type":"object","required":["Url"],"properties":{"Url":{"description":"Address of the file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^https?://[^\\\\u0000-\\\\u0020]+$"}}},"s3Input":{"title":"MpsEditS3Input","description":"An object in AWS S3.","type":"object","required":["S3Bucket","S3Region","S3Object"],"properties":{"S3Bucket":{"description":"Bucket name.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},"S3Region":{"description":"AWS region of the bucket: \\"us-east-1\\".","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"S3Object":{"description":"Key of the object.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"x-free":"an object key, made of names that the user chose"}}},"vodInput":{"title":"MpsEditVodInput","description":"A file kept by VOD.","type":"object","required":[],"properties":{"Bucket":{"description":"Bucket id in VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Region":{"description":"Region of the bucket.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"Object":{"description":"Path of the file in the bucket.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"SubAppId":{"description":"VOD application that owns the file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"FileId":{"description":"File id, in the standard edition of VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^\\\\d*$"}}},"outputStorage":{"title":"MpsEditOutputStorage","description":"Where results are written; the member that Type names is set.","type":"object","required":["Type"],"properties":{"Type":{"description":"Which of the other members is set.","x-source":"in the vendor\'s example of the trigger page; the values: tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["COS","AWS-S3","VOD"]},"CosOutputStorage":{"description":"The COS bucket, when Type is COS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/cosOutput"},{"type":"null"}]},"S3OutputStorage":{"description":"The AWS S3 bucket, when Type is AWS-S3.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/s3Output"},{"type":"null"}]},"VODOutputStorage":{"description":"The VOD storage, when Type is VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/vodOutput"},{"type":"null"}]}}},"cosOutput":{"title":"MpsEditCosOutput","description":"A COS bucket that receives results.","type":"object","required":["Bucket","Region"],"properties":{"Bucket":{"description":"Bucket with the owner\'s appid: \\"<name>-<appid>\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9-]*-[0-9x*]+$"},"Region":{"description":"Full region of the bucket: \\"ap-guangzhou\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"}}},"s3Output":{"title":"MpsEditS3Output","description":"An AWS S3 bucket that receives results.","type":"object","required":["S3Bucket","S3Region"],"properties":{"S3Bucket":{"description":"Bucket name.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},"S3Region":{"description":"AWS region of the bucket: \\"us-east-1\\".","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"}}},"vodOutput":{"title":"MpsEditVodOutput","description":"A VOD storage that receives results.","type":"object","required":[],"properties":{"Bucket":{"description":"Bucket id in VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Region":{"description":"Region of the bucket.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"SubAppId":{"description":"VOD application that owns the storage.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0}}},"metaData":{"title":"MpsEditMetaData","description":"What a media file is made of.","type":"object","required":["Size","Container","Bitrate","Height","Width","Duration","Rotate","VideoStreamSet","AudioStreamSet","VideoDuration","AudioDuration"],"properties":{"AudioDuration":{"description":"Length of the audio in seconds, with a fraction.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"AudioStreamSet":{"description":"The audio streams; empty for a silent film.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"$ref":"#/$defs/audioStream"}},"Bitrate":{"description":"Sum of the average bit rates of the video and audio streams, in bit/s.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Container":{"description":"Container formats, joined by commas: \\"mov,mp4,m4a,3gp,3g2,mj2\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"pattern":"^[A-Za-z0-9,_-]+$"},"Duration":{"description":"Length in seconds, with a fraction.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"Height":{"description":"Largest height of a video stream, in pixels; 0 for sound alone.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Rotate":{"description":"Angle at which the video was filmed, in degrees.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0,"maximum":360},"Size":{"description":"Size of the file in bytes; for HLS the playlist and all segments together.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"VideoDuration":{"description":"Length of the video in seconds, with a fraction.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"VideoStreamSet":{"description":"The video streams; empty for sound alone.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"$ref":"#/$defs/videoStream"}},"Width":{"description":"Largest width of a video stream, in pixels; 0 for sound alone.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0}}},"videoStream":{"title":"MpsEditVideoStream","description":"One video stream of a file.","type":"object","required":["Bitrate","Codec","Fps","Height","Width"],"properties":{"Bitrate":{"description":"Average bit rate in bit/s.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Codec":{"description":"Codec: \\"h264\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"pattern":"^[A-Za-z0-9_.-]+$"},"Fps":{"description":"Frames a second.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"Height":{"description":"Height in pixels.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Width":{"description":"Width in pixels.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ColorPrimaries":{"description":"Colour primaries; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"ColorSpace":{"description":"Colour space; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"ColorTransfer":{"description":"Transfer function of the colours; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"HdrType":{"description":"Kind of HDR; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"Codecs":{"description":"Codec string of RFC 6381; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9.,_-]*$"}}},"audioStream":{"title":"MpsEditAudioStream","description":"One audio stream of a file.","type":"object","required":["Bitrate","Codec","SamplingRate"],"properties":{"Bitrate":{"description":"Average bit rate in bit/s.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Codec":{"description":"Codec: \\"aac\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"pattern":"^[A-Za-z0-9_.-]+$"},"SamplingRate":{"description":"Samples a second.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Channel":{"description":"Number of channels; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["integer","null"],"minimum":0},"Codecs":{"description":"Codec string of RFC 6381; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9.,_-]*$"}}}}}'),
});
