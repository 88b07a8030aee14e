// Made by scripts/generate.mjs from src/triggers/mps-workflow-task/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './mps-workflow-task.validate.js';

/**
 * What a function receives when a workflow of Media Processing Service has moved on: transcoding, pictures, content review, analysis and recognition.
 */
export interface MpsWorkflowTaskEvent {
  /**
   * Always "WorkflowTask"; names the member that carries the task.
   */
  EventType: 'WorkflowTask';
  /**
   * The task that changed.
   */
  WorkflowTaskEvent: MpsWorkflowTask;
  /**
   * null beside the member that EventType names, in callbacks by message queue; the trigger pages show none.
   */
  EditMediaTaskEvent?: null;
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
 * A workflow and what became of its tasks.
 */
export interface MpsWorkflowTask {
  /**
   * Id of the workflow: "<appid>-WorkflowTask-<id>".
   */
  TaskId: string;
  /**
   * PROCESSING while a task of it runs, FINISH afterwards, after failures too.
   */
  Status: 'PROCESSING' | 'FINISH';
  /**
   * 0; the codes of the tasks count. (Newer pages: not 0 when the source could not be read.)
   */
  ErrCode: number;
  /**
   * ""; the messages of the tasks count.
   */
  Message: string;
  /**
   * The file that was processed; null when MPS has none.
   */
  InputInfo: MpsInputInfo | null;
  /**
   * What that file is made of; null when MPS could not tell.
   */
  MetaData: MpsMetaData | null;
  /**
   * Results of transcoding, pictures and the like; empty when none were asked for.
   */
  MediaProcessResultSet: MpsMediaResult[];
  /**
   * Results of content review; empty when none was asked for.
   */
  AiContentReviewResultSet?: MpsReviewResult[];
  /**
   * Results of content analysis; empty when none was asked for.
   */
  AiAnalysisResultSet?: MpsAnalysisResult[];
  /**
   * Results of recognition (faces, speech, text); empty when none was asked for.
   */
  AiRecognitionResultSet?: MpsRecognitionResult[];
}
/**
 * Where a media file to be processed lies; the member that Type names is set.
 */
export interface MpsInputInfo {
  /**
   * Which of the other members is set.
   */
  Type: 'COS' | 'URL' | 'AWS-S3' | 'VOD';
  /**
   * The COS object, when Type is COS.
   */
  CosInputInfo?: MpsCosInput | null;
  /**
   * The address, when Type is URL; null or absent otherwise.
   */
  UrlInputInfo?: MpsUrlInput | null;
  /**
   * The AWS S3 object, when Type is AWS-S3; null or absent otherwise.
   */
  S3InputInfo?: MpsS3Input | null;
  /**
   * The file of VOD, when Type is VOD; null or absent otherwise.
   */
  VODInputInfo?: MpsVodInput | null;
}
/**
 * An object in COS.
 */
export interface MpsCosInput {
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
export interface MpsUrlInput {
  /**
   * Address of the file.
   */
  Url: string;
}
/**
 * An object in AWS S3.
 */
export interface MpsS3Input {
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
export interface MpsVodInput {
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
 * What a media file is made of.
 */
export interface MpsMetaData {
  /**
   * Length of the audio in seconds, with a fraction.
   */
  AudioDuration: number;
  /**
   * The audio streams; empty for a silent film.
   */
  AudioStreamSet: MpsAudioStream[];
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
  VideoStreamSet: MpsVideoStream[];
  /**
   * Largest width of a video stream, in pixels; 0 for sound alone.
   */
  Width: number;
}
/**
 * One audio stream of a file.
 */
export interface MpsAudioStream {
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
export interface MpsVideoStream {
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
/**
 * One transcoding or picture task; the member that Type names is set.
 */
export interface MpsMediaResult {
  /**
   * Which member is set; CoverBySnapshot has none of its own.
   */
  Type:
    | 'Transcode'
    | 'AnimatedGraphics'
    | 'SnapshotByTimeOffset'
    | 'SampleSnapshot'
    | 'ImageSprites'
    | 'CoverBySnapshot'
    | 'AdaptiveDynamicStreaming';
  /**
   * The result when Type is Transcode; null for every other Type.
   */
  TranscodeTask: MpsTranscodeTask | null;
  /**
   * The result when Type is AnimatedGraphics; null for every other Type.
   */
  AnimatedGraphicTask: MpsAnimatedGraphicTask | null;
  /**
   * The result when Type is SnapshotByTimeOffset; null for every other Type.
   */
  SnapshotByTimeOffsetTask: MpsSnapshotByTimeOffsetTask | null;
  /**
   * The result when Type is SampleSnapshot; null for every other Type.
   */
  SampleSnapshotTask: MpsSampleSnapshotTask | null;
  /**
   * The result when Type is ImageSprites; null for every other Type.
   */
  ImageSpriteTask: MpsImageSpriteTask | null;
  /**
   * The result when Type is AdaptiveDynamicStreaming; null for every other Type.
   */
  AdaptiveDynamicStreamingTask?: MpsAdaptiveDynamicStreamingTask | null;
}
/**
 * One transcoding: its state, its input and, once it succeeded, its output.
 */
export interface MpsTranscodeTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTranscodeInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsTranscodeOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The transcoding that was asked for.
 */
export interface MpsTranscodeInput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Watermarks to be drawn; null when none were asked for.
   */
  WatermarkSet?: MpsWatermark[] | null;
  /**
   * Where results are to be written; null when inherited from the workflow.
   */
  OutputStorage: MpsOutputStorage | null;
  /**
   * Pattern of the path of the results; "" for the default.
   */
  OutputObjectPath: string;
  /**
   * Pattern of the paths of segments; "" for the default.
   */
  SegmentObjectName?: string;
  /**
   * How {number} in a path is written; null for the default.
   */
  ObjectNumberFormat?: MpsNumberFormat | null;
  /**
   * Second at which it begins.
   */
  StartTimeOffset?: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset?: number;
}
/**
 * One watermark.
 */
export interface MpsWatermark {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Its text; "" unless it is a text.
   */
  TextContent?: string;
  /**
   * Its SVG; "" unless it is a drawing.
   */
  SvgContent?: string;
}
/**
 * Where results are written; the member that Type names is set.
 */
export interface MpsOutputStorage {
  /**
   * Which of the other members is set.
   */
  Type: 'COS' | 'AWS-S3' | 'VOD';
  /**
   * The COS bucket, when Type is COS.
   */
  CosOutputStorage?: MpsCosOutput | null;
  /**
   * The AWS S3 bucket, when Type is AWS-S3.
   */
  S3OutputStorage?: MpsS3Output | null;
  /**
   * The VOD storage, when Type is VOD.
   */
  VODOutputStorage?: MpsVodOutput | null;
}
/**
 * A COS bucket that receives results.
 */
export interface MpsCosOutput {
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
export interface MpsS3Output {
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
export interface MpsVodOutput {
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
 * How {number} in a path is written.
 */
export interface MpsNumberFormat {
  /**
   * First number.
   */
  InitialValue: number;
  /**
   * Step from one number to the next.
   */
  Increment: number;
  /**
   * Least number of digits.
   */
  MinLength: number;
  /**
   * What fills shorter numbers up, usually "0". (The PDF of the documents prints Placeholder.)
   */
  PlaceHolder: string;
}
/**
 * The transcoded file.
 */
export interface MpsTranscodeOutput {
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage;
  /**
   * Path of the file.
   */
  Path: string;
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Sum of the average bit rates of the video and audio streams, in bit/s.
   */
  Bitrate: number;
  /**
   * Largest height of a video stream, in pixels.
   */
  Height: number;
  /**
   * Largest width of a video stream, in pixels.
   */
  Width: number;
  /**
   * Size in bytes.
   */
  Size: number;
  /**
   * Length in seconds, with a fraction.
   */
  Duration: number;
  /**
   * Container formats, joined by commas.
   */
  Container: string;
  /**
   * MD5 of the file, in lower-case hexadecimal.
   */
  Md5: string;
  /**
   * The video streams.
   */
  VideoStreamSet: MpsVideoStream[];
  /**
   * The audio streams.
   */
  AudioStreamSet: MpsAudioStream[];
}
/**
 * One animated picture: its state, its input and, once it succeeded, its output.
 */
export interface MpsAnimatedGraphicTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnimatedGraphicInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnimatedGraphicOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The animated picture that was asked for.
 */
export interface MpsAnimatedGraphicInput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * Where results are to be written; null when inherited from the workflow.
   */
  OutputStorage: MpsOutputStorage | null;
  /**
   * Pattern of the path of the results; "" for the default.
   */
  OutputObjectPath: string;
}
/**
 * The animated picture.
 */
export interface MpsAnimatedGraphicOutput {
  /**
   * Where the files were written. (Called OutputStorage in the outputs of other results.)
   */
  Storage: MpsOutputStorage;
  /**
   * Path of the picture.
   */
  Path: string;
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Format of the picture: "gif".
   */
  Container: string;
  /**
   * Height in pixels.
   */
  Height: number;
  /**
   * Width in pixels.
   */
  Width: number;
  /**
   * Bit rate in bit/s.
   */
  Bitrate: number;
  /**
   * Size in bytes.
   */
  Size: number;
  /**
   * MD5 of the picture, in lower-case hexadecimal.
   */
  Md5: string;
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
}
/**
 * Pictures taken at given times: its state, its input and, once it succeeded, its output.
 */
export interface MpsSnapshotByTimeOffsetTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsSnapshotByTimeOffsetInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsSnapshotByTimeOffsetOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The pictures that were asked for.
 */
export interface MpsSnapshotByTimeOffsetInput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * When to take them: seconds ("3.5s") or a share of the length ("10%").
   */
  ExtTimeOffsetSet?: string[];
  /**
   * When to take them, in seconds; the older way.
   */
  TimeOffsetSet?: number[];
  /**
   * Watermarks to be drawn; null when none were asked for.
   */
  WatermarkSet?: MpsWatermark[] | null;
  /**
   * Where results are to be written; null when inherited from the workflow.
   */
  OutputStorage: MpsOutputStorage | null;
  /**
   * Pattern of the path of the results; "" for the default.
   */
  OutputObjectPath: string;
  /**
   * How {number} in a path is written; null for the default.
   */
  ObjectNumberFormat?: MpsNumberFormat | null;
}
/**
 * The pictures that were taken.
 */
export interface MpsSnapshotByTimeOffsetOutput {
  /**
   * Where the files were written. (Called OutputStorage in the outputs of other results.)
   */
  Storage: MpsOutputStorage;
  /**
   * Number of the template; 0 in the vendor's example.
   */
  Definition: number;
  /**
   * The pictures.
   */
  PicInfoSet: MpsTimedPicture[];
}
/**
 * One picture and when it was taken.
 */
export interface MpsTimedPicture {
  /**
   * Second at which it was taken.
   */
  TimeOffset: number;
  /**
   * Path of the picture.
   */
  Path: string;
  /**
   * Numbers of the watermark templates drawn on it.
   */
  WaterMarkDefinition: number[];
}
/**
 * Pictures taken at even distances: its state, its input and, once it succeeded, its output.
 */
export interface MpsSampleSnapshotTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsSampleSnapshotInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsSampleSnapshotOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The pictures that were asked for.
 */
export interface MpsSampleSnapshotInput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Watermarks to be drawn; null when none were asked for.
   */
  WatermarkSet?: MpsWatermark[] | null;
  /**
   * Where results are to be written; null when inherited from the workflow.
   */
  OutputStorage: MpsOutputStorage | null;
  /**
   * Pattern of the path of the results; "" for the default.
   */
  OutputObjectPath: string;
  /**
   * How {number} in a path is written; null for the default.
   */
  ObjectNumberFormat?: MpsNumberFormat | null;
}
/**
 * The pictures that were taken.
 */
export interface MpsSampleSnapshotOutput {
  /**
   * Where the files were written. (Called OutputStorage in the outputs of other results.)
   */
  Storage: MpsOutputStorage;
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Unit of Interval.
   */
  SampleType: 'Percent' | 'Time';
  /**
   * Distance between two pictures: percent of the length, or seconds.
   */
  Interval: number;
  /**
   * Paths of the pictures.
   */
  ImagePathSet: string[];
  /**
   * Numbers of the watermark templates drawn on them.
   */
  WaterMarkDefinition: number[];
}
/**
 * One large picture of many small ones: its state, its input and, once it succeeded, its output.
 */
export interface MpsImageSpriteTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsImageSpriteInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsImageSpriteOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The sprite that was asked for.
 */
export interface MpsImageSpriteInput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Where results are to be written; null when inherited from the workflow.
   */
  OutputStorage: MpsOutputStorage | null;
  /**
   * Pattern of the path of the results; "" for the default.
   */
  OutputObjectPath: string;
  /**
   * Pattern of the path of the WebVTT file; "" for the default.
   */
  WebVttObjectName?: string;
  /**
   * How {number} in a path is written; null for the default.
   */
  ObjectNumberFormat?: MpsNumberFormat | null;
}
/**
 * The sprite.
 */
export interface MpsImageSpriteOutput {
  /**
   * Where the files were written. (Called OutputStorage in the outputs of other results.)
   */
  Storage: MpsOutputStorage;
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Height of a small picture, in pixels.
   */
  Height: number;
  /**
   * Width of a small picture, in pixels.
   */
  Width: number;
  /**
   * Number of small pictures.
   */
  TotalCount: number;
  /**
   * Paths of the large pictures.
   */
  ImagePathSet: string[];
  /**
   * Path of the WebVTT file that maps times to small pictures.
   */
  WebVttPath: string;
}
/**
 * One stream in several qualities: its state, its input and, once it succeeded, its output.
 */
export interface MpsAdaptiveDynamicStreamingTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAdaptiveDynamicStreamingInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAdaptiveDynamicStreamingOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The stream that was asked for.
 */
export interface MpsAdaptiveDynamicStreamingInput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * Watermarks to be drawn; null when none were asked for.
   */
  WatermarkSet?: MpsWatermark[] | null;
  /**
   * Where results are to be written; null when inherited from the workflow.
   */
  OutputStorage: MpsOutputStorage | null;
  /**
   * Pattern of the path of the results; "" for the default.
   */
  OutputObjectPath: string;
}
/**
 * The stream.
 */
export interface MpsAdaptiveDynamicStreamingOutput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * How it is packed.
   */
  Package: 'HLS' | 'MPEG-DASH';
  /**
   * Path of the playlist.
   */
  Path: string;
  /**
   * Where the files were written. (Called OutputStorage in the outputs of other results.)
   */
  Storage: MpsOutputStorage;
}
/**
 * One review task; the member that Type names is set.
 */
export interface MpsReviewResult {
  /**
   * Which member is set.
   */
  Type:
    | 'Porn'
    | 'Terrorism'
    | 'Political'
    | 'Porn.Asr'
    | 'Porn.Ocr'
    | 'Political.Asr'
    | 'Political.Ocr'
    | 'Terrorism.Ocr'
    | 'Prohibited.Asr'
    | 'Prohibited.Ocr';
  /**
   * Frames reviewed a second.
   */
  SampleRate: number;
  /**
   * Length of the reviewed video in seconds.
   */
  Duration: number;
  /**
   * The result when Type is Porn; null for every other Type.
   */
  PornTask: MpsPictureReviewTask | null;
  /**
   * The result when Type is Terrorism; null for every other Type.
   */
  TerrorismTask: MpsPictureReviewTask | null;
  /**
   * The result when Type is Political; null for every other Type.
   */
  PoliticalTask: MpsPoliticalReviewTask | null;
  /**
   * The result when Type is Porn.Asr; null for every other Type.
   */
  PornAsrTask: MpsAsrReviewTask | null;
  /**
   * The result when Type is Porn.Ocr; null for every other Type.
   */
  PornOcrTask: MpsOcrReviewTask | null;
  /**
   * The result when Type is Political.Asr; null for every other Type.
   */
  PoliticalAsrTask: MpsAsrReviewTask | null;
  /**
   * The result when Type is Political.Ocr; null for every other Type.
   */
  PoliticalOcrTask: MpsOcrReviewTask | null;
  /**
   * The result when Type is Terrorism.Ocr; null for every other Type.
   */
  TerrorismOcrTask: MpsOcrReviewTask | null;
  /**
   * The result when Type is Prohibited.Asr; null for every other Type.
   */
  ProhibitedAsrTask: MpsAsrReviewTask | null;
  /**
   * The result when Type is Prohibited.Ocr; null for every other Type.
   */
  ProhibitedOcrTask: MpsOcrReviewTask | null;
}
/**
 * One review of the pictures: its state, its input and, once it succeeded, its output.
 */
export interface MpsPictureReviewTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsPictureReviewOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The template that was asked for.
 */
export interface MpsTemplateInput {
  /**
   * Number of the template.
   */
  Definition: number;
}
/**
 * What was seen.
 */
export interface MpsPictureReviewOutput {
  /**
   * Score of the whole video, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * What kind of picture weighs most; "" when nothing was noticed.
   */
  Label:
    | ''
    | 'porn'
    | 'sexy'
    | 'vulgar'
    | 'intimacy'
    | 'guns'
    | 'crowd'
    | 'police'
    | 'bloody'
    | 'banners'
    | 'militant'
    | 'explosion'
    | 'terrorists'
    | 'scenario';
  /**
   * The parts that were noticed; empty when none was.
   */
  SegmentSet: MpsPictureReviewSegment[];
}
/**
 * One part of the video that was noticed.
 */
export interface MpsPictureReviewSegment {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * What kind of picture it is.
   */
  Label:
    | 'porn'
    | 'sexy'
    | 'vulgar'
    | 'intimacy'
    | 'guns'
    | 'crowd'
    | 'police'
    | 'bloody'
    | 'banners'
    | 'militant'
    | 'explosion'
    | 'terrorists'
    | 'scenario';
  /**
   * Address of the picture; it vanishes at PicUrlExpireTime.
   */
  Url: string;
  /**
   * When the picture vanishes.
   */
  PicUrlExpireTime: string;
}
/**
 * One review of the pictures for persons and signs: its state, its input and, once it succeeded, its output.
 */
export interface MpsPoliticalReviewTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsPoliticalReviewOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Who was seen.
 */
export interface MpsPoliticalReviewOutput {
  /**
   * Score of the whole video, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * What kind of picture weighs most; "" when nothing was noticed.
   */
  Label: '' | 'violation_photo' | 'politician';
  /**
   * The parts that were noticed; empty when none was.
   */
  SegmentSet: MpsPoliticalReviewSegment[];
}
/**
 * One part of the video that was noticed.
 */
export interface MpsPoliticalReviewSegment {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * Name of the person or sign.
   */
  Name: string;
  /**
   * What kind of person or sign: "violation_photo", "sensitive_sport".
   */
  Label: string;
  /**
   * Where in the picture, in pixels: left, top, right, bottom.
   *
   * @maxItems 4
   */
  AreaCoordSet: number[];
  /**
   * Address of the picture; it vanishes at PicUrlExpireTime.
   */
  Url: string;
  /**
   * When the picture vanishes.
   */
  PicUrlExpireTime: string;
}
/**
 * One review of what is spoken: its state, its input and, once it succeeded, its output.
 */
export interface MpsAsrReviewTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAsrReviewOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * What was heard.
 */
export interface MpsAsrReviewOutput {
  /**
   * Score of the whole video, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * The parts that were noticed; empty when none was.
   */
  SegmentSet: MpsAsrReviewSegment[];
}
/**
 * One part of the video that was noticed.
 */
export interface MpsAsrReviewSegment {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * The words.
   */
  KeywordSet: string[];
}
/**
 * One review of what is written: its state, its input and, once it succeeded, its output.
 */
export interface MpsOcrReviewTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsOcrReviewOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * What was read.
 */
export interface MpsOcrReviewOutput {
  /**
   * Score of the whole video, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * The parts that were noticed; empty when none was.
   */
  SegmentSet: MpsOcrReviewSegment[];
}
/**
 * One part of the video that was noticed.
 */
export interface MpsOcrReviewSegment {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * What the reviewer advises.
   */
  Suggestion: 'pass' | 'review' | 'block';
  /**
   * The words.
   */
  KeywordSet: string[];
  /**
   * Where in the picture, in pixels: left, top, right, bottom.
   *
   * @maxItems 4
   */
  AreaCoordSet: number[];
  /**
   * Address of the picture; it vanishes at PicUrlExpireTime.
   */
  Url: string;
  /**
   * When the picture vanishes.
   */
  PicUrlExpireTime: string;
}
/**
 * One analysis task; the member that Type names is set.
 */
export interface MpsAnalysisResult {
  /**
   * Which member is set.
   */
  Type:
    | 'Classification'
    | 'Cover'
    | 'Tag'
    | 'FrameTag'
    | 'Highlight'
    | 'DeLogo'
    | 'SegmentRecognition'
    | 'HeadTailRecognition'
    | 'Description'
    | 'HorizontalToVertical'
    | 'Dubbing'
    | 'VideoRemake'
    | 'VideoComprehension'
    | 'Cutout'
    | 'Reel';
  /**
   * The result when Type is Classification; null for every other Type.
   */
  ClassificationTask?: MpsAnalysisClassificationTask | null;
  /**
   * The result when Type is Cover; null for every other Type.
   */
  CoverTask?: MpsAnalysisCoverTask | null;
  /**
   * The result when Type is Tag; null for every other Type.
   */
  TagTask?: MpsAnalysisTagTask | null;
  /**
   * The result when Type is FrameTag; null for every other Type.
   */
  FrameTagTask?: MpsAnalysisFrameTagTask | null;
  /**
   * The result when Type is Highlight; null for every other Type.
   */
  HighlightTask?: MpsAnalysisHighlightTask | null;
  /**
   * The result when Type is DeLogo; null for every other Type.
   */
  DeLogoTask?: MpsAnalysisDeLogoTask | null;
  /**
   * The result when Type is SegmentRecognition; null for every other Type.
   */
  SegmentTask?: MpsAnalysisSegmentTask | null;
  /**
   * The result when Type is HeadTailRecognition; null for every other Type.
   */
  HeadTailTask?: MpsAnalysisHeadTailTask | null;
  /**
   * The result when Type is Description; null for every other Type.
   */
  DescriptionTask?: MpsAnalysisDescriptionTask | null;
  /**
   * The result when Type is HorizontalToVertical; null for every other Type.
   */
  HorizontalToVerticalTask?: MpsAnalysisHorizontalToVerticalTask | null;
  /**
   * The result when Type is Dubbing; null for every other Type.
   */
  DubbingTask?: MpsAnalysisDubbingTask | null;
  /**
   * The result when Type is VideoRemake; null for every other Type.
   */
  VideoRemakeTask?: MpsAnalysisVideoRemakeTask | null;
  /**
   * The result when Type is VideoComprehension; null for every other Type.
   */
  VideoComprehensionTask?: MpsAnalysisVideoComprehensionTask | null;
  /**
   * The result when Type is Cutout; null for every other Type.
   */
  CutoutTask?: MpsAnalysisCutoutTask | null;
  /**
   * The result when Type is Reel; null for every other Type.
   */
  ReelTask?: MpsAnalysisReelTask | null;
}
/**
 * One analysis (Classification): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisClassificationTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisClassificationOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The analysis that was asked for.
 */
export interface MpsAnalysisInput {
  /**
   * Number of the template.
   */
  Definition: number;
  /**
   * More parameters, a JSON text; "" or absent for none.
   */
  ExtendedParameter?: string;
}
/**
 * What a video is about.
 */
export interface MpsAnalysisClassificationOutput {
  /**
   * Classes with their likelihood.
   */
  ClassificationSet: MpsClassification[];
}
/**
 * One class.
 */
export interface MpsClassification {
  /**
   * Name of the class.
   */
  Classification: string;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
}
/**
 * One analysis (Cover): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisCoverTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisCoverOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Pictures that would make a cover.
 */
export interface MpsAnalysisCoverOutput {
  /**
   * The covers.
   */
  CoverSet: MpsCover[];
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage;
}
/**
 * One cover.
 */
export interface MpsCover {
  /**
   * Path of the picture.
   */
  CoverPath: string;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
}
/**
 * One analysis (Tag): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisTagTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisTagOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Tags of the whole video.
 */
export interface MpsAnalysisTagOutput {
  /**
   * The tags.
   */
  TagSet: MpsTag[];
}
/**
 * One tag.
 */
export interface MpsTag {
  /**
   * The tag.
   */
  Tag: string;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * More about it, different from tag to tag, often a JSON text; newer field.
   */
  SpecialInfo?: string;
}
/**
 * One analysis (FrameTag): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisFrameTagTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisFrameTagOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Tags of parts of the video.
 */
export interface MpsAnalysisFrameTagOutput {
  /**
   * The parts.
   */
  SegmentSet: MpsFrameTagSegment[];
}
/**
 * One part and its tags.
 */
export interface MpsFrameTagSegment {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * The tags.
   */
  TagSet: MpsFrameTag[];
}
/**
 * One tag of a part.
 */
export interface MpsFrameTag {
  /**
   * The tag.
   */
  Tag: string;
  /**
   * Its categories, the widest first.
   */
  CategorySet: string[];
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
}
/**
 * One analysis (Highlight): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisHighlightTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisHighlightOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The best moments.
 */
export interface MpsAnalysisHighlightOutput {
  /**
   * The films made of them.
   */
  HighlightSet: MpsHighlight[];
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage | null;
}
/**
 * One film of best moments.
 */
export interface MpsHighlight {
  /**
   * Path of the film.
   */
  HighlightPath: string;
  /**
   * Path of its cover.
   */
  CovImgPath: string;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * Its length in seconds.
   */
  Duration: number;
  /**
   * The parts it is made of.
   */
  SegmentSet: MpsHighlightSegment[];
}
/**
 * One part of such a film.
 */
export interface MpsHighlightSegment {
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
}
/**
 * One analysis (DeLogo): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisDeLogoTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisDeLogoOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The video with logos or subtitles wiped out.
 */
export interface MpsAnalysisDeLogoOutput {
  /**
   * Path of the wiped file.
   */
  Path: string;
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage;
  /**
   * Path of the subtitles that were read.
   */
  OriginSubtitlePath?: string;
  /**
   * Path of their translation.
   */
  TranslateSubtitlePath?: string;
}
/**
 * One analysis (Segment): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisSegmentTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisSegmentOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The video cut into its topics.
 */
export interface MpsAnalysisSegmentOutput {
  /**
   * The topics.
   */
  SegmentSet: MpsTopic[];
  /**
   * What the whole is about.
   */
  Abstract?: string | null;
}
/**
 * One topic of the video.
 */
export interface MpsTopic {
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * Address of the part.
   */
  SegmentUrl?: string;
  /**
   * Its title.
   */
  Title?: string;
  /**
   * Its summary.
   */
  Summary?: string;
  /**
   * Its key words.
   */
  Keywords?: string[];
}
/**
 * One analysis (HeadTail): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisHeadTailTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisHeadTailOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Where the opening and the credits are.
 */
export interface MpsAnalysisHeadTailOutput {
  /**
   * Second at which the opening ends; null when none was found.
   */
  HeadTimeOffset: number | null;
  /**
   * Second at which the credits begin; null when none were found.
   */
  TailTimeOffset: number | null;
}
/**
 * One analysis (Description): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisDescriptionTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisDescriptionOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * A summary written by a language model.
 */
export interface MpsAnalysisDescriptionOutput {
  /**
   * The summaries.
   */
  DescriptionSet: MpsDescription[];
}
/**
 * One summary.
 */
export interface MpsDescription {
  /**
   * The summary.
   */
  Description: string;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * Its title.
   */
  Title: string;
  /**
   * Its key words.
   */
  Keywords: string[];
}
/**
 * One analysis (HorizontalToVertical): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisHorizontalToVerticalTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisHorizontalToVerticalOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The video cropped from landscape to portrait.
 */
export interface MpsAnalysisHorizontalToVerticalOutput {
  /**
   * Path of the cropped file.
   */
  Path: string;
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
}
/**
 * One analysis (Dubbing): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisDubbingTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisDubbingOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * The video spoken in another language.
 */
export interface MpsAnalysisDubbingOutput {
  /**
   * Path of the dubbed file.
   */
  VideoPath: string;
  /**
   * Path of the file that marks the speakers.
   */
  SpeakerPath: string;
  /**
   * Which voice was used.
   */
  VoiceId?: string;
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage;
}
/**
 * One analysis (VideoRemake): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisVideoRemakeTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisFileOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * One file made of the video.
 */
export interface MpsAnalysisFileOutput {
  /**
   * Path of the file.
   */
  Path: string;
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage;
}
/**
 * One analysis (VideoComprehension): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisVideoComprehensionTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisVideoComprehensionOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * What a language model understood of the video.
 */
export interface MpsAnalysisVideoComprehensionOutput {
  /**
   * The answer.
   */
  VideoComprehensionAnalysisResult: string;
  /**
   * What came with it; "" when nothing did.
   */
  VideoComprehensionExtInfo: string;
  /**
   * The answer scene by scene.
   */
  VideoComprehensionResultList: MpsScene[];
}
/**
 * One scene.
 */
export interface MpsScene {
  /**
   * Second at which it begins.
   */
  StartTime: number;
  /**
   * Second at which it ends.
   */
  EndTime: number;
  /**
   * Its title.
   */
  Title: string;
  /**
   * What happens.
   */
  Description: string;
  /**
   * Its key words.
   */
  Keywords: string[];
}
/**
 * One analysis (Cutout): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisCutoutTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisFileOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * One analysis (Reel): its state, its input and, once it succeeded, its output.
 */
export interface MpsAnalysisReelTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsAnalysisInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsAnalysisReelOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * A film retold from the video.
 */
export interface MpsAnalysisReelOutput {
  /**
   * Path of the film; "" when there are several.
   */
  VideoPath: string;
  /**
   * Paths of all films, also when there is one.
   */
  VideoPaths: string[];
  /**
   * Path of the script.
   */
  ScriptPath: string;
  /**
   * Where the files were written.
   */
  OutputStorage: MpsOutputStorage;
}
/**
 * One recognition task; the member that Type names is set.
 */
export interface MpsRecognitionResult {
  /**
   * Which member is set.
   */
  Type:
    | 'FaceRecognition'
    | 'AsrWordsRecognition'
    | 'AsrFullTextRecognition'
    | 'OcrWordsRecognition'
    | 'OcrFullTextRecognition'
    | 'TransTextRecognition'
    | 'ObjectRecognition';
  /**
   * The result when Type is FaceRecognition; null for every other Type.
   */
  FaceTask?: MpsRecognitionFaceTask | null;
  /**
   * The result when Type is AsrWordsRecognition; null for every other Type.
   */
  AsrWordsTask?: MpsRecognitionAsrWordsTask | null;
  /**
   * The result when Type is AsrFullTextRecognition; null for every other Type.
   */
  AsrFullTextTask?: MpsRecognitionAsrFullTextTask | null;
  /**
   * The result when Type is OcrWordsRecognition; null for every other Type.
   */
  OcrWordsTask?: MpsRecognitionOcrWordsTask | null;
  /**
   * The result when Type is OcrFullTextRecognition; null for every other Type.
   */
  OcrFullTextTask?: MpsRecognitionOcrFullTextTask | null;
  /**
   * The result when Type is TransTextRecognition; null for every other Type.
   */
  TransTextTask?: MpsRecognitionTransTextTask | null;
  /**
   * The result when Type is ObjectRecognition; null for every other Type.
   */
  ObjectTask?: MpsRecognitionObjectTask | null;
}
/**
 * One recognition (Face): its state, its input and, once it succeeded, its output.
 */
export interface MpsRecognitionFaceTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsRecognitionFaceOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Who was seen.
 */
export interface MpsRecognitionFaceOutput {
  /**
   * What was found; empty when nothing was.
   */
  ResultSet: MpsFace[];
}
/**
 * One person.
 */
export interface MpsFace {
  /**
   * Id of the person.
   */
  Id: string;
  /**
   * Which library knows the person.
   */
  Type: 'Default' | 'UserDefine';
  /**
   * Name of the person.
   */
  Name: string;
  /**
   * Where the person is seen.
   */
  SegmentSet: MpsPlacedSegment[];
  /**
   * "Male", "Female" or "".
   */
  Gender?: '' | 'Male' | 'Female';
  /**
   * Address of a picture; newer field.
   */
  Url?: string;
}
/**
 * One part of the video and where in the picture.
 */
export interface MpsPlacedSegment {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * Where in the picture, in pixels: left, top, right, bottom.
   *
   * @maxItems 4
   */
  AreaCoordSet: number[];
}
/**
 * One recognition (AsrWords): its state, its input and, once it succeeded, its output.
 */
export interface MpsRecognitionAsrWordsTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsRecognitionAsrWordsOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Which words were heard.
 */
export interface MpsRecognitionAsrWordsOutput {
  /**
   * What was found; empty when nothing was.
   */
  ResultSet: MpsSpokenWord[];
}
/**
 * One word and where it is heard.
 */
export interface MpsSpokenWord {
  /**
   * The word.
   */
  Word: string;
  /**
   * Where it is heard.
   */
  SegmentSet: MpsSpokenSegment[];
}
/**
 * One part of the sound.
 */
export interface MpsSpokenSegment {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
}
/**
 * One recognition (AsrFullText): its state, its input and, once it succeeded, its output.
 */
export interface MpsRecognitionAsrFullTextTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsRecognitionAsrFullTextOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * All that was spoken.
 */
export interface MpsRecognitionAsrFullTextOutput {
  /**
   * Sentence by sentence.
   */
  SegmentSet: MpsSpokenText[];
  /**
   * Path of the subtitle file; "" when none was asked for.
   */
  SubtitlePath: string;
}
/**
 * One sentence.
 */
export interface MpsSpokenText {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * The sentence.
   */
  Text: string;
}
/**
 * One recognition (OcrWords): its state, its input and, once it succeeded, its output.
 */
export interface MpsRecognitionOcrWordsTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsRecognitionOcrWordsOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Which words were read.
 */
export interface MpsRecognitionOcrWordsOutput {
  /**
   * What was found; empty when nothing was.
   */
  ResultSet: MpsWrittenWord[];
}
/**
 * One word and where it is read.
 */
export interface MpsWrittenWord {
  /**
   * The word.
   */
  Word: string;
  /**
   * Where it is read.
   */
  SegmentSet: MpsPlacedSegment[];
}
/**
 * One recognition (OcrFullText): its state, its input and, once it succeeded, its output.
 */
export interface MpsRecognitionOcrFullTextTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsRecognitionOcrFullTextOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * All that was written.
 */
export interface MpsRecognitionOcrFullTextOutput {
  /**
   * Part by part.
   */
  SegmentSet: MpsWrittenText[];
}
/**
 * The text of one part.
 */
export interface MpsWrittenText {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * Its lines.
   */
  TextSet: MpsWrittenLine[];
}
/**
 * One line of text in a picture.
 */
export interface MpsWrittenLine {
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * Where in the picture, in pixels: left, top, right, bottom.
   *
   * @maxItems 4
   */
  AreaCoordSet: number[];
  /**
   * The text.
   */
  Text: string;
}
/**
 * One recognition (TransText): its state, its input and, once it succeeded, its output.
 */
export interface MpsRecognitionTransTextTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * Newer error code, a word; "" or "SUCCESS" unless Status is FAIL.
   */
  ErrCodeExt?: string;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsRecognitionTransTextOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * All that was spoken, translated.
 */
export interface MpsRecognitionTransTextOutput {
  /**
   * Sentence by sentence.
   */
  SegmentSet: MpsTranslatedText[];
  /**
   * Path of the subtitle file; "" when none was asked for.
   */
  SubtitlePath: string;
}
/**
 * One sentence and its translation.
 */
export interface MpsTranslatedText {
  /**
   * Second at which it begins.
   */
  StartTimeOffset: number;
  /**
   * Second at which it ends.
   */
  EndTimeOffset: number;
  /**
   * How sure, 0 to 100.
   */
  Confidence: number;
  /**
   * The sentence.
   */
  Text: string;
  /**
   * Its translation.
   */
  Trans: string;
}
/**
 * One recognition (Object): its state, its input and, once it succeeded, its output.
 */
export interface MpsRecognitionObjectTask {
  /**
   * PROCESSING, SUCCESS or FAIL.
   */
  Status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /**
   * 0 unless Status is FAIL.
   */
  ErrCode: number;
  /**
   * "SUCCESS", or what went wrong.
   */
  Message: string;
  /**
   * What was asked for.
   */
  Input: MpsTemplateInput;
  /**
   * The result; null unless Status is SUCCESS.
   */
  Output: MpsRecognitionObjectOutput | null;
  /**
   * How far it is, in percent; newer field, absent from many types of the vendor.
   */
  Progress?: number | null;
  /**
   * When it began; newer field, absent from many types of the vendor.
   */
  BeginProcessTime?: string | null;
  /**
   * When it ended; null while it runs; newer field, absent from many types of the vendor.
   */
  FinishTime?: string | null;
}
/**
 * Which things were seen.
 */
export interface MpsRecognitionObjectOutput {
  /**
   * What was found; empty when nothing was.
   */
  ResultSet: MpsObject[];
}
/**
 * One thing and where it is seen.
 */
export interface MpsObject {
  /**
   * What it is.
   */
  Name: string;
  /**
   * Where it is seen.
   */
  SegmentSet: MpsPlacedSegment[];
}

export const mpsWorkflowTaskContract: Contract<MpsWorkflowTaskEvent> = contractOf({
  name: "mps-workflow-task",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/mps-workflow-task.schema.json","title":"MpsWorkflowTaskEvent","description":"What a function receives when a workflow of Media Processing Service has moved on: transcoding, pictures, content review, analysis and recognition.","type":"object","required":["EventType","WorkflowTaskEvent"],"properties":{"EventType":{"description":"Always \\"WorkflowTask\\"; names the member that carries the task.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","const":"WorkflowTask"},"WorkflowTaskEvent":{"description":"The task that changed.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","$ref":"#/$defs/task"},"EditMediaTaskEvent":{"description":"null beside the member that EventType names, in callbacks by message queue; the trigger pages show none.","x-source":"null in the vendor\'s example of ParseNotification","type":"null"},"SessionId":{"description":"Identifier given with the task to keep it from running twice, at most 50 characters; in callbacks, not on the trigger pages.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","maxLength":50,"x-free":"whoever makes the task chooses it"},"SessionContext":{"description":"Text given with the task and handed back, at most 1000 characters; in callbacks, not on the trigger pages.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","maxLength":1000,"x-free":"whoever makes the task chooses it"}},"$defs":{"task":{"title":"MpsWorkflowTask","description":"A workflow and what became of its tasks.","type":"object","required":["TaskId","Status","ErrCode","Message","InputInfo","MetaData","MediaProcessResultSet"],"properties":{"TaskId":{"description":"Id of the workflow: \\"<appid>-WorkflowTask-<id>\\".","x-source":"in the vendor\'s example of the trigger page; in the vendor\'s example of ParseNotification","type":"string","pattern":"^[0-9x*]+-[A-Za-z]+-[0-9A-Za-z*]+$"},"Status":{"description":"PROCESSING while a task of it runs, FINISH afterwards, after failures too.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","type":"string","enum":["PROCESSING","FINISH"]},"ErrCode":{"description":"0; the codes of the tasks count. (Newer pages: not 0 when the source could not be read.)","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","type":"integer","minimum":0},"Message":{"description":"\\"\\"; the messages of the tasks count.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","type":"string","x-free":"a sentence of the service, of which no page lists them"},"InputInfo":{"description":"The file that was processed; null when MPS has none.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","anyOf":[{"$ref":"#/$defs/inputInfo"},{"type":"null"}]},"MetaData":{"description":"What that file is made of; null when MPS could not tell.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","anyOf":[{"$ref":"#/$defs/metaData"},{"type":"null"}]},"MediaProcessResultSet":{"description":"Results of transcoding, pictures and the like; empty when none were asked for.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833","type":"array","items":{"$ref":"#/$defs/mediaResult"}},"AiContentReviewResultSet":{"description":"Results of content review; empty when none was asked for.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833; absent in its example","type":"array","items":{"$ref":"#/$defs/reviewResult"}},"AiAnalysisResultSet":{"description":"Results of content analysis; empty when none was asked for.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833; absent in its example","type":"array","items":{"$ref":"#/$defs/analysisResult"}},"AiRecognitionResultSet":{"description":"Results of recognition (faces, speech, text); empty when none was asked for.","x-source":"documented: https://cloud.tencent.com/document/product/583/50833; absent in its example","type":"array","items":{"$ref":"#/$defs/recognitionResult"}}}},"mediaResult":{"title":"MpsMediaResult","description":"One transcoding or picture task; the member that Type names is set.","type":"object","required":["Type","TranscodeTask","AnimatedGraphicTask","SnapshotByTimeOffsetTask","SampleSnapshotTask","ImageSpriteTask"],"properties":{"Type":{"description":"Which member is set; CoverBySnapshot has none of its own.","x-source":"in the vendor\'s example of the trigger page; the values: tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["Transcode","AnimatedGraphics","SnapshotByTimeOffset","SampleSnapshot","ImageSprites","CoverBySnapshot","AdaptiveDynamicStreaming"]},"TranscodeTask":{"description":"The result when Type is Transcode; null for every other Type.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/transcodeTask"},{"type":"null"}]},"AnimatedGraphicTask":{"description":"The result when Type is AnimatedGraphics; null for every other Type.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/animatedGraphicTask"},{"type":"null"}]},"SnapshotByTimeOffsetTask":{"description":"The result when Type is SnapshotByTimeOffset; null for every other Type.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/snapshotByTimeOffsetTask"},{"type":"null"}]},"SampleSnapshotTask":{"description":"The result when Type is SampleSnapshot; null for every other Type.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/sampleSnapshotTask"},{"type":"null"}]},"ImageSpriteTask":{"description":"The result when Type is ImageSprites; null for every other Type.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/imageSpriteTask"},{"type":"null"}]},"AdaptiveDynamicStreamingTask":{"description":"The result when Type is AdaptiveDynamicStreaming; null for every other Type.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/adaptiveDynamicStreamingTask"},{"type":"null"}]}}},"transcodeTask":{"title":"MpsTranscodeTask","description":"One transcoding: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"in the vendor\'s example of the trigger page","$ref":"#/$defs/transcodeInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/transcodeOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"animatedGraphicTask":{"title":"MpsAnimatedGraphicTask","description":"One animated picture: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"in the vendor\'s example of the trigger page","$ref":"#/$defs/animatedGraphicInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/animatedGraphicOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"snapshotByTimeOffsetTask":{"title":"MpsSnapshotByTimeOffsetTask","description":"Pictures taken at given times: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"in the vendor\'s example of the trigger page","$ref":"#/$defs/snapshotByTimeOffsetInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/snapshotByTimeOffsetOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"sampleSnapshotTask":{"title":"MpsSampleSnapshotTask","description":"Pictures taken at even distances: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/sampleSnapshotInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/sampleSnapshotOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"imageSpriteTask":{"title":"MpsImageSpriteTask","description":"One large picture of many small ones: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"in the vendor\'s example of the trigger page","$ref":"#/$defs/imageSpriteInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/imageSpriteOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"adaptiveDynamicStreamingTask":{"title":"MpsAdaptiveDynamicStreamingTask","description":"One stream in several qualities: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","ErrCodeExt","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/adaptiveDynamicStreamingInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/adaptiveDynamicStreamingOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"transcodeInput":{"title":"MpsTranscodeInput","description":"The transcoding that was asked for.","type":"object","required":["Definition","OutputStorage","OutputObjectPath"],"properties":{"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"WatermarkSet":{"description":"Watermarks to be drawn; null when none were asked for.","x-source":"in the vendor\'s example of the trigger page","type":["array","null"],"items":{"$ref":"#/$defs/watermark"}},"OutputStorage":{"description":"Where results are to be written; null when inherited from the workflow.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/outputStorage"},{"type":"null"}]},"OutputObjectPath":{"description":"Pattern of the path of the results; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"},"SegmentObjectName":{"description":"Pattern of the paths of segments; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"},"ObjectNumberFormat":{"description":"How {number} in a path is written; null for the default.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/numberFormat"},{"type":"null"}]},"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0}}},"transcodeOutput":{"title":"MpsTranscodeOutput","description":"The transcoded file.","type":"object","required":["OutputStorage","Path","Definition","Bitrate","Height","Width","Size","Duration","Container","Md5","VideoStreamSet","AudioStreamSet"],"properties":{"OutputStorage":{"description":"Where the files were written.","x-source":"in the vendor\'s example of the trigger page","$ref":"#/$defs/outputStorage"},"Path":{"description":"Path of the file.","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^/"},"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Bitrate":{"description":"Sum of the average bit rates of the video and audio streams, in bit/s.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Height":{"description":"Largest height of a video stream, in pixels.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Width":{"description":"Largest width of a video stream, in pixels.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Size":{"description":"Size in bytes.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Duration":{"description":"Length in seconds, with a fraction.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"Container":{"description":"Container formats, joined by commas.","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"pattern":"^[A-Za-z0-9,_-]+$"},"Md5":{"description":"MD5 of the file, in lower-case hexadecimal.","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[0-9a-f]{32}$"},"VideoStreamSet":{"description":"The video streams.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"$ref":"#/$defs/videoStream"}},"AudioStreamSet":{"description":"The audio streams.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"$ref":"#/$defs/audioStream"}}}},"animatedGraphicInput":{"title":"MpsAnimatedGraphicInput","description":"The animated picture that was asked for.","type":"object","required":["Definition","StartTimeOffset","EndTimeOffset","OutputStorage","OutputObjectPath"],"properties":{"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"StartTimeOffset":{"description":"Second at which it begins.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"OutputStorage":{"description":"Where results are to be written; null when inherited from the workflow.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/outputStorage"},{"type":"null"}]},"OutputObjectPath":{"description":"Pattern of the path of the results; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"}}},"animatedGraphicOutput":{"title":"MpsAnimatedGraphicOutput","description":"The animated picture.","type":"object","required":["Storage","Path","Definition","Container","Height","Width","Bitrate","Size","Md5","StartTimeOffset","EndTimeOffset"],"properties":{"Storage":{"description":"Where the files were written. (Called OutputStorage in the outputs of other results.)","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"},"Path":{"description":"Path of the picture.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^/"},"Definition":{"description":"Number of the template.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Container":{"description":"Format of the picture: \\"gif\\".","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"pattern":"^[A-Za-z0-9,_-]+$"},"Height":{"description":"Height in pixels.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Width":{"description":"Width in pixels.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Bitrate":{"description":"Bit rate in bit/s.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Size":{"description":"Size in bytes.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Md5":{"description":"MD5 of the picture, in lower-case hexadecimal.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[0-9a-f]{32}$"},"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0}}},"snapshotByTimeOffsetInput":{"title":"MpsSnapshotByTimeOffsetInput","description":"The pictures that were asked for.","type":"object","required":["Definition","OutputStorage","OutputObjectPath"],"properties":{"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ExtTimeOffsetSet":{"description":"When to take them: seconds (\\"3.5s\\") or a share of the length (\\"10%\\").","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","pattern":"^\\\\d+(?:\\\\.\\\\d+)?[s%]$"}},"TimeOffsetSet":{"description":"When to take them, in seconds; the older way.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"type":"number","minimum":0}},"WatermarkSet":{"description":"Watermarks to be drawn; null when none were asked for.","x-source":"in the vendor\'s example of the trigger page","type":["array","null"],"items":{"$ref":"#/$defs/watermark"}},"OutputStorage":{"description":"Where results are to be written; null when inherited from the workflow.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/outputStorage"},{"type":"null"}]},"OutputObjectPath":{"description":"Pattern of the path of the results; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"},"ObjectNumberFormat":{"description":"How {number} in a path is written; null for the default.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/numberFormat"},{"type":"null"}]}}},"snapshotByTimeOffsetOutput":{"title":"MpsSnapshotByTimeOffsetOutput","description":"The pictures that were taken.","type":"object","required":["Storage","Definition","PicInfoSet"],"properties":{"Storage":{"description":"Where the files were written. (Called OutputStorage in the outputs of other results.)","x-source":"in the vendor\'s example of the trigger page","$ref":"#/$defs/outputStorage"},"Definition":{"description":"Number of the template; 0 in the vendor\'s example.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"PicInfoSet":{"description":"The pictures.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"$ref":"#/$defs/timedPicture"}}}},"timedPicture":{"title":"MpsTimedPicture","description":"One picture and when it was taken.","type":"object","required":["TimeOffset","Path","WaterMarkDefinition"],"properties":{"TimeOffset":{"description":"Second at which it was taken.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"Path":{"description":"Path of the picture.","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^/"},"WaterMarkDefinition":{"description":"Numbers of the watermark templates drawn on it.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"type":"integer","minimum":0}}}},"sampleSnapshotInput":{"title":"MpsSampleSnapshotInput","description":"The pictures that were asked for.","type":"object","required":["Definition","OutputStorage","OutputObjectPath"],"properties":{"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"WatermarkSet":{"description":"Watermarks to be drawn; null when none were asked for.","x-source":"in the vendor\'s example of the trigger page","type":["array","null"],"items":{"$ref":"#/$defs/watermark"}},"OutputStorage":{"description":"Where results are to be written; null when inherited from the workflow.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/outputStorage"},{"type":"null"}]},"OutputObjectPath":{"description":"Pattern of the path of the results; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"},"ObjectNumberFormat":{"description":"How {number} in a path is written; null for the default.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/numberFormat"},{"type":"null"}]}}},"sampleSnapshotOutput":{"title":"MpsSampleSnapshotOutput","description":"The pictures that were taken.","type":"object","required":["Storage","Definition","SampleType","Interval","ImagePathSet","WaterMarkDefinition"],"properties":{"Storage":{"description":"Where the files were written. (Called OutputStorage in the outputs of other results.)","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"},"Definition":{"description":"Number of the template.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"SampleType":{"description":"Unit of Interval.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["Percent","Time"]},"Interval":{"description":"Distance between two pictures: percent of the length, or seconds.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"ImagePathSet":{"description":"Paths of the pictures.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"an object key, made of names that the user chose"}},"WaterMarkDefinition":{"description":"Numbers of the watermark templates drawn on them.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"integer","minimum":0}}}},"imageSpriteInput":{"title":"MpsImageSpriteInput","description":"The sprite that was asked for.","type":"object","required":["Definition","OutputStorage","OutputObjectPath"],"properties":{"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"OutputStorage":{"description":"Where results are to be written; null when inherited from the workflow.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/outputStorage"},{"type":"null"}]},"OutputObjectPath":{"description":"Pattern of the path of the results; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"},"WebVttObjectName":{"description":"Pattern of the path of the WebVTT file; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"},"ObjectNumberFormat":{"description":"How {number} in a path is written; null for the default.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/numberFormat"},{"type":"null"}]}}},"imageSpriteOutput":{"title":"MpsImageSpriteOutput","description":"The sprite.","type":"object","required":["Storage","Definition","Height","Width","TotalCount","ImagePathSet","WebVttPath"],"properties":{"Storage":{"description":"Where the files were written. (Called OutputStorage in the outputs of other results.)","x-source":"in the vendor\'s example of the trigger page","$ref":"#/$defs/outputStorage"},"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Height":{"description":"Height of a small picture, in pixels.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Width":{"description":"Width of a small picture, in pixels.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"TotalCount":{"description":"Number of small pictures.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ImagePathSet":{"description":"Paths of the large pictures.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"type":"string","x-free":"an object key, made of names that the user chose"}},"WebVttPath":{"description":"Path of the WebVTT file that maps times to small pictures.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"an object key, made of names that the user chose"}}},"adaptiveDynamicStreamingInput":{"title":"MpsAdaptiveDynamicStreamingInput","description":"The stream that was asked for.","type":"object","required":["Definition","OutputStorage","OutputObjectPath"],"properties":{"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"WatermarkSet":{"description":"Watermarks to be drawn; null when none were asked for.","x-source":"in the vendor\'s example of the trigger page","type":["array","null"],"items":{"$ref":"#/$defs/watermark"}},"OutputStorage":{"description":"Where results are to be written; null when inherited from the workflow.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/outputStorage"},{"type":"null"}]},"OutputObjectPath":{"description":"Pattern of the path of the results; \\"\\" for the default.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"a pattern that whoever makes the task chooses"}}},"adaptiveDynamicStreamingOutput":{"title":"MpsAdaptiveDynamicStreamingOutput","description":"The stream.","type":"object","required":["Definition","Package","Path","Storage"],"properties":{"Definition":{"description":"Number of the template.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Package":{"description":"How it is packed.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["HLS","MPEG-DASH"]},"Path":{"description":"Path of the playlist.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^/"},"Storage":{"description":"Where the files were written. (Called OutputStorage in the outputs of other results.)","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"}}},"numberFormat":{"title":"MpsNumberFormat","description":"How {number} in a path is written.","type":"object","required":["InitialValue","Increment","MinLength","PlaceHolder"],"properties":{"InitialValue":{"description":"First number.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Increment":{"description":"Step from one number to the next.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"MinLength":{"description":"Least number of digits.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"PlaceHolder":{"description":"What fills shorter numbers up, usually \\"0\\". (The PDF of the documents prints Placeholder.)","x-source":"in the vendor\'s example of the trigger page; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^.?$"}}},"watermark":{"title":"MpsWatermark","description":"One watermark.","type":"object","required":["Definition"],"properties":{"Definition":{"description":"Number of the template.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"TextContent":{"description":"Its text; \\"\\" unless it is a text.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"whoever makes the template writes it"},"SvgContent":{"description":"Its SVG; \\"\\" unless it is a drawing.","x-source":"in the vendor\'s example of the trigger page","type":"string","x-free":"whoever makes the template writes it"}}},"reviewResult":{"title":"MpsReviewResult","description":"One review task; the member that Type names is set.","type":"object","required":["Type","SampleRate","Duration","PornTask","TerrorismTask","PoliticalTask","PornAsrTask","PornOcrTask","PoliticalAsrTask","PoliticalOcrTask","TerrorismOcrTask","ProhibitedAsrTask","ProhibitedOcrTask"],"properties":{"Type":{"description":"Which member is set.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["Porn","Terrorism","Political","Porn.Asr","Porn.Ocr","Political.Asr","Political.Ocr","Terrorism.Ocr","Prohibited.Asr","Prohibited.Ocr"]},"SampleRate":{"description":"Frames reviewed a second.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Duration":{"description":"Length of the reviewed video in seconds.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"PornTask":{"description":"The result when Type is Porn; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/pictureReviewTask"},{"type":"null"}]},"TerrorismTask":{"description":"The result when Type is Terrorism; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/pictureReviewTask"},{"type":"null"}]},"PoliticalTask":{"description":"The result when Type is Political; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/politicalReviewTask"},{"type":"null"}]},"PornAsrTask":{"description":"The result when Type is Porn.Asr; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/asrReviewTask"},{"type":"null"}]},"PornOcrTask":{"description":"The result when Type is Porn.Ocr; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/ocrReviewTask"},{"type":"null"}]},"PoliticalAsrTask":{"description":"The result when Type is Political.Asr; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/asrReviewTask"},{"type":"null"}]},"PoliticalOcrTask":{"description":"The result when Type is Political.Ocr; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/ocrReviewTask"},{"type":"null"}]},"TerrorismOcrTask":{"description":"The result when Type is Terrorism.Ocr; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/ocrReviewTask"},{"type":"null"}]},"ProhibitedAsrTask":{"description":"The result when Type is Prohibited.Asr; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/asrReviewTask"},{"type":"null"}]},"ProhibitedOcrTask":{"description":"The result when Type is Prohibited.Ocr; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/ocrReviewTask"},{"type":"null"}]}}},"templateInput":{"title":"MpsTemplateInput","description":"The template that was asked for.","type":"object","required":["Definition"],"properties":{"Definition":{"description":"Number of the template.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0}}},"pictureReviewTask":{"title":"MpsPictureReviewTask","description":"One review of the pictures: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/pictureReviewOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"politicalReviewTask":{"title":"MpsPoliticalReviewTask","description":"One review of the pictures for persons and signs: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/politicalReviewOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"asrReviewTask":{"title":"MpsAsrReviewTask","description":"One review of what is spoken: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/asrReviewOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"ocrReviewTask":{"title":"MpsOcrReviewTask","description":"One review of what is written: its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/ocrReviewOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"pictureReviewOutput":{"title":"MpsPictureReviewOutput","description":"What was seen.","type":"object","required":["Confidence","Suggestion","SegmentSet","Label"],"properties":{"Confidence":{"description":"Score of the whole video, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"Label":{"description":"What kind of picture weighs most; \\"\\" when nothing was noticed.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["","porn","sexy","vulgar","intimacy","guns","crowd","police","bloody","banners","militant","explosion","terrorists","scenario"]},"SegmentSet":{"description":"The parts that were noticed; empty when none was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/pictureReviewSegment"}}}},"politicalReviewOutput":{"title":"MpsPoliticalReviewOutput","description":"Who was seen.","type":"object","required":["Confidence","Suggestion","SegmentSet","Label"],"properties":{"Confidence":{"description":"Score of the whole video, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"Label":{"description":"What kind of picture weighs most; \\"\\" when nothing was noticed.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["","violation_photo","politician"]},"SegmentSet":{"description":"The parts that were noticed; empty when none was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/politicalReviewSegment"}}}},"asrReviewOutput":{"title":"MpsAsrReviewOutput","description":"What was heard.","type":"object","required":["Confidence","Suggestion","SegmentSet"],"properties":{"Confidence":{"description":"Score of the whole video, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"SegmentSet":{"description":"The parts that were noticed; empty when none was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/asrReviewSegment"}}}},"ocrReviewOutput":{"title":"MpsOcrReviewOutput","description":"What was read.","type":"object","required":["Confidence","Suggestion","SegmentSet"],"properties":{"Confidence":{"description":"Score of the whole video, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"SegmentSet":{"description":"The parts that were noticed; empty when none was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/ocrReviewSegment"}}}},"pictureReviewSegment":{"title":"MpsPictureReviewSegment","description":"One part of the video that was noticed.","type":"object","required":["StartTimeOffset","EndTimeOffset","Confidence","Suggestion","Label","Url","PicUrlExpireTime"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"Label":{"description":"What kind of picture it is.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["porn","sexy","vulgar","intimacy","guns","crowd","police","bloody","banners","militant","explosion","terrorists","scenario"]},"Url":{"description":"Address of the picture; it vanishes at PicUrlExpireTime.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^https?://[^\\\\u0000-\\\\u0020]+$"},"PicUrlExpireTime":{"description":"When the picture vanishes.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"politicalReviewSegment":{"title":"MpsPoliticalReviewSegment","description":"One part of the video that was noticed.","type":"object","required":["StartTimeOffset","EndTimeOffset","Confidence","Suggestion","Name","Label","Url","AreaCoordSet","PicUrlExpireTime"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"Name":{"description":"Name of the person or sign.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Label":{"description":"What kind of person or sign: \\"violation_photo\\", \\"sensitive_sport\\".","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+_[a-z]+$"},"AreaCoordSet":{"description":"Where in the picture, in pixels: left, top, right, bottom.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"integer","minimum":0},"maxItems":4},"Url":{"description":"Address of the picture; it vanishes at PicUrlExpireTime.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^https?://[^\\\\u0000-\\\\u0020]+$"},"PicUrlExpireTime":{"description":"When the picture vanishes.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"asrReviewSegment":{"title":"MpsAsrReviewSegment","description":"One part of the video that was noticed.","type":"object","required":["StartTimeOffset","EndTimeOffset","Confidence","Suggestion","KeywordSet"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"KeywordSet":{"description":"The words.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"what the service read out of the film, or makes of it"}}}},"ocrReviewSegment":{"title":"MpsOcrReviewSegment","description":"One part of the video that was noticed.","type":"object","required":["StartTimeOffset","EndTimeOffset","Confidence","Suggestion","KeywordSet","AreaCoordSet","Url","PicUrlExpireTime"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Suggestion":{"description":"What the reviewer advises.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["pass","review","block"]},"KeywordSet":{"description":"The words.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"what the service read out of the film, or makes of it"}},"AreaCoordSet":{"description":"Where in the picture, in pixels: left, top, right, bottom.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"integer","minimum":0},"maxItems":4},"Url":{"description":"Address of the picture; it vanishes at PicUrlExpireTime.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^https?://[^\\\\u0000-\\\\u0020]+$"},"PicUrlExpireTime":{"description":"When the picture vanishes.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisResult":{"title":"MpsAnalysisResult","description":"One analysis task; the member that Type names is set.","type":"object","required":["Type"],"properties":{"Type":{"description":"Which member is set.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["Classification","Cover","Tag","FrameTag","Highlight","DeLogo","SegmentRecognition","HeadTailRecognition","Description","HorizontalToVertical","Dubbing","VideoRemake","VideoComprehension","Cutout","Reel"]},"ClassificationTask":{"description":"The result when Type is Classification; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisClassificationTask"},{"type":"null"}]},"CoverTask":{"description":"The result when Type is Cover; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisCoverTask"},{"type":"null"}]},"TagTask":{"description":"The result when Type is Tag; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisTagTask"},{"type":"null"}]},"FrameTagTask":{"description":"The result when Type is FrameTag; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisFrameTagTask"},{"type":"null"}]},"HighlightTask":{"description":"The result when Type is Highlight; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisHighlightTask"},{"type":"null"}]},"DeLogoTask":{"description":"The result when Type is DeLogo; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisDeLogoTask"},{"type":"null"}]},"SegmentTask":{"description":"The result when Type is SegmentRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisSegmentTask"},{"type":"null"}]},"HeadTailTask":{"description":"The result when Type is HeadTailRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisHeadTailTask"},{"type":"null"}]},"DescriptionTask":{"description":"The result when Type is Description; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisDescriptionTask"},{"type":"null"}]},"HorizontalToVerticalTask":{"description":"The result when Type is HorizontalToVertical; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisHorizontalToVerticalTask"},{"type":"null"}]},"DubbingTask":{"description":"The result when Type is Dubbing; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisDubbingTask"},{"type":"null"}]},"VideoRemakeTask":{"description":"The result when Type is VideoRemake; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisVideoRemakeTask"},{"type":"null"}]},"VideoComprehensionTask":{"description":"The result when Type is VideoComprehension; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisVideoComprehensionTask"},{"type":"null"}]},"CutoutTask":{"description":"The result when Type is Cutout; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisCutoutTask"},{"type":"null"}]},"ReelTask":{"description":"The result when Type is Reel; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisReelTask"},{"type":"null"}]}}},"analysisInput":{"title":"MpsAnalysisInput","description":"The analysis that was asked for.","type":"object","required":["Definition"],"properties":{"Definition":{"description":"Number of the template.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ExtendedParameter":{"description":"More parameters, a JSON text; \\"\\" or absent for none.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"whoever makes the task writes it"}}},"analysisClassificationTask":{"title":"MpsAnalysisClassificationTask","description":"One analysis (Classification): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisClassificationOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisCoverTask":{"title":"MpsAnalysisCoverTask","description":"One analysis (Cover): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisCoverOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisTagTask":{"title":"MpsAnalysisTagTask","description":"One analysis (Tag): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisTagOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisFrameTagTask":{"title":"MpsAnalysisFrameTagTask","description":"One analysis (FrameTag): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisFrameTagOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisHighlightTask":{"title":"MpsAnalysisHighlightTask","description":"One analysis (Highlight): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisHighlightOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisDeLogoTask":{"title":"MpsAnalysisDeLogoTask","description":"One analysis (DeLogo): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisDeLogoOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisSegmentTask":{"title":"MpsAnalysisSegmentTask","description":"One analysis (Segment): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisSegmentOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisHeadTailTask":{"title":"MpsAnalysisHeadTailTask","description":"One analysis (HeadTail): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisHeadTailOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisDescriptionTask":{"title":"MpsAnalysisDescriptionTask","description":"One analysis (Description): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisDescriptionOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisHorizontalToVerticalTask":{"title":"MpsAnalysisHorizontalToVerticalTask","description":"One analysis (HorizontalToVertical): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisHorizontalToVerticalOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisDubbingTask":{"title":"MpsAnalysisDubbingTask","description":"One analysis (Dubbing): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisDubbingOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisVideoRemakeTask":{"title":"MpsAnalysisVideoRemakeTask","description":"One analysis (VideoRemake): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisFileOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisVideoComprehensionTask":{"title":"MpsAnalysisVideoComprehensionTask","description":"One analysis (VideoComprehension): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisVideoComprehensionOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisCutoutTask":{"title":"MpsAnalysisCutoutTask","description":"One analysis (Cutout): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCodeExt","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisFileOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisReelTask":{"title":"MpsAnalysisReelTask","description":"One analysis (Reel): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/analysisInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/analysisReelOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"analysisClassificationOutput":{"title":"MpsAnalysisClassificationOutput","description":"What a video is about.","type":"object","required":["ClassificationSet"],"properties":{"ClassificationSet":{"description":"Classes with their likelihood.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/classification"}}}},"analysisCoverOutput":{"title":"MpsAnalysisCoverOutput","description":"Pictures that would make a cover.","type":"object","required":["CoverSet","OutputStorage"],"properties":{"CoverSet":{"description":"The covers.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/cover"}},"OutputStorage":{"description":"Where the files were written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"}}},"analysisTagOutput":{"title":"MpsAnalysisTagOutput","description":"Tags of the whole video.","type":"object","required":["TagSet"],"properties":{"TagSet":{"description":"The tags.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/tag"}}}},"analysisFrameTagOutput":{"title":"MpsAnalysisFrameTagOutput","description":"Tags of parts of the video.","type":"object","required":["SegmentSet"],"properties":{"SegmentSet":{"description":"The parts.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/frameTagSegment"}}}},"analysisHighlightOutput":{"title":"MpsAnalysisHighlightOutput","description":"The best moments.","type":"object","required":["HighlightSet","OutputStorage"],"properties":{"HighlightSet":{"description":"The films made of them.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/highlight"}},"OutputStorage":{"description":"Where the files were written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/outputStorage"},{"type":"null"}]}}},"analysisDeLogoOutput":{"title":"MpsAnalysisDeLogoOutput","description":"The video with logos or subtitles wiped out.","type":"object","required":["Path","OutputStorage"],"properties":{"Path":{"description":"Path of the wiped file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"OutputStorage":{"description":"Where the files were written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"},"OriginSubtitlePath":{"description":"Path of the subtitles that were read.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"TranslateSubtitlePath":{"description":"Path of their translation.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"}}},"analysisSegmentOutput":{"title":"MpsAnalysisSegmentOutput","description":"The video cut into its topics.","type":"object","required":["SegmentSet"],"properties":{"SegmentSet":{"description":"The topics.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/topic"}},"Abstract":{"description":"What the whole is about.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"x-free":"what the service read out of the film, or makes of it"}}},"analysisHeadTailOutput":{"title":"MpsAnalysisHeadTailOutput","description":"Where the opening and the credits are.","type":"object","required":["HeadTimeOffset","TailTimeOffset"],"properties":{"HeadTimeOffset":{"description":"Second at which the opening ends; null when none was found.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":["number","null"],"minimum":0},"TailTimeOffset":{"description":"Second at which the credits begin; null when none were found.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":["number","null"],"minimum":0}}},"analysisDescriptionOutput":{"title":"MpsAnalysisDescriptionOutput","description":"A summary written by a language model.","type":"object","required":["DescriptionSet"],"properties":{"DescriptionSet":{"description":"The summaries.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/description"}}}},"analysisHorizontalToVerticalOutput":{"title":"MpsAnalysisHorizontalToVerticalOutput","description":"The video cropped from landscape to portrait.","type":"object","required":["Path","OutputStorage","Confidence"],"properties":{"Path":{"description":"Path of the cropped file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"OutputStorage":{"description":"Where the files were written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100}}},"analysisDubbingOutput":{"title":"MpsAnalysisDubbingOutput","description":"The video spoken in another language.","type":"object","required":["VideoPath","SpeakerPath","OutputStorage"],"properties":{"VideoPath":{"description":"Path of the dubbed file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"SpeakerPath":{"description":"Path of the file that marks the speakers.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"VoiceId":{"description":"Which voice was used.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"OutputStorage":{"description":"Where the files were written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"}}},"analysisFileOutput":{"title":"MpsAnalysisFileOutput","description":"One file made of the video.","type":"object","required":["Path","OutputStorage"],"properties":{"Path":{"description":"Path of the file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"OutputStorage":{"description":"Where the files were written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"}}},"analysisVideoComprehensionOutput":{"title":"MpsAnalysisVideoComprehensionOutput","description":"What a language model understood of the video.","type":"object","required":["VideoComprehensionAnalysisResult","VideoComprehensionExtInfo","VideoComprehensionResultList"],"properties":{"VideoComprehensionAnalysisResult":{"description":"The answer.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"VideoComprehensionExtInfo":{"description":"What came with it; \\"\\" when nothing did.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"VideoComprehensionResultList":{"description":"The answer scene by scene.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/scene"}}}},"analysisReelOutput":{"title":"MpsAnalysisReelOutput","description":"A film retold from the video.","type":"object","required":["VideoPath","VideoPaths","ScriptPath","OutputStorage"],"properties":{"VideoPath":{"description":"Path of the film; \\"\\" when there are several.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"VideoPaths":{"description":"Paths of all films, also when there is one.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"an object key, made of names that the user chose"}},"ScriptPath":{"description":"Path of the script.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"OutputStorage":{"description":"Where the files were written.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/outputStorage"}}},"classification":{"title":"MpsClassification","description":"One class.","type":"object","required":["Classification","Confidence"],"properties":{"Classification":{"description":"Name of the class.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100}}},"cover":{"title":"MpsCover","description":"One cover.","type":"object","required":["CoverPath","Confidence"],"properties":{"CoverPath":{"description":"Path of the picture.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100}}},"tag":{"title":"MpsTag","description":"One tag.","type":"object","required":["Tag","Confidence"],"properties":{"Tag":{"description":"The tag.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"SpecialInfo":{"description":"More about it, different from tag to tag, often a JSON text; newer field.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":"string","x-free":"what the service read out of the film, or makes of it"}}},"frameTagSegment":{"title":"MpsFrameTagSegment","description":"One part and its tags.","type":"object","required":["StartTimeOffset","EndTimeOffset","TagSet"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"TagSet":{"description":"The tags.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/frameTag"}}}},"frameTag":{"title":"MpsFrameTag","description":"One tag of a part.","type":"object","required":["Tag","CategorySet","Confidence"],"properties":{"Tag":{"description":"The tag.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"CategorySet":{"description":"Its categories, the widest first.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"what the service read out of the film, or makes of it"}},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100}}},"highlight":{"title":"MpsHighlight","description":"One film of best moments.","type":"object","required":["HighlightPath","CovImgPath","Confidence","Duration","SegmentSet"],"properties":{"HighlightPath":{"description":"Path of the film.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"CovImgPath":{"description":"Path of its cover.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Duration":{"description":"Its length in seconds.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"SegmentSet":{"description":"The parts it is made of.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/highlightSegment"}}}},"highlightSegment":{"title":"MpsHighlightSegment","description":"One part of such a film.","type":"object","required":["Confidence","StartTimeOffset","EndTimeOffset"],"properties":{"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0}}},"topic":{"title":"MpsTopic","description":"One topic of the video.","type":"object","required":["Confidence","StartTimeOffset","EndTimeOffset"],"properties":{"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"SegmentUrl":{"description":"Address of the part.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^https?://[^\\\\u0000-\\\\u0020]+$"},"Title":{"description":"Its title.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Summary":{"description":"Its summary.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Keywords":{"description":"Its key words.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"what the service read out of the film, or makes of it"}}}},"description":{"title":"MpsDescription","description":"One summary.","type":"object","required":["Description","Confidence","Title","Keywords"],"properties":{"Description":{"description":"The summary.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Title":{"description":"Its title.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Keywords":{"description":"Its key words.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"what the service read out of the film, or makes of it"}}}},"scene":{"title":"MpsScene","description":"One scene.","type":"object","required":["StartTime","EndTime","Title","Description","Keywords"],"properties":{"StartTime":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTime":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Title":{"description":"Its title.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Description":{"description":"What happens.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Keywords":{"description":"Its key words.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"string","x-free":"what the service read out of the film, or makes of it"}}}},"recognitionResult":{"title":"MpsRecognitionResult","description":"One recognition task; the member that Type names is set.","type":"object","required":["Type"],"properties":{"Type":{"description":"Which member is set.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["FaceRecognition","AsrWordsRecognition","AsrFullTextRecognition","OcrWordsRecognition","OcrFullTextRecognition","TransTextRecognition","ObjectRecognition"]},"FaceTask":{"description":"The result when Type is FaceRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionFaceTask"},{"type":"null"}]},"AsrWordsTask":{"description":"The result when Type is AsrWordsRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionAsrWordsTask"},{"type":"null"}]},"AsrFullTextTask":{"description":"The result when Type is AsrFullTextRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionAsrFullTextTask"},{"type":"null"}]},"OcrWordsTask":{"description":"The result when Type is OcrWordsRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionOcrWordsTask"},{"type":"null"}]},"OcrFullTextTask":{"description":"The result when Type is OcrFullTextRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionOcrFullTextTask"},{"type":"null"}]},"TransTextTask":{"description":"The result when Type is TransTextRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionTransTextTask"},{"type":"null"}]},"ObjectTask":{"description":"The result when Type is ObjectRecognition; null for every other Type.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionObjectTask"},{"type":"null"}]}}},"recognitionFaceTask":{"title":"MpsRecognitionFaceTask","description":"One recognition (Face): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionFaceOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"recognitionAsrWordsTask":{"title":"MpsRecognitionAsrWordsTask","description":"One recognition (AsrWords): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionAsrWordsOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"recognitionAsrFullTextTask":{"title":"MpsRecognitionAsrFullTextTask","description":"One recognition (AsrFullText): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionAsrFullTextOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"recognitionOcrWordsTask":{"title":"MpsRecognitionOcrWordsTask","description":"One recognition (OcrWords): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionOcrWordsOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"recognitionOcrFullTextTask":{"title":"MpsRecognitionOcrFullTextTask","description":"One recognition (OcrFullText): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionOcrFullTextOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"recognitionTransTextTask":{"title":"MpsRecognitionTransTextTask","description":"One recognition (TransText): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"ErrCodeExt":{"description":"Newer error code, a word; \\"\\" or \\"SUCCESS\\" unless Status is FAIL.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionTransTextOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"recognitionObjectTask":{"title":"MpsRecognitionObjectTask","description":"One recognition (Object): its state, its input and, once it succeeded, its output.","type":"object","required":["Status","ErrCode","Message","Input","Output"],"properties":{"Status":{"description":"PROCESSING, SUCCESS or FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["PROCESSING","SUCCESS","FAIL"]},"ErrCode":{"description":"0 unless Status is FAIL.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Message":{"description":"\\"SUCCESS\\", or what went wrong.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"a sentence of the service, of which no page lists them"},"Input":{"description":"What was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","$ref":"#/$defs/templateInput"},"Output":{"description":"The result; null unless Status is SUCCESS.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/recognitionObjectOutput"},{"type":"null"}]},"Progress":{"description":"How far it is, in percent; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["integer","null"],"minimum":0,"maximum":100},"BeginProcessTime":{"description":"When it began; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"},"FinishTime":{"description":"When it ended; null while it runs; newer field, absent from many types of the vendor.","x-source":"in the vendor\'s example of music recognition, 2025: https://www.tencentcloud.com/document/product/1041/74318","type":["string","null"],"pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d+)?(Z|[+-]\\\\d{2}:\\\\d{2})$"}}},"recognitionFaceOutput":{"title":"MpsRecognitionFaceOutput","description":"Who was seen.","type":"object","required":["ResultSet"],"properties":{"ResultSet":{"description":"What was found; empty when nothing was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/face"}}}},"recognitionAsrWordsOutput":{"title":"MpsRecognitionAsrWordsOutput","description":"Which words were heard.","type":"object","required":["ResultSet"],"properties":{"ResultSet":{"description":"What was found; empty when nothing was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/spokenWord"}}}},"recognitionOcrWordsOutput":{"title":"MpsRecognitionOcrWordsOutput","description":"Which words were read.","type":"object","required":["ResultSet"],"properties":{"ResultSet":{"description":"What was found; empty when nothing was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/writtenWord"}}}},"recognitionObjectOutput":{"title":"MpsRecognitionObjectOutput","description":"Which things were seen.","type":"object","required":["ResultSet"],"properties":{"ResultSet":{"description":"What was found; empty when nothing was.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/object"}}}},"recognitionAsrFullTextOutput":{"title":"MpsRecognitionAsrFullTextOutput","description":"All that was spoken.","type":"object","required":["SegmentSet","SubtitlePath"],"properties":{"SegmentSet":{"description":"Sentence by sentence.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/spokenText"}},"SubtitlePath":{"description":"Path of the subtitle file; \\"\\" when none was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"}}},"recognitionOcrFullTextOutput":{"title":"MpsRecognitionOcrFullTextOutput","description":"All that was written.","type":"object","required":["SegmentSet"],"properties":{"SegmentSet":{"description":"Part by part.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/writtenText"}}}},"recognitionTransTextOutput":{"title":"MpsRecognitionTransTextOutput","description":"All that was spoken, translated.","type":"object","required":["SegmentSet","SubtitlePath"],"properties":{"SegmentSet":{"description":"Sentence by sentence.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/translatedText"}},"SubtitlePath":{"description":"Path of the subtitle file; \\"\\" when none was asked for.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"}}},"face":{"title":"MpsFace","description":"One person.","type":"object","required":["Id","Type","Name","SegmentSet"],"properties":{"Id":{"description":"Id of the person.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_-]*$"},"Type":{"description":"Which library knows the person.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["Default","UserDefine"]},"Name":{"description":"Name of the person.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"SegmentSet":{"description":"Where the person is seen.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/placedSegment"}},"Gender":{"description":"\\"Male\\", \\"Female\\" or \\"\\".","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["","Male","Female"]},"Url":{"description":"Address of a picture; newer field.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^(?:https?://[!-~]+)?$"}}},"spokenWord":{"title":"MpsSpokenWord","description":"One word and where it is heard.","type":"object","required":["Word","SegmentSet"],"properties":{"Word":{"description":"The word.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"SegmentSet":{"description":"Where it is heard.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/spokenSegment"}}}},"writtenWord":{"title":"MpsWrittenWord","description":"One word and where it is read.","type":"object","required":["Word","SegmentSet"],"properties":{"Word":{"description":"The word.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"SegmentSet":{"description":"Where it is read.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/placedSegment"}}}},"object":{"title":"MpsObject","description":"One thing and where it is seen.","type":"object","required":["Name","SegmentSet"],"properties":{"Name":{"description":"What it is.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"SegmentSet":{"description":"Where it is seen.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/placedSegment"}}}},"spokenSegment":{"title":"MpsSpokenSegment","description":"One part of the sound.","type":"object","required":["StartTimeOffset","EndTimeOffset","Confidence"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100}}},"placedSegment":{"title":"MpsPlacedSegment","description":"One part of the video and where in the picture.","type":"object","required":["StartTimeOffset","EndTimeOffset","Confidence","AreaCoordSet"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"AreaCoordSet":{"description":"Where in the picture, in pixels: left, top, right, bottom.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"integer","minimum":0},"maxItems":4}}},"spokenText":{"title":"MpsSpokenText","description":"One sentence.","type":"object","required":["Confidence","StartTimeOffset","EndTimeOffset","Text"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Text":{"description":"The sentence.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"}}},"translatedText":{"title":"MpsTranslatedText","description":"One sentence and its translation.","type":"object","required":["Confidence","StartTimeOffset","EndTimeOffset","Text","Trans"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"Text":{"description":"The sentence.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"},"Trans":{"description":"Its translation.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"}}},"writtenText":{"title":"MpsWrittenText","description":"The text of one part.","type":"object","required":["StartTimeOffset","EndTimeOffset","TextSet"],"properties":{"StartTimeOffset":{"description":"Second at which it begins.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"EndTimeOffset":{"description":"Second at which it ends.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0},"TextSet":{"description":"Its lines.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"$ref":"#/$defs/writtenLine"}}}},"writtenLine":{"title":"MpsWrittenLine","description":"One line of text in a picture.","type":"object","required":["Confidence","AreaCoordSet","Text"],"properties":{"Confidence":{"description":"How sure, 0 to 100.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"number","minimum":0,"maximum":100},"AreaCoordSet":{"description":"Where in the picture, in pixels: left, top, right, bottom.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"array","items":{"type":"integer","minimum":0},"maxItems":4},"Text":{"description":"The text.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"what the service read out of the film, or makes of it"}}},"inputInfo":{"title":"MpsInputInfo","description":"Where a media file to be processed lies; the member that Type names is set.","type":"object","required":["Type"],"properties":{"Type":{"description":"Which of the other members is set.","x-source":"in the vendor\'s example of the trigger page; the values: tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["COS","URL","AWS-S3","VOD"]},"CosInputInfo":{"description":"The COS object, when Type is COS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/cosInput"},{"type":"null"}]},"UrlInputInfo":{"description":"The address, when Type is URL; null or absent otherwise.","x-source":"null in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/urlInput"},{"type":"null"}]},"S3InputInfo":{"description":"The AWS S3 object, when Type is AWS-S3; null or absent otherwise.","x-source":"null in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/s3Input"},{"type":"null"}]},"VODInputInfo":{"description":"The file of VOD, when Type is VOD; null or absent otherwise.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/vodInput"},{"type":"null"}]}}},"cosInput":{"title":"MpsCosInput","description":"An object in COS.","type":"object","required":["Bucket","Region","Object"],"properties":{"Bucket":{"description":"Bucket with the owner\'s appid: \\"<name>-<appid>\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9-]*-[0-9x*]+$"},"Region":{"description":"Full region of the bucket: \\"ap-guangzhou\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"Object":{"description":"Path of the object in the bucket, not percent-encoded.","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"x-free":"an object key, made of names that the user chose"}}},"urlInput":{"title":"MpsUrlInput","description":"A file that MPS downloads.","type":"object","required":["Url"],"properties":{"Url":{"description":"Address of the file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^https?://[^\\\\u0000-\\\\u0020]+$"}}},"s3Input":{"title":"MpsS3Input","description":"An object in AWS S3.","type":"object","required":["S3Bucket","S3Region","S3Object"],"properties":{"S3Bucket":{"description":"Bucket name.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},"S3Region":{"description":"AWS region of the bucket: \\"us-east-1\\".","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"S3Object":{"description":"Key of the object.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"x-free":"an object key, made of names that the user chose"}}},"vodInput":{"title":"MpsVodInput","description":"A file kept by VOD.","type":"object","required":[],"properties":{"Bucket":{"description":"Bucket id in VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Region":{"description":"Region of the bucket.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"Object":{"description":"Path of the file in the bucket.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","x-free":"an object key, made of names that the user chose"},"SubAppId":{"description":"VOD application that owns the file.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"FileId":{"description":"File id, in the standard edition of VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^\\\\d*$"}}},"outputStorage":{"title":"MpsOutputStorage","description":"Where results are written; the member that Type names is set.","type":"object","required":["Type"],"properties":{"Type":{"description":"Which of the other members is set.","x-source":"in the vendor\'s example of the trigger page; the values: tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","enum":["COS","AWS-S3","VOD"]},"CosOutputStorage":{"description":"The COS bucket, when Type is COS.","x-source":"in the vendor\'s example of the trigger page","anyOf":[{"$ref":"#/$defs/cosOutput"},{"type":"null"}]},"S3OutputStorage":{"description":"The AWS S3 bucket, when Type is AWS-S3.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/s3Output"},{"type":"null"}]},"VODOutputStorage":{"description":"The VOD storage, when Type is VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","anyOf":[{"$ref":"#/$defs/vodOutput"},{"type":"null"}]}}},"cosOutput":{"title":"MpsCosOutput","description":"A COS bucket that receives results.","type":"object","required":["Bucket","Region"],"properties":{"Bucket":{"description":"Bucket with the owner\'s appid: \\"<name>-<appid>\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9-]*-[0-9x*]+$"},"Region":{"description":"Full region of the bucket: \\"ap-guangzhou\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"}}},"s3Output":{"title":"MpsS3Output","description":"An AWS S3 bucket that receives results.","type":"object","required":["S3Bucket","S3Region"],"properties":{"S3Bucket":{"description":"Bucket name.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","minLength":1,"pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},"S3Region":{"description":"AWS region of the bucket: \\"us-east-1\\".","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"}}},"vodOutput":{"title":"MpsVodOutput","description":"A VOD storage that receives results.","type":"object","required":[],"properties":{"Bucket":{"description":"Bucket id in VOD.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[A-Za-z0-9_.-]*$"},"Region":{"description":"Region of the bucket.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"string","pattern":"^[a-z]+(-[a-z0-9]+)+$"},"SubAppId":{"description":"VOD application that owns the storage.","x-source":"tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0}}},"metaData":{"title":"MpsMetaData","description":"What a media file is made of.","type":"object","required":["Size","Container","Bitrate","Height","Width","Duration","Rotate","VideoStreamSet","AudioStreamSet","VideoDuration","AudioDuration"],"properties":{"AudioDuration":{"description":"Length of the audio in seconds, with a fraction.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"AudioStreamSet":{"description":"The audio streams; empty for a silent film.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"$ref":"#/$defs/audioStream"}},"Bitrate":{"description":"Sum of the average bit rates of the video and audio streams, in bit/s.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Container":{"description":"Container formats, joined by commas: \\"mov,mp4,m4a,3gp,3g2,mj2\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"pattern":"^[A-Za-z0-9,_-]+$"},"Duration":{"description":"Length in seconds, with a fraction.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"Height":{"description":"Largest height of a video stream, in pixels; 0 for sound alone.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"Rotate":{"description":"Angle at which the video was filmed, in degrees.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0,"maximum":360},"Size":{"description":"Size of the file in bytes; for HLS the playlist and all segments together.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0},"VideoDuration":{"description":"Length of the video in seconds, with a fraction.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"VideoStreamSet":{"description":"The video streams; empty for sound alone.","x-source":"in the vendor\'s example of the trigger page","type":"array","items":{"$ref":"#/$defs/videoStream"}},"Width":{"description":"Largest width of a video stream, in pixels; 0 for sound alone.","x-source":"in the vendor\'s example of the trigger page; the meaning: tencentcloud-sdk-nodejs-mps 4.1.305","type":"integer","minimum":0}}},"videoStream":{"title":"MpsVideoStream","description":"One video stream of a file.","type":"object","required":["Bitrate","Codec","Fps","Height","Width"],"properties":{"Bitrate":{"description":"Average bit rate in bit/s.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Codec":{"description":"Codec: \\"h264\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"pattern":"^[A-Za-z0-9_.-]+$"},"Fps":{"description":"Frames a second.","x-source":"in the vendor\'s example of the trigger page","type":"number","minimum":0},"Height":{"description":"Height in pixels.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Width":{"description":"Width in pixels.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"ColorPrimaries":{"description":"Colour primaries; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"ColorSpace":{"description":"Colour space; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"ColorTransfer":{"description":"Transfer function of the colours; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"HdrType":{"description":"Kind of HDR; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9_.-]*$"},"Codecs":{"description":"Codec string of RFC 6381; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9.,_-]*$"}}},"audioStream":{"title":"MpsAudioStream","description":"One audio stream of a file.","type":"object","required":["Bitrate","Codec","SamplingRate"],"properties":{"Bitrate":{"description":"Average bit rate in bit/s.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Codec":{"description":"Codec: \\"aac\\".","x-source":"in the vendor\'s example of the trigger page","type":"string","minLength":1,"pattern":"^[A-Za-z0-9_.-]+$"},"SamplingRate":{"description":"Samples a second.","x-source":"in the vendor\'s example of the trigger page","type":"integer","minimum":0},"Channel":{"description":"Number of channels; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["integer","null"],"minimum":0},"Codecs":{"description":"Codec string of RFC 6381; newer field.","x-source":"in the vendor\'s example of ParseNotification; tencentcloud-sdk-nodejs-mps 4.1.305","type":["string","null"],"pattern":"^[A-Za-z0-9.,_-]*$"}}}}}'),
});
