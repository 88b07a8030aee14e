// Made by scripts/generate.mjs from src/triggers/mps-workflow-task/contract.schema.json; do not edit.
import { codePoints, isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const pattern0 = /^[0-9x*]+-[A-Za-z]+-[0-9A-Za-z*]+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const is1 = (v: any): boolean => (v === "PROCESSING" || v === "FINISH") && typeof v === 'string';
const is2 = (v: any): boolean => Number.isInteger(v) && v >= 0;
const is3 = (v: any): boolean => (v === "COS" || v === "URL" || v === "AWS-S3" || v === "VOD") && typeof v === 'string';
const pattern1 = /^[A-Za-z0-9][A-Za-z0-9-]*-[0-9x*]+$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^[a-z]+(-[a-z0-9]+)+$/u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const is6 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
function checkcosInput(v: any): boolean { return isObject(v) && is4(v.Bucket) && is5(v.Region) && is6(v.Object); }
const is7 = (v: any): boolean => ((checkcosInput(v)) || (v === null));
const pattern3 = /^https?:\/\/[^\u0000-\u0020]+$/u;
const is8 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
function checkurlInput(v: any): boolean { return isObject(v) && is8(v.Url); }
const is9 = (v: any): boolean => ((checkurlInput(v)) || (v === null));
const pattern4 = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u;
const is10 = (v: any): boolean => typeof v === 'string' && pattern4.test(v) && v.length >= 1;
function checks3Input(v: any): boolean { return isObject(v) && is10(v.S3Bucket) && is5(v.S3Region) && is6(v.S3Object); }
const is11 = (v: any): boolean => ((checks3Input(v)) || (v === null));
const pattern5 = /^[A-Za-z0-9_.-]*$/u;
const is12 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
const pattern6 = /^\d*$/u;
const is13 = (v: any): boolean => typeof v === 'string' && pattern6.test(v);
function checkvodInput(v: any): boolean { return isObject(v) && (v.Bucket === undefined || is12(v.Bucket)) && (v.Region === undefined || is5(v.Region)) && (v.Object === undefined || typeof v.Object === 'string') && (v.SubAppId === undefined || is2(v.SubAppId)) && (v.FileId === undefined || is13(v.FileId)); }
const is14 = (v: any): boolean => ((checkvodInput(v)) || (v === null));
function checkinputInfo(v: any): boolean { return isObject(v) && is3(v.Type) && (v.CosInputInfo === undefined || is7(v.CosInputInfo)) && (v.UrlInputInfo === undefined || is9(v.UrlInputInfo)) && (v.S3InputInfo === undefined || is11(v.S3InputInfo)) && (v.VODInputInfo === undefined || is14(v.VODInputInfo)); }
const is15 = (v: any): boolean => ((checkinputInfo(v)) || (v === null));
const is16 = (v: any): boolean => Number.isFinite(v) && v >= 0;
const pattern7 = /^[A-Za-z0-9_.-]+$/u;
const is17 = (v: any): boolean => typeof v === 'string' && pattern7.test(v) && v.length >= 1;
const is18 = (v: any): boolean => ((Number.isInteger(v) && v >= 0) || (v === null));
const pattern8 = /^[A-Za-z0-9.,_-]*$/u;
const is19 = (v: any): boolean => ((typeof v === 'string' && pattern8.test(v)) || (v === null));
function checkaudioStream(v: any): boolean { return isObject(v) && is2(v.Bitrate) && is17(v.Codec) && is2(v.SamplingRate) && (v.Channel === undefined || is18(v.Channel)) && (v.Codecs === undefined || is19(v.Codecs)); }
const is20 = (v: any): boolean => Array.isArray(v) && every(v, checkaudioStream);
const pattern9 = /^[A-Za-z0-9,_-]+$/u;
const is21 = (v: any): boolean => typeof v === 'string' && pattern9.test(v) && v.length >= 1;
const is22 = (v: any): boolean => Number.isInteger(v) && v >= 0 && v <= 360;
const is23 = (v: any): boolean => ((typeof v === 'string' && pattern5.test(v)) || (v === null));
function checkvideoStream(v: any): boolean { return isObject(v) && is2(v.Bitrate) && is17(v.Codec) && is16(v.Fps) && is2(v.Height) && is2(v.Width) && (v.ColorPrimaries === undefined || is23(v.ColorPrimaries)) && (v.ColorSpace === undefined || is23(v.ColorSpace)) && (v.ColorTransfer === undefined || is23(v.ColorTransfer)) && (v.HdrType === undefined || is23(v.HdrType)) && (v.Codecs === undefined || is19(v.Codecs)); }
const is24 = (v: any): boolean => Array.isArray(v) && every(v, checkvideoStream);
function checkmetaData(v: any): boolean { return isObject(v) && is16(v.AudioDuration) && is20(v.AudioStreamSet) && is2(v.Bitrate) && is21(v.Container) && is16(v.Duration) && is2(v.Height) && is22(v.Rotate) && is2(v.Size) && is16(v.VideoDuration) && is24(v.VideoStreamSet) && is2(v.Width); }
const is25 = (v: any): boolean => ((checkmetaData(v)) || (v === null));
const is26 = (v: any): boolean => (v === "Transcode" || v === "AnimatedGraphics" || v === "SnapshotByTimeOffset" || v === "SampleSnapshot" || v === "ImageSprites" || v === "CoverBySnapshot" || v === "AdaptiveDynamicStreaming") && typeof v === 'string';
const is27 = (v: any): boolean => (v === "PROCESSING" || v === "SUCCESS" || v === "FAIL") && typeof v === 'string';
function checkwatermark(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.TextContent === undefined || typeof v.TextContent === 'string') && (v.SvgContent === undefined || typeof v.SvgContent === 'string'); }
const is28 = (v: any): boolean => ((Array.isArray(v) && every(v, checkwatermark)) || (v === null));
const is29 = (v: any): boolean => (v === "COS" || v === "AWS-S3" || v === "VOD") && typeof v === 'string';
function checkcosOutput(v: any): boolean { return isObject(v) && is4(v.Bucket) && is5(v.Region); }
const is30 = (v: any): boolean => ((checkcosOutput(v)) || (v === null));
function checks3Output(v: any): boolean { return isObject(v) && is10(v.S3Bucket) && is5(v.S3Region); }
const is31 = (v: any): boolean => ((checks3Output(v)) || (v === null));
function checkvodOutput(v: any): boolean { return isObject(v) && (v.Bucket === undefined || is12(v.Bucket)) && (v.Region === undefined || is5(v.Region)) && (v.SubAppId === undefined || is2(v.SubAppId)); }
const is32 = (v: any): boolean => ((checkvodOutput(v)) || (v === null));
function checkoutputStorage(v: any): boolean { return isObject(v) && is29(v.Type) && (v.CosOutputStorage === undefined || is30(v.CosOutputStorage)) && (v.S3OutputStorage === undefined || is31(v.S3OutputStorage)) && (v.VODOutputStorage === undefined || is32(v.VODOutputStorage)); }
const is33 = (v: any): boolean => ((checkoutputStorage(v)) || (v === null));
const pattern10 = /^.?$/u;
const is34 = (v: any): boolean => typeof v === 'string' && pattern10.test(v);
function checknumberFormat(v: any): boolean { return isObject(v) && is2(v.InitialValue) && is2(v.Increment) && is2(v.MinLength) && is34(v.PlaceHolder); }
const is35 = (v: any): boolean => ((checknumberFormat(v)) || (v === null));
function checktranscodeInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.WatermarkSet === undefined || is28(v.WatermarkSet)) && v.OutputStorage !== undefined && is33(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.SegmentObjectName === undefined || typeof v.SegmentObjectName === 'string') && (v.ObjectNumberFormat === undefined || is35(v.ObjectNumberFormat)) && (v.StartTimeOffset === undefined || is16(v.StartTimeOffset)) && (v.EndTimeOffset === undefined || is16(v.EndTimeOffset)); }
const pattern11 = /^\//u;
const is36 = (v: any): boolean => typeof v === 'string' && pattern11.test(v);
const pattern12 = /^[0-9a-f]{32}$/u;
const is37 = (v: any): boolean => typeof v === 'string' && pattern12.test(v);
function checktranscodeOutput(v: any): boolean { return isObject(v) && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage) && is36(v.Path) && is2(v.Definition) && is2(v.Bitrate) && is2(v.Height) && is2(v.Width) && is2(v.Size) && is16(v.Duration) && is21(v.Container) && is37(v.Md5) && is24(v.VideoStreamSet) && is20(v.AudioStreamSet); }
const is38 = (v: any): boolean => ((checktranscodeOutput(v)) || (v === null));
const is39 = (v: any): boolean => ((Number.isInteger(v) && v >= 0 && v <= 100) || (v === null));
const pattern13 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;
const is40 = (v: any): boolean => ((typeof v === 'string' && pattern13.test(v)) || (v === null));
function checktranscodeTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktranscodeInput(v.Input) && v.Output !== undefined && is38(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is41 = (v: any): boolean => ((checktranscodeTask(v)) || (v === null));
function checkanimatedGraphicInput(v: any): boolean { return isObject(v) && is2(v.Definition) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && v.OutputStorage !== undefined && is33(v.OutputStorage) && typeof v.OutputObjectPath === 'string'; }
function checkanimatedGraphicOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is36(v.Path) && is2(v.Definition) && is21(v.Container) && is2(v.Height) && is2(v.Width) && is2(v.Bitrate) && is2(v.Size) && is37(v.Md5) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset); }
const is42 = (v: any): boolean => ((checkanimatedGraphicOutput(v)) || (v === null));
function checkanimatedGraphicTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkanimatedGraphicInput(v.Input) && v.Output !== undefined && is42(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is43 = (v: any): boolean => ((checkanimatedGraphicTask(v)) || (v === null));
const pattern14 = /^\d+(?:\.\d+)?[s%]$/u;
const is44 = (v: any): boolean => typeof v === 'string' && pattern14.test(v);
const is45 = (v: any): boolean => Array.isArray(v) && every(v, is44);
const is46 = (v: any): boolean => Array.isArray(v) && every(v, is16);
function checksnapshotByTimeOffsetInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.ExtTimeOffsetSet === undefined || is45(v.ExtTimeOffsetSet)) && (v.TimeOffsetSet === undefined || is46(v.TimeOffsetSet)) && (v.WatermarkSet === undefined || is28(v.WatermarkSet)) && v.OutputStorage !== undefined && is33(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.ObjectNumberFormat === undefined || is35(v.ObjectNumberFormat)); }
const is47 = (v: any): boolean => Array.isArray(v) && every(v, is2);
function checktimedPicture(v: any): boolean { return isObject(v) && is16(v.TimeOffset) && is36(v.Path) && is47(v.WaterMarkDefinition); }
const is48 = (v: any): boolean => Array.isArray(v) && every(v, checktimedPicture);
function checksnapshotByTimeOffsetOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is2(v.Definition) && is48(v.PicInfoSet); }
const is49 = (v: any): boolean => ((checksnapshotByTimeOffsetOutput(v)) || (v === null));
function checksnapshotByTimeOffsetTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checksnapshotByTimeOffsetInput(v.Input) && v.Output !== undefined && is49(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is50 = (v: any): boolean => ((checksnapshotByTimeOffsetTask(v)) || (v === null));
function checksampleSnapshotInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.WatermarkSet === undefined || is28(v.WatermarkSet)) && v.OutputStorage !== undefined && is33(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.ObjectNumberFormat === undefined || is35(v.ObjectNumberFormat)); }
const is51 = (v: any): boolean => (v === "Percent" || v === "Time") && typeof v === 'string';
const is52 = (v: any): boolean => typeof v === 'string';
const is53 = (v: any): boolean => Array.isArray(v) && every(v, is52);
function checksampleSnapshotOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is2(v.Definition) && is51(v.SampleType) && is16(v.Interval) && is53(v.ImagePathSet) && is47(v.WaterMarkDefinition); }
const is54 = (v: any): boolean => ((checksampleSnapshotOutput(v)) || (v === null));
function checksampleSnapshotTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checksampleSnapshotInput(v.Input) && v.Output !== undefined && is54(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is55 = (v: any): boolean => ((checksampleSnapshotTask(v)) || (v === null));
function checkimageSpriteInput(v: any): boolean { return isObject(v) && is2(v.Definition) && v.OutputStorage !== undefined && is33(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.WebVttObjectName === undefined || typeof v.WebVttObjectName === 'string') && (v.ObjectNumberFormat === undefined || is35(v.ObjectNumberFormat)); }
function checkimageSpriteOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is2(v.Definition) && is2(v.Height) && is2(v.Width) && is2(v.TotalCount) && is53(v.ImagePathSet) && typeof v.WebVttPath === 'string'; }
const is56 = (v: any): boolean => ((checkimageSpriteOutput(v)) || (v === null));
function checkimageSpriteTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkimageSpriteInput(v.Input) && v.Output !== undefined && is56(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is57 = (v: any): boolean => ((checkimageSpriteTask(v)) || (v === null));
function checkadaptiveDynamicStreamingInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.WatermarkSet === undefined || is28(v.WatermarkSet)) && v.OutputStorage !== undefined && is33(v.OutputStorage) && typeof v.OutputObjectPath === 'string'; }
const is58 = (v: any): boolean => (v === "HLS" || v === "MPEG-DASH") && typeof v === 'string';
function checkadaptiveDynamicStreamingOutput(v: any): boolean { return isObject(v) && is2(v.Definition) && is58(v.Package) && is36(v.Path) && v.Storage !== undefined && checkoutputStorage(v.Storage); }
const is59 = (v: any): boolean => ((checkadaptiveDynamicStreamingOutput(v)) || (v === null));
function checkadaptiveDynamicStreamingTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && is12(v.ErrCodeExt) && typeof v.Message === 'string' && v.Input !== undefined && checkadaptiveDynamicStreamingInput(v.Input) && v.Output !== undefined && is59(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is60 = (v: any): boolean => ((checkadaptiveDynamicStreamingTask(v)) || (v === null));
function checkmediaResult(v: any): boolean { return isObject(v) && is26(v.Type) && v.TranscodeTask !== undefined && is41(v.TranscodeTask) && v.AnimatedGraphicTask !== undefined && is43(v.AnimatedGraphicTask) && v.SnapshotByTimeOffsetTask !== undefined && is50(v.SnapshotByTimeOffsetTask) && v.SampleSnapshotTask !== undefined && is55(v.SampleSnapshotTask) && v.ImageSpriteTask !== undefined && is57(v.ImageSpriteTask) && (v.AdaptiveDynamicStreamingTask === undefined || is60(v.AdaptiveDynamicStreamingTask)); }
const is61 = (v: any): boolean => Array.isArray(v) && every(v, checkmediaResult);
const is62 = (v: any): boolean => (v === "Porn" || v === "Terrorism" || v === "Political" || v === "Porn.Asr" || v === "Porn.Ocr" || v === "Political.Asr" || v === "Political.Ocr" || v === "Terrorism.Ocr" || v === "Prohibited.Asr" || v === "Prohibited.Ocr") && typeof v === 'string';
function checktemplateInput(v: any): boolean { return isObject(v) && is2(v.Definition); }
const is63 = (v: any): boolean => Number.isFinite(v) && v >= 0 && v <= 100;
const is64 = (v: any): boolean => (v === "pass" || v === "review" || v === "block") && typeof v === 'string';
const is65 = (v: any): boolean => (v === "" || v === "porn" || v === "sexy" || v === "vulgar" || v === "intimacy" || v === "guns" || v === "crowd" || v === "police" || v === "bloody" || v === "banners" || v === "militant" || v === "explosion" || v === "terrorists" || v === "scenario") && typeof v === 'string';
const is66 = (v: any): boolean => (v === "porn" || v === "sexy" || v === "vulgar" || v === "intimacy" || v === "guns" || v === "crowd" || v === "police" || v === "bloody" || v === "banners" || v === "militant" || v === "explosion" || v === "terrorists" || v === "scenario") && typeof v === 'string';
const is67 = (v: any): boolean => typeof v === 'string' && pattern13.test(v);
function checkpictureReviewSegment(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence) && is64(v.Suggestion) && is66(v.Label) && is8(v.Url) && is67(v.PicUrlExpireTime); }
const is68 = (v: any): boolean => Array.isArray(v) && every(v, checkpictureReviewSegment);
function checkpictureReviewOutput(v: any): boolean { return isObject(v) && is63(v.Confidence) && is64(v.Suggestion) && is65(v.Label) && is68(v.SegmentSet); }
const is69 = (v: any): boolean => ((checkpictureReviewOutput(v)) || (v === null));
function checkpictureReviewTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is69(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is70 = (v: any): boolean => ((checkpictureReviewTask(v)) || (v === null));
const is71 = (v: any): boolean => (v === "" || v === "violation_photo" || v === "politician") && typeof v === 'string';
const pattern15 = /^[a-z]+_[a-z]+$/u;
const is72 = (v: any): boolean => typeof v === 'string' && pattern15.test(v);
const is73 = (v: any): boolean => Array.isArray(v) && v.length <= 4 && every(v, is2);
function checkpoliticalReviewSegment(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence) && is64(v.Suggestion) && typeof v.Name === 'string' && is72(v.Label) && is73(v.AreaCoordSet) && is8(v.Url) && is67(v.PicUrlExpireTime); }
const is74 = (v: any): boolean => Array.isArray(v) && every(v, checkpoliticalReviewSegment);
function checkpoliticalReviewOutput(v: any): boolean { return isObject(v) && is63(v.Confidence) && is64(v.Suggestion) && is71(v.Label) && is74(v.SegmentSet); }
const is75 = (v: any): boolean => ((checkpoliticalReviewOutput(v)) || (v === null));
function checkpoliticalReviewTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is75(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is76 = (v: any): boolean => ((checkpoliticalReviewTask(v)) || (v === null));
function checkasrReviewSegment(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence) && is64(v.Suggestion) && is53(v.KeywordSet); }
const is77 = (v: any): boolean => Array.isArray(v) && every(v, checkasrReviewSegment);
function checkasrReviewOutput(v: any): boolean { return isObject(v) && is63(v.Confidence) && is64(v.Suggestion) && is77(v.SegmentSet); }
const is78 = (v: any): boolean => ((checkasrReviewOutput(v)) || (v === null));
function checkasrReviewTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is78(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is79 = (v: any): boolean => ((checkasrReviewTask(v)) || (v === null));
function checkocrReviewSegment(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence) && is64(v.Suggestion) && is53(v.KeywordSet) && is73(v.AreaCoordSet) && is8(v.Url) && is67(v.PicUrlExpireTime); }
const is80 = (v: any): boolean => Array.isArray(v) && every(v, checkocrReviewSegment);
function checkocrReviewOutput(v: any): boolean { return isObject(v) && is63(v.Confidence) && is64(v.Suggestion) && is80(v.SegmentSet); }
const is81 = (v: any): boolean => ((checkocrReviewOutput(v)) || (v === null));
function checkocrReviewTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is81(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is82 = (v: any): boolean => ((checkocrReviewTask(v)) || (v === null));
function checkreviewResult(v: any): boolean { return isObject(v) && is62(v.Type) && is16(v.SampleRate) && is16(v.Duration) && v.PornTask !== undefined && is70(v.PornTask) && v.TerrorismTask !== undefined && is70(v.TerrorismTask) && v.PoliticalTask !== undefined && is76(v.PoliticalTask) && v.PornAsrTask !== undefined && is79(v.PornAsrTask) && v.PornOcrTask !== undefined && is82(v.PornOcrTask) && v.PoliticalAsrTask !== undefined && is79(v.PoliticalAsrTask) && v.PoliticalOcrTask !== undefined && is82(v.PoliticalOcrTask) && v.TerrorismOcrTask !== undefined && is82(v.TerrorismOcrTask) && v.ProhibitedAsrTask !== undefined && is79(v.ProhibitedAsrTask) && v.ProhibitedOcrTask !== undefined && is82(v.ProhibitedOcrTask); }
const is83 = (v: any): boolean => Array.isArray(v) && every(v, checkreviewResult);
const is84 = (v: any): boolean => (v === "Classification" || v === "Cover" || v === "Tag" || v === "FrameTag" || v === "Highlight" || v === "DeLogo" || v === "SegmentRecognition" || v === "HeadTailRecognition" || v === "Description" || v === "HorizontalToVertical" || v === "Dubbing" || v === "VideoRemake" || v === "VideoComprehension" || v === "Cutout" || v === "Reel") && typeof v === 'string';
function checkanalysisInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.ExtendedParameter === undefined || typeof v.ExtendedParameter === 'string'); }
function checkclassification(v: any): boolean { return isObject(v) && typeof v.Classification === 'string' && is63(v.Confidence); }
const is85 = (v: any): boolean => Array.isArray(v) && every(v, checkclassification);
function checkanalysisClassificationOutput(v: any): boolean { return isObject(v) && is85(v.ClassificationSet); }
const is86 = (v: any): boolean => ((checkanalysisClassificationOutput(v)) || (v === null));
function checkanalysisClassificationTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is86(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is87 = (v: any): boolean => ((checkanalysisClassificationTask(v)) || (v === null));
function checkcover(v: any): boolean { return isObject(v) && typeof v.CoverPath === 'string' && is63(v.Confidence); }
const is88 = (v: any): boolean => Array.isArray(v) && every(v, checkcover);
function checkanalysisCoverOutput(v: any): boolean { return isObject(v) && is88(v.CoverSet) && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is89 = (v: any): boolean => ((checkanalysisCoverOutput(v)) || (v === null));
function checkanalysisCoverTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is89(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is90 = (v: any): boolean => ((checkanalysisCoverTask(v)) || (v === null));
function checktag(v: any): boolean { return isObject(v) && typeof v.Tag === 'string' && is63(v.Confidence) && (v.SpecialInfo === undefined || typeof v.SpecialInfo === 'string'); }
const is91 = (v: any): boolean => Array.isArray(v) && every(v, checktag);
function checkanalysisTagOutput(v: any): boolean { return isObject(v) && is91(v.TagSet); }
const is92 = (v: any): boolean => ((checkanalysisTagOutput(v)) || (v === null));
function checkanalysisTagTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is92(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is93 = (v: any): boolean => ((checkanalysisTagTask(v)) || (v === null));
function checkframeTag(v: any): boolean { return isObject(v) && typeof v.Tag === 'string' && is53(v.CategorySet) && is63(v.Confidence); }
const is94 = (v: any): boolean => Array.isArray(v) && every(v, checkframeTag);
function checkframeTagSegment(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is94(v.TagSet); }
const is95 = (v: any): boolean => Array.isArray(v) && every(v, checkframeTagSegment);
function checkanalysisFrameTagOutput(v: any): boolean { return isObject(v) && is95(v.SegmentSet); }
const is96 = (v: any): boolean => ((checkanalysisFrameTagOutput(v)) || (v === null));
function checkanalysisFrameTagTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is96(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is97 = (v: any): boolean => ((checkanalysisFrameTagTask(v)) || (v === null));
function checkhighlightSegment(v: any): boolean { return isObject(v) && is63(v.Confidence) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset); }
const is98 = (v: any): boolean => Array.isArray(v) && every(v, checkhighlightSegment);
function checkhighlight(v: any): boolean { return isObject(v) && typeof v.HighlightPath === 'string' && typeof v.CovImgPath === 'string' && is63(v.Confidence) && is16(v.Duration) && is98(v.SegmentSet); }
const is99 = (v: any): boolean => Array.isArray(v) && every(v, checkhighlight);
function checkanalysisHighlightOutput(v: any): boolean { return isObject(v) && is99(v.HighlightSet) && v.OutputStorage !== undefined && is33(v.OutputStorage); }
const is100 = (v: any): boolean => ((checkanalysisHighlightOutput(v)) || (v === null));
function checkanalysisHighlightTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is100(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is101 = (v: any): boolean => ((checkanalysisHighlightTask(v)) || (v === null));
function checkanalysisDeLogoOutput(v: any): boolean { return isObject(v) && typeof v.Path === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage) && (v.OriginSubtitlePath === undefined || typeof v.OriginSubtitlePath === 'string') && (v.TranslateSubtitlePath === undefined || typeof v.TranslateSubtitlePath === 'string'); }
const is102 = (v: any): boolean => ((checkanalysisDeLogoOutput(v)) || (v === null));
function checkanalysisDeLogoTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is102(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is103 = (v: any): boolean => ((checkanalysisDeLogoTask(v)) || (v === null));
function checktopic(v: any): boolean { return isObject(v) && is63(v.Confidence) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && (v.SegmentUrl === undefined || is8(v.SegmentUrl)) && (v.Title === undefined || typeof v.Title === 'string') && (v.Summary === undefined || typeof v.Summary === 'string') && (v.Keywords === undefined || is53(v.Keywords)); }
const is104 = (v: any): boolean => Array.isArray(v) && every(v, checktopic);
const is105 = (v: any): boolean => ((typeof v === 'string') || (v === null));
function checkanalysisSegmentOutput(v: any): boolean { return isObject(v) && is104(v.SegmentSet) && (v.Abstract === undefined || is105(v.Abstract)); }
const is106 = (v: any): boolean => ((checkanalysisSegmentOutput(v)) || (v === null));
function checkanalysisSegmentTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is106(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is107 = (v: any): boolean => ((checkanalysisSegmentTask(v)) || (v === null));
const is108 = (v: any): boolean => ((Number.isFinite(v) && v >= 0) || (v === null));
function checkanalysisHeadTailOutput(v: any): boolean { return isObject(v) && is108(v.HeadTimeOffset) && is108(v.TailTimeOffset); }
const is109 = (v: any): boolean => ((checkanalysisHeadTailOutput(v)) || (v === null));
function checkanalysisHeadTailTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is109(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is110 = (v: any): boolean => ((checkanalysisHeadTailTask(v)) || (v === null));
function checkdescription(v: any): boolean { return isObject(v) && typeof v.Description === 'string' && is63(v.Confidence) && typeof v.Title === 'string' && is53(v.Keywords); }
const is111 = (v: any): boolean => Array.isArray(v) && every(v, checkdescription);
function checkanalysisDescriptionOutput(v: any): boolean { return isObject(v) && is111(v.DescriptionSet); }
const is112 = (v: any): boolean => ((checkanalysisDescriptionOutput(v)) || (v === null));
function checkanalysisDescriptionTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is112(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is113 = (v: any): boolean => ((checkanalysisDescriptionTask(v)) || (v === null));
function checkanalysisHorizontalToVerticalOutput(v: any): boolean { return isObject(v) && typeof v.Path === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage) && is63(v.Confidence); }
const is114 = (v: any): boolean => ((checkanalysisHorizontalToVerticalOutput(v)) || (v === null));
function checkanalysisHorizontalToVerticalTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is114(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is115 = (v: any): boolean => ((checkanalysisHorizontalToVerticalTask(v)) || (v === null));
function checkanalysisDubbingOutput(v: any): boolean { return isObject(v) && typeof v.VideoPath === 'string' && typeof v.SpeakerPath === 'string' && (v.VoiceId === undefined || is12(v.VoiceId)) && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is116 = (v: any): boolean => ((checkanalysisDubbingOutput(v)) || (v === null));
function checkanalysisDubbingTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is116(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is117 = (v: any): boolean => ((checkanalysisDubbingTask(v)) || (v === null));
function checkanalysisFileOutput(v: any): boolean { return isObject(v) && typeof v.Path === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is118 = (v: any): boolean => ((checkanalysisFileOutput(v)) || (v === null));
function checkanalysisVideoRemakeTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is118(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is119 = (v: any): boolean => ((checkanalysisVideoRemakeTask(v)) || (v === null));
function checkscene(v: any): boolean { return isObject(v) && is16(v.StartTime) && is16(v.EndTime) && typeof v.Title === 'string' && typeof v.Description === 'string' && is53(v.Keywords); }
const is120 = (v: any): boolean => Array.isArray(v) && every(v, checkscene);
function checkanalysisVideoComprehensionOutput(v: any): boolean { return isObject(v) && typeof v.VideoComprehensionAnalysisResult === 'string' && typeof v.VideoComprehensionExtInfo === 'string' && is120(v.VideoComprehensionResultList); }
const is121 = (v: any): boolean => ((checkanalysisVideoComprehensionOutput(v)) || (v === null));
function checkanalysisVideoComprehensionTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is121(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is122 = (v: any): boolean => ((checkanalysisVideoComprehensionTask(v)) || (v === null));
function checkanalysisCutoutTask(v: any): boolean { return isObject(v) && is27(v.Status) && is12(v.ErrCodeExt) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is118(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is123 = (v: any): boolean => ((checkanalysisCutoutTask(v)) || (v === null));
function checkanalysisReelOutput(v: any): boolean { return isObject(v) && typeof v.VideoPath === 'string' && is53(v.VideoPaths) && typeof v.ScriptPath === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is124 = (v: any): boolean => ((checkanalysisReelOutput(v)) || (v === null));
function checkanalysisReelTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is124(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is125 = (v: any): boolean => ((checkanalysisReelTask(v)) || (v === null));
function checkanalysisResult(v: any): boolean { return isObject(v) && is84(v.Type) && (v.ClassificationTask === undefined || is87(v.ClassificationTask)) && (v.CoverTask === undefined || is90(v.CoverTask)) && (v.TagTask === undefined || is93(v.TagTask)) && (v.FrameTagTask === undefined || is97(v.FrameTagTask)) && (v.HighlightTask === undefined || is101(v.HighlightTask)) && (v.DeLogoTask === undefined || is103(v.DeLogoTask)) && (v.SegmentTask === undefined || is107(v.SegmentTask)) && (v.HeadTailTask === undefined || is110(v.HeadTailTask)) && (v.DescriptionTask === undefined || is113(v.DescriptionTask)) && (v.HorizontalToVerticalTask === undefined || is115(v.HorizontalToVerticalTask)) && (v.DubbingTask === undefined || is117(v.DubbingTask)) && (v.VideoRemakeTask === undefined || is119(v.VideoRemakeTask)) && (v.VideoComprehensionTask === undefined || is122(v.VideoComprehensionTask)) && (v.CutoutTask === undefined || is123(v.CutoutTask)) && (v.ReelTask === undefined || is125(v.ReelTask)); }
const is126 = (v: any): boolean => Array.isArray(v) && every(v, checkanalysisResult);
const is127 = (v: any): boolean => (v === "FaceRecognition" || v === "AsrWordsRecognition" || v === "AsrFullTextRecognition" || v === "OcrWordsRecognition" || v === "OcrFullTextRecognition" || v === "TransTextRecognition" || v === "ObjectRecognition") && typeof v === 'string';
const pattern16 = /^[A-Za-z0-9_-]*$/u;
const is128 = (v: any): boolean => typeof v === 'string' && pattern16.test(v);
const is129 = (v: any): boolean => (v === "Default" || v === "UserDefine") && typeof v === 'string';
function checkplacedSegment(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence) && is73(v.AreaCoordSet); }
const is130 = (v: any): boolean => Array.isArray(v) && every(v, checkplacedSegment);
const is131 = (v: any): boolean => (v === "" || v === "Male" || v === "Female") && typeof v === 'string';
const pattern17 = /^(?:https?:\/\/[!-~]+)?$/u;
const is132 = (v: any): boolean => typeof v === 'string' && pattern17.test(v);
function checkface(v: any): boolean { return isObject(v) && is128(v.Id) && is129(v.Type) && typeof v.Name === 'string' && is130(v.SegmentSet) && (v.Gender === undefined || is131(v.Gender)) && (v.Url === undefined || is132(v.Url)); }
const is133 = (v: any): boolean => Array.isArray(v) && every(v, checkface);
function checkrecognitionFaceOutput(v: any): boolean { return isObject(v) && is133(v.ResultSet); }
const is134 = (v: any): boolean => ((checkrecognitionFaceOutput(v)) || (v === null));
function checkrecognitionFaceTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is134(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is135 = (v: any): boolean => ((checkrecognitionFaceTask(v)) || (v === null));
function checkspokenSegment(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence); }
const is136 = (v: any): boolean => Array.isArray(v) && every(v, checkspokenSegment);
function checkspokenWord(v: any): boolean { return isObject(v) && typeof v.Word === 'string' && is136(v.SegmentSet); }
const is137 = (v: any): boolean => Array.isArray(v) && every(v, checkspokenWord);
function checkrecognitionAsrWordsOutput(v: any): boolean { return isObject(v) && is137(v.ResultSet); }
const is138 = (v: any): boolean => ((checkrecognitionAsrWordsOutput(v)) || (v === null));
function checkrecognitionAsrWordsTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is138(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is139 = (v: any): boolean => ((checkrecognitionAsrWordsTask(v)) || (v === null));
function checkspokenText(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence) && typeof v.Text === 'string'; }
const is140 = (v: any): boolean => Array.isArray(v) && every(v, checkspokenText);
function checkrecognitionAsrFullTextOutput(v: any): boolean { return isObject(v) && is140(v.SegmentSet) && typeof v.SubtitlePath === 'string'; }
const is141 = (v: any): boolean => ((checkrecognitionAsrFullTextOutput(v)) || (v === null));
function checkrecognitionAsrFullTextTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is141(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is142 = (v: any): boolean => ((checkrecognitionAsrFullTextTask(v)) || (v === null));
function checkwrittenWord(v: any): boolean { return isObject(v) && typeof v.Word === 'string' && is130(v.SegmentSet); }
const is143 = (v: any): boolean => Array.isArray(v) && every(v, checkwrittenWord);
function checkrecognitionOcrWordsOutput(v: any): boolean { return isObject(v) && is143(v.ResultSet); }
const is144 = (v: any): boolean => ((checkrecognitionOcrWordsOutput(v)) || (v === null));
function checkrecognitionOcrWordsTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is144(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is145 = (v: any): boolean => ((checkrecognitionOcrWordsTask(v)) || (v === null));
function checkwrittenLine(v: any): boolean { return isObject(v) && is63(v.Confidence) && is73(v.AreaCoordSet) && typeof v.Text === 'string'; }
const is146 = (v: any): boolean => Array.isArray(v) && every(v, checkwrittenLine);
function checkwrittenText(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is146(v.TextSet); }
const is147 = (v: any): boolean => Array.isArray(v) && every(v, checkwrittenText);
function checkrecognitionOcrFullTextOutput(v: any): boolean { return isObject(v) && is147(v.SegmentSet); }
const is148 = (v: any): boolean => ((checkrecognitionOcrFullTextOutput(v)) || (v === null));
function checkrecognitionOcrFullTextTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is148(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is149 = (v: any): boolean => ((checkrecognitionOcrFullTextTask(v)) || (v === null));
function checktranslatedText(v: any): boolean { return isObject(v) && is16(v.StartTimeOffset) && is16(v.EndTimeOffset) && is63(v.Confidence) && typeof v.Text === 'string' && typeof v.Trans === 'string'; }
const is150 = (v: any): boolean => Array.isArray(v) && every(v, checktranslatedText);
function checkrecognitionTransTextOutput(v: any): boolean { return isObject(v) && is150(v.SegmentSet) && typeof v.SubtitlePath === 'string'; }
const is151 = (v: any): boolean => ((checkrecognitionTransTextOutput(v)) || (v === null));
function checkrecognitionTransTextTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || is12(v.ErrCodeExt)) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is151(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is152 = (v: any): boolean => ((checkrecognitionTransTextTask(v)) || (v === null));
function checkobject(v: any): boolean { return isObject(v) && typeof v.Name === 'string' && is130(v.SegmentSet); }
const is153 = (v: any): boolean => Array.isArray(v) && every(v, checkobject);
function checkrecognitionObjectOutput(v: any): boolean { return isObject(v) && is153(v.ResultSet); }
const is154 = (v: any): boolean => ((checkrecognitionObjectOutput(v)) || (v === null));
function checkrecognitionObjectTask(v: any): boolean { return isObject(v) && is27(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is154(v.Output) && (v.Progress === undefined || is39(v.Progress)) && (v.BeginProcessTime === undefined || is40(v.BeginProcessTime)) && (v.FinishTime === undefined || is40(v.FinishTime)); }
const is155 = (v: any): boolean => ((checkrecognitionObjectTask(v)) || (v === null));
function checkrecognitionResult(v: any): boolean { return isObject(v) && is127(v.Type) && (v.FaceTask === undefined || is135(v.FaceTask)) && (v.AsrWordsTask === undefined || is139(v.AsrWordsTask)) && (v.AsrFullTextTask === undefined || is142(v.AsrFullTextTask)) && (v.OcrWordsTask === undefined || is145(v.OcrWordsTask)) && (v.OcrFullTextTask === undefined || is149(v.OcrFullTextTask)) && (v.TransTextTask === undefined || is152(v.TransTextTask)) && (v.ObjectTask === undefined || is155(v.ObjectTask)); }
const is156 = (v: any): boolean => Array.isArray(v) && every(v, checkrecognitionResult);
function checktask(v: any): boolean { return isObject(v) && is0(v.TaskId) && is1(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.InputInfo !== undefined && is15(v.InputInfo) && v.MetaData !== undefined && is25(v.MetaData) && is61(v.MediaProcessResultSet) && (v.AiContentReviewResultSet === undefined || is83(v.AiContentReviewResultSet)) && (v.AiAnalysisResultSet === undefined || is126(v.AiAnalysisResultSet)) && (v.AiRecognitionResultSet === undefined || is156(v.AiRecognitionResultSet)); }
const is157 = (v: any): boolean => typeof v === 'string' && (v.length <= 50 || codePoints(v) <= 50);
const is158 = (v: any): boolean => typeof v === 'string' && (v.length <= 1000 || codePoints(v) <= 1000);

export function validate(v: any): boolean { return isObject(v) && v.EventType === "WorkflowTask" && v.WorkflowTaskEvent !== undefined && checktask(v.WorkflowTaskEvent) && (v.EditMediaTaskEvent === undefined || v.EditMediaTaskEvent === null) && (v.SessionId === undefined || is157(v.SessionId)) && (v.SessionContext === undefined || is158(v.SessionContext)); }
