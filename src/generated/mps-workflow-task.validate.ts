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
function checks3Input(v: any): boolean { return isObject(v) && is6(v.S3Bucket) && is5(v.S3Region) && is6(v.S3Object); }
const is10 = (v: any): boolean => ((checks3Input(v)) || (v === null));
function checkvodInput(v: any): boolean { return isObject(v) && (v.Bucket === undefined || typeof v.Bucket === 'string') && (v.Region === undefined || is5(v.Region)) && (v.Object === undefined || typeof v.Object === 'string') && (v.SubAppId === undefined || is2(v.SubAppId)) && (v.FileId === undefined || typeof v.FileId === 'string'); }
const is11 = (v: any): boolean => ((checkvodInput(v)) || (v === null));
function checkinputInfo(v: any): boolean { return isObject(v) && is3(v.Type) && (v.CosInputInfo === undefined || is7(v.CosInputInfo)) && (v.UrlInputInfo === undefined || is9(v.UrlInputInfo)) && (v.S3InputInfo === undefined || is10(v.S3InputInfo)) && (v.VODInputInfo === undefined || is11(v.VODInputInfo)); }
const is12 = (v: any): boolean => ((checkinputInfo(v)) || (v === null));
const is13 = (v: any): boolean => Number.isFinite(v) && v >= 0;
const is14 = (v: any): boolean => ((Number.isInteger(v) && v >= 0) || (v === null));
const is15 = (v: any): boolean => ((typeof v === 'string') || (v === null));
function checkaudioStream(v: any): boolean { return isObject(v) && is2(v.Bitrate) && is6(v.Codec) && is2(v.SamplingRate) && (v.Channel === undefined || is14(v.Channel)) && (v.Codecs === undefined || is15(v.Codecs)); }
const is16 = (v: any): boolean => Array.isArray(v) && every(v, checkaudioStream);
const is17 = (v: any): boolean => Number.isInteger(v) && v >= 0 && v <= 360;
function checkvideoStream(v: any): boolean { return isObject(v) && is2(v.Bitrate) && is6(v.Codec) && is13(v.Fps) && is2(v.Height) && is2(v.Width) && (v.ColorPrimaries === undefined || is15(v.ColorPrimaries)) && (v.ColorSpace === undefined || is15(v.ColorSpace)) && (v.ColorTransfer === undefined || is15(v.ColorTransfer)) && (v.HdrType === undefined || is15(v.HdrType)) && (v.Codecs === undefined || is15(v.Codecs)); }
const is18 = (v: any): boolean => Array.isArray(v) && every(v, checkvideoStream);
function checkmetaData(v: any): boolean { return isObject(v) && is13(v.AudioDuration) && is16(v.AudioStreamSet) && is2(v.Bitrate) && is6(v.Container) && is13(v.Duration) && is2(v.Height) && is17(v.Rotate) && is2(v.Size) && is13(v.VideoDuration) && is18(v.VideoStreamSet) && is2(v.Width); }
const is19 = (v: any): boolean => ((checkmetaData(v)) || (v === null));
const is20 = (v: any): boolean => (v === "Transcode" || v === "AnimatedGraphics" || v === "SnapshotByTimeOffset" || v === "SampleSnapshot" || v === "ImageSprites" || v === "CoverBySnapshot" || v === "AdaptiveDynamicStreaming") && typeof v === 'string';
const is21 = (v: any): boolean => (v === "PROCESSING" || v === "SUCCESS" || v === "FAIL") && typeof v === 'string';
function checkwatermark(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.TextContent === undefined || typeof v.TextContent === 'string') && (v.SvgContent === undefined || typeof v.SvgContent === 'string'); }
const is22 = (v: any): boolean => ((Array.isArray(v) && every(v, checkwatermark)) || (v === null));
const is23 = (v: any): boolean => (v === "COS" || v === "AWS-S3" || v === "VOD") && typeof v === 'string';
function checkcosOutput(v: any): boolean { return isObject(v) && is4(v.Bucket) && is5(v.Region); }
const is24 = (v: any): boolean => ((checkcosOutput(v)) || (v === null));
function checks3Output(v: any): boolean { return isObject(v) && is6(v.S3Bucket) && is5(v.S3Region); }
const is25 = (v: any): boolean => ((checks3Output(v)) || (v === null));
function checkvodOutput(v: any): boolean { return isObject(v) && (v.Bucket === undefined || typeof v.Bucket === 'string') && (v.Region === undefined || is5(v.Region)) && (v.SubAppId === undefined || is2(v.SubAppId)); }
const is26 = (v: any): boolean => ((checkvodOutput(v)) || (v === null));
function checkoutputStorage(v: any): boolean { return isObject(v) && is23(v.Type) && (v.CosOutputStorage === undefined || is24(v.CosOutputStorage)) && (v.S3OutputStorage === undefined || is25(v.S3OutputStorage)) && (v.VODOutputStorage === undefined || is26(v.VODOutputStorage)); }
const is27 = (v: any): boolean => ((checkoutputStorage(v)) || (v === null));
function checknumberFormat(v: any): boolean { return isObject(v) && is2(v.InitialValue) && is2(v.Increment) && is2(v.MinLength) && typeof v.PlaceHolder === 'string'; }
const is28 = (v: any): boolean => ((checknumberFormat(v)) || (v === null));
function checktranscodeInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.WatermarkSet === undefined || is22(v.WatermarkSet)) && v.OutputStorage !== undefined && is27(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.SegmentObjectName === undefined || typeof v.SegmentObjectName === 'string') && (v.ObjectNumberFormat === undefined || is28(v.ObjectNumberFormat)) && (v.StartTimeOffset === undefined || is13(v.StartTimeOffset)) && (v.EndTimeOffset === undefined || is13(v.EndTimeOffset)); }
const pattern4 = /^\//u;
const is29 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const pattern5 = /^[0-9a-f]{32}$/u;
const is30 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
function checktranscodeOutput(v: any): boolean { return isObject(v) && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage) && is29(v.Path) && is2(v.Definition) && is2(v.Bitrate) && is2(v.Height) && is2(v.Width) && is2(v.Size) && is13(v.Duration) && is6(v.Container) && is30(v.Md5) && is18(v.VideoStreamSet) && is16(v.AudioStreamSet); }
const is31 = (v: any): boolean => ((checktranscodeOutput(v)) || (v === null));
const is32 = (v: any): boolean => ((Number.isInteger(v) && v >= 0 && v <= 100) || (v === null));
const pattern6 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;
const is33 = (v: any): boolean => ((typeof v === 'string' && pattern6.test(v)) || (v === null));
function checktranscodeTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktranscodeInput(v.Input) && v.Output !== undefined && is31(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is34 = (v: any): boolean => ((checktranscodeTask(v)) || (v === null));
function checkanimatedGraphicInput(v: any): boolean { return isObject(v) && is2(v.Definition) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && v.OutputStorage !== undefined && is27(v.OutputStorage) && typeof v.OutputObjectPath === 'string'; }
function checkanimatedGraphicOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is29(v.Path) && is2(v.Definition) && is6(v.Container) && is2(v.Height) && is2(v.Width) && is2(v.Bitrate) && is2(v.Size) && is30(v.Md5) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset); }
const is35 = (v: any): boolean => ((checkanimatedGraphicOutput(v)) || (v === null));
function checkanimatedGraphicTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkanimatedGraphicInput(v.Input) && v.Output !== undefined && is35(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is36 = (v: any): boolean => ((checkanimatedGraphicTask(v)) || (v === null));
const is37 = (v: any): boolean => typeof v === 'string';
const is38 = (v: any): boolean => Array.isArray(v) && every(v, is37);
const is39 = (v: any): boolean => Array.isArray(v) && every(v, is13);
function checksnapshotByTimeOffsetInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.ExtTimeOffsetSet === undefined || is38(v.ExtTimeOffsetSet)) && (v.TimeOffsetSet === undefined || is39(v.TimeOffsetSet)) && (v.WatermarkSet === undefined || is22(v.WatermarkSet)) && v.OutputStorage !== undefined && is27(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.ObjectNumberFormat === undefined || is28(v.ObjectNumberFormat)); }
const is40 = (v: any): boolean => Array.isArray(v) && every(v, is2);
function checktimedPicture(v: any): boolean { return isObject(v) && is13(v.TimeOffset) && is29(v.Path) && is40(v.WaterMarkDefinition); }
const is41 = (v: any): boolean => Array.isArray(v) && every(v, checktimedPicture);
function checksnapshotByTimeOffsetOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is2(v.Definition) && is41(v.PicInfoSet); }
const is42 = (v: any): boolean => ((checksnapshotByTimeOffsetOutput(v)) || (v === null));
function checksnapshotByTimeOffsetTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checksnapshotByTimeOffsetInput(v.Input) && v.Output !== undefined && is42(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is43 = (v: any): boolean => ((checksnapshotByTimeOffsetTask(v)) || (v === null));
function checksampleSnapshotInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.WatermarkSet === undefined || is22(v.WatermarkSet)) && v.OutputStorage !== undefined && is27(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.ObjectNumberFormat === undefined || is28(v.ObjectNumberFormat)); }
const is44 = (v: any): boolean => (v === "Percent" || v === "Time") && typeof v === 'string';
function checksampleSnapshotOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is2(v.Definition) && is44(v.SampleType) && is13(v.Interval) && is38(v.ImagePathSet) && is40(v.WaterMarkDefinition); }
const is45 = (v: any): boolean => ((checksampleSnapshotOutput(v)) || (v === null));
function checksampleSnapshotTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checksampleSnapshotInput(v.Input) && v.Output !== undefined && is45(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is46 = (v: any): boolean => ((checksampleSnapshotTask(v)) || (v === null));
function checkimageSpriteInput(v: any): boolean { return isObject(v) && is2(v.Definition) && v.OutputStorage !== undefined && is27(v.OutputStorage) && typeof v.OutputObjectPath === 'string' && (v.WebVttObjectName === undefined || typeof v.WebVttObjectName === 'string') && (v.ObjectNumberFormat === undefined || is28(v.ObjectNumberFormat)); }
function checkimageSpriteOutput(v: any): boolean { return isObject(v) && v.Storage !== undefined && checkoutputStorage(v.Storage) && is2(v.Definition) && is2(v.Height) && is2(v.Width) && is2(v.TotalCount) && is38(v.ImagePathSet) && typeof v.WebVttPath === 'string'; }
const is47 = (v: any): boolean => ((checkimageSpriteOutput(v)) || (v === null));
function checkimageSpriteTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkimageSpriteInput(v.Input) && v.Output !== undefined && is47(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is48 = (v: any): boolean => ((checkimageSpriteTask(v)) || (v === null));
function checkadaptiveDynamicStreamingInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.WatermarkSet === undefined || is22(v.WatermarkSet)) && v.OutputStorage !== undefined && is27(v.OutputStorage) && typeof v.OutputObjectPath === 'string'; }
const is49 = (v: any): boolean => (v === "HLS" || v === "MPEG-DASH") && typeof v === 'string';
function checkadaptiveDynamicStreamingOutput(v: any): boolean { return isObject(v) && is2(v.Definition) && is49(v.Package) && is29(v.Path) && v.Storage !== undefined && checkoutputStorage(v.Storage); }
const is50 = (v: any): boolean => ((checkadaptiveDynamicStreamingOutput(v)) || (v === null));
function checkadaptiveDynamicStreamingTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.ErrCodeExt === 'string' && typeof v.Message === 'string' && v.Input !== undefined && checkadaptiveDynamicStreamingInput(v.Input) && v.Output !== undefined && is50(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is51 = (v: any): boolean => ((checkadaptiveDynamicStreamingTask(v)) || (v === null));
function checkmediaResult(v: any): boolean { return isObject(v) && is20(v.Type) && v.TranscodeTask !== undefined && is34(v.TranscodeTask) && v.AnimatedGraphicTask !== undefined && is36(v.AnimatedGraphicTask) && v.SnapshotByTimeOffsetTask !== undefined && is43(v.SnapshotByTimeOffsetTask) && v.SampleSnapshotTask !== undefined && is46(v.SampleSnapshotTask) && v.ImageSpriteTask !== undefined && is48(v.ImageSpriteTask) && (v.AdaptiveDynamicStreamingTask === undefined || is51(v.AdaptiveDynamicStreamingTask)); }
const is52 = (v: any): boolean => Array.isArray(v) && every(v, checkmediaResult);
const is53 = (v: any): boolean => (v === "Porn" || v === "Terrorism" || v === "Political" || v === "Porn.Asr" || v === "Porn.Ocr" || v === "Political.Asr" || v === "Political.Ocr" || v === "Terrorism.Ocr" || v === "Prohibited.Asr" || v === "Prohibited.Ocr") && typeof v === 'string';
function checktemplateInput(v: any): boolean { return isObject(v) && is2(v.Definition); }
const is54 = (v: any): boolean => Number.isFinite(v) && v >= 0 && v <= 100;
const is55 = (v: any): boolean => (v === "pass" || v === "review" || v === "block") && typeof v === 'string';
const is56 = (v: any): boolean => (v === "" || v === "porn" || v === "sexy" || v === "vulgar" || v === "intimacy" || v === "guns" || v === "crowd" || v === "police" || v === "bloody" || v === "banners" || v === "militant" || v === "explosion" || v === "terrorists" || v === "scenario") && typeof v === 'string';
const is57 = (v: any): boolean => (v === "porn" || v === "sexy" || v === "vulgar" || v === "intimacy" || v === "guns" || v === "crowd" || v === "police" || v === "bloody" || v === "banners" || v === "militant" || v === "explosion" || v === "terrorists" || v === "scenario") && typeof v === 'string';
const is58 = (v: any): boolean => typeof v === 'string' && pattern6.test(v);
function checkpictureReviewSegment(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence) && is55(v.Suggestion) && is57(v.Label) && is8(v.Url) && is58(v.PicUrlExpireTime); }
const is59 = (v: any): boolean => Array.isArray(v) && every(v, checkpictureReviewSegment);
function checkpictureReviewOutput(v: any): boolean { return isObject(v) && is54(v.Confidence) && is55(v.Suggestion) && is56(v.Label) && is59(v.SegmentSet); }
const is60 = (v: any): boolean => ((checkpictureReviewOutput(v)) || (v === null));
function checkpictureReviewTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is60(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is61 = (v: any): boolean => ((checkpictureReviewTask(v)) || (v === null));
const is62 = (v: any): boolean => (v === "" || v === "violation_photo" || v === "politician") && typeof v === 'string';
const pattern7 = /^[a-z]+_[a-z]+$/u;
const is63 = (v: any): boolean => typeof v === 'string' && pattern7.test(v);
const is64 = (v: any): boolean => Array.isArray(v) && v.length <= 4 && every(v, is2);
function checkpoliticalReviewSegment(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence) && is55(v.Suggestion) && typeof v.Name === 'string' && is63(v.Label) && is64(v.AreaCoordSet) && is8(v.Url) && is58(v.PicUrlExpireTime); }
const is65 = (v: any): boolean => Array.isArray(v) && every(v, checkpoliticalReviewSegment);
function checkpoliticalReviewOutput(v: any): boolean { return isObject(v) && is54(v.Confidence) && is55(v.Suggestion) && is62(v.Label) && is65(v.SegmentSet); }
const is66 = (v: any): boolean => ((checkpoliticalReviewOutput(v)) || (v === null));
function checkpoliticalReviewTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is66(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is67 = (v: any): boolean => ((checkpoliticalReviewTask(v)) || (v === null));
function checkasrReviewSegment(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence) && is55(v.Suggestion) && is38(v.KeywordSet); }
const is68 = (v: any): boolean => Array.isArray(v) && every(v, checkasrReviewSegment);
function checkasrReviewOutput(v: any): boolean { return isObject(v) && is54(v.Confidence) && is55(v.Suggestion) && is68(v.SegmentSet); }
const is69 = (v: any): boolean => ((checkasrReviewOutput(v)) || (v === null));
function checkasrReviewTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is69(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is70 = (v: any): boolean => ((checkasrReviewTask(v)) || (v === null));
function checkocrReviewSegment(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence) && is55(v.Suggestion) && is38(v.KeywordSet) && is64(v.AreaCoordSet) && is8(v.Url) && is58(v.PicUrlExpireTime); }
const is71 = (v: any): boolean => Array.isArray(v) && every(v, checkocrReviewSegment);
function checkocrReviewOutput(v: any): boolean { return isObject(v) && is54(v.Confidence) && is55(v.Suggestion) && is71(v.SegmentSet); }
const is72 = (v: any): boolean => ((checkocrReviewOutput(v)) || (v === null));
function checkocrReviewTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is72(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is73 = (v: any): boolean => ((checkocrReviewTask(v)) || (v === null));
function checkreviewResult(v: any): boolean { return isObject(v) && is53(v.Type) && is13(v.SampleRate) && is13(v.Duration) && v.PornTask !== undefined && is61(v.PornTask) && v.TerrorismTask !== undefined && is61(v.TerrorismTask) && v.PoliticalTask !== undefined && is67(v.PoliticalTask) && v.PornAsrTask !== undefined && is70(v.PornAsrTask) && v.PornOcrTask !== undefined && is73(v.PornOcrTask) && v.PoliticalAsrTask !== undefined && is70(v.PoliticalAsrTask) && v.PoliticalOcrTask !== undefined && is73(v.PoliticalOcrTask) && v.TerrorismOcrTask !== undefined && is73(v.TerrorismOcrTask) && v.ProhibitedAsrTask !== undefined && is70(v.ProhibitedAsrTask) && v.ProhibitedOcrTask !== undefined && is73(v.ProhibitedOcrTask); }
const is74 = (v: any): boolean => Array.isArray(v) && every(v, checkreviewResult);
const is75 = (v: any): boolean => (v === "Classification" || v === "Cover" || v === "Tag" || v === "FrameTag" || v === "Highlight" || v === "DeLogo" || v === "SegmentRecognition" || v === "HeadTailRecognition" || v === "Description" || v === "HorizontalToVertical" || v === "Dubbing" || v === "VideoRemake" || v === "VideoComprehension" || v === "Cutout" || v === "Reel") && typeof v === 'string';
function checkanalysisInput(v: any): boolean { return isObject(v) && is2(v.Definition) && (v.ExtendedParameter === undefined || typeof v.ExtendedParameter === 'string'); }
function checkclassification(v: any): boolean { return isObject(v) && typeof v.Classification === 'string' && is54(v.Confidence); }
const is76 = (v: any): boolean => Array.isArray(v) && every(v, checkclassification);
function checkanalysisClassificationOutput(v: any): boolean { return isObject(v) && is76(v.ClassificationSet); }
const is77 = (v: any): boolean => ((checkanalysisClassificationOutput(v)) || (v === null));
function checkanalysisClassificationTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is77(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is78 = (v: any): boolean => ((checkanalysisClassificationTask(v)) || (v === null));
function checkcover(v: any): boolean { return isObject(v) && typeof v.CoverPath === 'string' && is54(v.Confidence); }
const is79 = (v: any): boolean => Array.isArray(v) && every(v, checkcover);
function checkanalysisCoverOutput(v: any): boolean { return isObject(v) && is79(v.CoverSet) && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is80 = (v: any): boolean => ((checkanalysisCoverOutput(v)) || (v === null));
function checkanalysisCoverTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is80(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is81 = (v: any): boolean => ((checkanalysisCoverTask(v)) || (v === null));
function checktag(v: any): boolean { return isObject(v) && typeof v.Tag === 'string' && is54(v.Confidence) && (v.SpecialInfo === undefined || typeof v.SpecialInfo === 'string'); }
const is82 = (v: any): boolean => Array.isArray(v) && every(v, checktag);
function checkanalysisTagOutput(v: any): boolean { return isObject(v) && is82(v.TagSet); }
const is83 = (v: any): boolean => ((checkanalysisTagOutput(v)) || (v === null));
function checkanalysisTagTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is83(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is84 = (v: any): boolean => ((checkanalysisTagTask(v)) || (v === null));
function checkframeTag(v: any): boolean { return isObject(v) && typeof v.Tag === 'string' && is38(v.CategorySet) && is54(v.Confidence); }
const is85 = (v: any): boolean => Array.isArray(v) && every(v, checkframeTag);
function checkframeTagSegment(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is85(v.TagSet); }
const is86 = (v: any): boolean => Array.isArray(v) && every(v, checkframeTagSegment);
function checkanalysisFrameTagOutput(v: any): boolean { return isObject(v) && is86(v.SegmentSet); }
const is87 = (v: any): boolean => ((checkanalysisFrameTagOutput(v)) || (v === null));
function checkanalysisFrameTagTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is87(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is88 = (v: any): boolean => ((checkanalysisFrameTagTask(v)) || (v === null));
function checkhighlightSegment(v: any): boolean { return isObject(v) && is54(v.Confidence) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset); }
const is89 = (v: any): boolean => Array.isArray(v) && every(v, checkhighlightSegment);
function checkhighlight(v: any): boolean { return isObject(v) && typeof v.HighlightPath === 'string' && typeof v.CovImgPath === 'string' && is54(v.Confidence) && is13(v.Duration) && is89(v.SegmentSet); }
const is90 = (v: any): boolean => Array.isArray(v) && every(v, checkhighlight);
function checkanalysisHighlightOutput(v: any): boolean { return isObject(v) && is90(v.HighlightSet) && v.OutputStorage !== undefined && is27(v.OutputStorage); }
const is91 = (v: any): boolean => ((checkanalysisHighlightOutput(v)) || (v === null));
function checkanalysisHighlightTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is91(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is92 = (v: any): boolean => ((checkanalysisHighlightTask(v)) || (v === null));
function checkanalysisDeLogoOutput(v: any): boolean { return isObject(v) && typeof v.Path === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage) && (v.OriginSubtitlePath === undefined || typeof v.OriginSubtitlePath === 'string') && (v.TranslateSubtitlePath === undefined || typeof v.TranslateSubtitlePath === 'string'); }
const is93 = (v: any): boolean => ((checkanalysisDeLogoOutput(v)) || (v === null));
function checkanalysisDeLogoTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is93(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is94 = (v: any): boolean => ((checkanalysisDeLogoTask(v)) || (v === null));
function checktopic(v: any): boolean { return isObject(v) && is54(v.Confidence) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && (v.SegmentUrl === undefined || is8(v.SegmentUrl)) && (v.Title === undefined || typeof v.Title === 'string') && (v.Summary === undefined || typeof v.Summary === 'string') && (v.Keywords === undefined || is38(v.Keywords)); }
const is95 = (v: any): boolean => Array.isArray(v) && every(v, checktopic);
function checkanalysisSegmentOutput(v: any): boolean { return isObject(v) && is95(v.SegmentSet) && (v.Abstract === undefined || is15(v.Abstract)); }
const is96 = (v: any): boolean => ((checkanalysisSegmentOutput(v)) || (v === null));
function checkanalysisSegmentTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is96(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is97 = (v: any): boolean => ((checkanalysisSegmentTask(v)) || (v === null));
const is98 = (v: any): boolean => ((Number.isFinite(v) && v >= 0) || (v === null));
function checkanalysisHeadTailOutput(v: any): boolean { return isObject(v) && is98(v.HeadTimeOffset) && is98(v.TailTimeOffset); }
const is99 = (v: any): boolean => ((checkanalysisHeadTailOutput(v)) || (v === null));
function checkanalysisHeadTailTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is99(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is100 = (v: any): boolean => ((checkanalysisHeadTailTask(v)) || (v === null));
function checkdescription(v: any): boolean { return isObject(v) && typeof v.Description === 'string' && is54(v.Confidence) && typeof v.Title === 'string' && is38(v.Keywords); }
const is101 = (v: any): boolean => Array.isArray(v) && every(v, checkdescription);
function checkanalysisDescriptionOutput(v: any): boolean { return isObject(v) && is101(v.DescriptionSet); }
const is102 = (v: any): boolean => ((checkanalysisDescriptionOutput(v)) || (v === null));
function checkanalysisDescriptionTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is102(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is103 = (v: any): boolean => ((checkanalysisDescriptionTask(v)) || (v === null));
function checkanalysisHorizontalToVerticalOutput(v: any): boolean { return isObject(v) && typeof v.Path === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage) && is54(v.Confidence); }
const is104 = (v: any): boolean => ((checkanalysisHorizontalToVerticalOutput(v)) || (v === null));
function checkanalysisHorizontalToVerticalTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is104(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is105 = (v: any): boolean => ((checkanalysisHorizontalToVerticalTask(v)) || (v === null));
function checkanalysisDubbingOutput(v: any): boolean { return isObject(v) && typeof v.VideoPath === 'string' && typeof v.SpeakerPath === 'string' && (v.VoiceId === undefined || typeof v.VoiceId === 'string') && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is106 = (v: any): boolean => ((checkanalysisDubbingOutput(v)) || (v === null));
function checkanalysisDubbingTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is106(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is107 = (v: any): boolean => ((checkanalysisDubbingTask(v)) || (v === null));
function checkanalysisFileOutput(v: any): boolean { return isObject(v) && typeof v.Path === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is108 = (v: any): boolean => ((checkanalysisFileOutput(v)) || (v === null));
function checkanalysisVideoRemakeTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is108(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is109 = (v: any): boolean => ((checkanalysisVideoRemakeTask(v)) || (v === null));
function checkscene(v: any): boolean { return isObject(v) && is13(v.StartTime) && is13(v.EndTime) && typeof v.Title === 'string' && typeof v.Description === 'string' && is38(v.Keywords); }
const is110 = (v: any): boolean => Array.isArray(v) && every(v, checkscene);
function checkanalysisVideoComprehensionOutput(v: any): boolean { return isObject(v) && typeof v.VideoComprehensionAnalysisResult === 'string' && typeof v.VideoComprehensionExtInfo === 'string' && is110(v.VideoComprehensionResultList); }
const is111 = (v: any): boolean => ((checkanalysisVideoComprehensionOutput(v)) || (v === null));
function checkanalysisVideoComprehensionTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is111(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is112 = (v: any): boolean => ((checkanalysisVideoComprehensionTask(v)) || (v === null));
function checkanalysisCutoutTask(v: any): boolean { return isObject(v) && is21(v.Status) && typeof v.ErrCodeExt === 'string' && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is108(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is113 = (v: any): boolean => ((checkanalysisCutoutTask(v)) || (v === null));
function checkanalysisReelOutput(v: any): boolean { return isObject(v) && typeof v.VideoPath === 'string' && is38(v.VideoPaths) && typeof v.ScriptPath === 'string' && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage); }
const is114 = (v: any): boolean => ((checkanalysisReelOutput(v)) || (v === null));
function checkanalysisReelTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checkanalysisInput(v.Input) && v.Output !== undefined && is114(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is115 = (v: any): boolean => ((checkanalysisReelTask(v)) || (v === null));
function checkanalysisResult(v: any): boolean { return isObject(v) && is75(v.Type) && (v.ClassificationTask === undefined || is78(v.ClassificationTask)) && (v.CoverTask === undefined || is81(v.CoverTask)) && (v.TagTask === undefined || is84(v.TagTask)) && (v.FrameTagTask === undefined || is88(v.FrameTagTask)) && (v.HighlightTask === undefined || is92(v.HighlightTask)) && (v.DeLogoTask === undefined || is94(v.DeLogoTask)) && (v.SegmentTask === undefined || is97(v.SegmentTask)) && (v.HeadTailTask === undefined || is100(v.HeadTailTask)) && (v.DescriptionTask === undefined || is103(v.DescriptionTask)) && (v.HorizontalToVerticalTask === undefined || is105(v.HorizontalToVerticalTask)) && (v.DubbingTask === undefined || is107(v.DubbingTask)) && (v.VideoRemakeTask === undefined || is109(v.VideoRemakeTask)) && (v.VideoComprehensionTask === undefined || is112(v.VideoComprehensionTask)) && (v.CutoutTask === undefined || is113(v.CutoutTask)) && (v.ReelTask === undefined || is115(v.ReelTask)); }
const is116 = (v: any): boolean => Array.isArray(v) && every(v, checkanalysisResult);
const is117 = (v: any): boolean => (v === "FaceRecognition" || v === "AsrWordsRecognition" || v === "AsrFullTextRecognition" || v === "OcrWordsRecognition" || v === "OcrFullTextRecognition" || v === "TransTextRecognition" || v === "ObjectRecognition") && typeof v === 'string';
const is118 = (v: any): boolean => (v === "Default" || v === "UserDefine") && typeof v === 'string';
function checkplacedSegment(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence) && is64(v.AreaCoordSet); }
const is119 = (v: any): boolean => Array.isArray(v) && every(v, checkplacedSegment);
const is120 = (v: any): boolean => (v === "" || v === "Male" || v === "Female") && typeof v === 'string';
function checkface(v: any): boolean { return isObject(v) && typeof v.Id === 'string' && is118(v.Type) && typeof v.Name === 'string' && is119(v.SegmentSet) && (v.Gender === undefined || is120(v.Gender)) && (v.Url === undefined || typeof v.Url === 'string'); }
const is121 = (v: any): boolean => Array.isArray(v) && every(v, checkface);
function checkrecognitionFaceOutput(v: any): boolean { return isObject(v) && is121(v.ResultSet); }
const is122 = (v: any): boolean => ((checkrecognitionFaceOutput(v)) || (v === null));
function checkrecognitionFaceTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is122(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is123 = (v: any): boolean => ((checkrecognitionFaceTask(v)) || (v === null));
function checkspokenSegment(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence); }
const is124 = (v: any): boolean => Array.isArray(v) && every(v, checkspokenSegment);
function checkspokenWord(v: any): boolean { return isObject(v) && typeof v.Word === 'string' && is124(v.SegmentSet); }
const is125 = (v: any): boolean => Array.isArray(v) && every(v, checkspokenWord);
function checkrecognitionAsrWordsOutput(v: any): boolean { return isObject(v) && is125(v.ResultSet); }
const is126 = (v: any): boolean => ((checkrecognitionAsrWordsOutput(v)) || (v === null));
function checkrecognitionAsrWordsTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is126(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is127 = (v: any): boolean => ((checkrecognitionAsrWordsTask(v)) || (v === null));
function checkspokenText(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence) && typeof v.Text === 'string'; }
const is128 = (v: any): boolean => Array.isArray(v) && every(v, checkspokenText);
function checkrecognitionAsrFullTextOutput(v: any): boolean { return isObject(v) && is128(v.SegmentSet) && typeof v.SubtitlePath === 'string'; }
const is129 = (v: any): boolean => ((checkrecognitionAsrFullTextOutput(v)) || (v === null));
function checkrecognitionAsrFullTextTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is129(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is130 = (v: any): boolean => ((checkrecognitionAsrFullTextTask(v)) || (v === null));
function checkwrittenWord(v: any): boolean { return isObject(v) && typeof v.Word === 'string' && is119(v.SegmentSet); }
const is131 = (v: any): boolean => Array.isArray(v) && every(v, checkwrittenWord);
function checkrecognitionOcrWordsOutput(v: any): boolean { return isObject(v) && is131(v.ResultSet); }
const is132 = (v: any): boolean => ((checkrecognitionOcrWordsOutput(v)) || (v === null));
function checkrecognitionOcrWordsTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is132(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is133 = (v: any): boolean => ((checkrecognitionOcrWordsTask(v)) || (v === null));
function checkwrittenLine(v: any): boolean { return isObject(v) && is54(v.Confidence) && is64(v.AreaCoordSet) && typeof v.Text === 'string'; }
const is134 = (v: any): boolean => Array.isArray(v) && every(v, checkwrittenLine);
function checkwrittenText(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is134(v.TextSet); }
const is135 = (v: any): boolean => Array.isArray(v) && every(v, checkwrittenText);
function checkrecognitionOcrFullTextOutput(v: any): boolean { return isObject(v) && is135(v.SegmentSet); }
const is136 = (v: any): boolean => ((checkrecognitionOcrFullTextOutput(v)) || (v === null));
function checkrecognitionOcrFullTextTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is136(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is137 = (v: any): boolean => ((checkrecognitionOcrFullTextTask(v)) || (v === null));
function checktranslatedText(v: any): boolean { return isObject(v) && is13(v.StartTimeOffset) && is13(v.EndTimeOffset) && is54(v.Confidence) && typeof v.Text === 'string' && typeof v.Trans === 'string'; }
const is138 = (v: any): boolean => Array.isArray(v) && every(v, checktranslatedText);
function checkrecognitionTransTextOutput(v: any): boolean { return isObject(v) && is138(v.SegmentSet) && typeof v.SubtitlePath === 'string'; }
const is139 = (v: any): boolean => ((checkrecognitionTransTextOutput(v)) || (v === null));
function checkrecognitionTransTextTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && (v.ErrCodeExt === undefined || typeof v.ErrCodeExt === 'string') && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is139(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is140 = (v: any): boolean => ((checkrecognitionTransTextTask(v)) || (v === null));
function checkobject(v: any): boolean { return isObject(v) && typeof v.Name === 'string' && is119(v.SegmentSet); }
const is141 = (v: any): boolean => Array.isArray(v) && every(v, checkobject);
function checkrecognitionObjectOutput(v: any): boolean { return isObject(v) && is141(v.ResultSet); }
const is142 = (v: any): boolean => ((checkrecognitionObjectOutput(v)) || (v === null));
function checkrecognitionObjectTask(v: any): boolean { return isObject(v) && is21(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checktemplateInput(v.Input) && v.Output !== undefined && is142(v.Output) && (v.Progress === undefined || is32(v.Progress)) && (v.BeginProcessTime === undefined || is33(v.BeginProcessTime)) && (v.FinishTime === undefined || is33(v.FinishTime)); }
const is143 = (v: any): boolean => ((checkrecognitionObjectTask(v)) || (v === null));
function checkrecognitionResult(v: any): boolean { return isObject(v) && is117(v.Type) && (v.FaceTask === undefined || is123(v.FaceTask)) && (v.AsrWordsTask === undefined || is127(v.AsrWordsTask)) && (v.AsrFullTextTask === undefined || is130(v.AsrFullTextTask)) && (v.OcrWordsTask === undefined || is133(v.OcrWordsTask)) && (v.OcrFullTextTask === undefined || is137(v.OcrFullTextTask)) && (v.TransTextTask === undefined || is140(v.TransTextTask)) && (v.ObjectTask === undefined || is143(v.ObjectTask)); }
const is144 = (v: any): boolean => Array.isArray(v) && every(v, checkrecognitionResult);
function checktask(v: any): boolean { return isObject(v) && is0(v.TaskId) && is1(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.InputInfo !== undefined && is12(v.InputInfo) && v.MetaData !== undefined && is19(v.MetaData) && is52(v.MediaProcessResultSet) && (v.AiContentReviewResultSet === undefined || is74(v.AiContentReviewResultSet)) && (v.AiAnalysisResultSet === undefined || is116(v.AiAnalysisResultSet)) && (v.AiRecognitionResultSet === undefined || is144(v.AiRecognitionResultSet)); }
const is145 = (v: any): boolean => typeof v === 'string' && (v.length <= 50 || codePoints(v) <= 50);
const is146 = (v: any): boolean => typeof v === 'string' && (v.length <= 1000 || codePoints(v) <= 1000);

export function validate(v: any): boolean { return isObject(v) && v.EventType === "WorkflowTask" && v.WorkflowTaskEvent !== undefined && checktask(v.WorkflowTaskEvent) && (v.EditMediaTaskEvent === undefined || v.EditMediaTaskEvent === null) && (v.SessionId === undefined || is145(v.SessionId)) && (v.SessionContext === undefined || is146(v.SessionContext)); }
