// Made by scripts/generate.mjs from src/triggers/mps-edit-media-task/contract.schema.json; do not edit.
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
const is15 = (v: any): boolean => Number.isFinite(v) && v >= 0;
const pattern7 = /^[A-Za-z0-9_-]{1,32}$/u;
const is16 = (v: any): boolean => ((typeof v === 'string' && pattern7.test(v)) || (v === null));
function checkfile(v: any): boolean { return isObject(v) && v.InputInfo !== undefined && checkinputInfo(v.InputInfo) && (v.StartTimeOffset === undefined || is15(v.StartTimeOffset)) && (v.EndTimeOffset === undefined || is15(v.EndTimeOffset)) && (v.Id === undefined || is16(v.Id)); }
const is17 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && every(v, checkfile);
function checkinput(v: any): boolean { return isObject(v) && is17(v.FileInfoSet); }
const is18 = (v: any): boolean => (v === "COS" || v === "AWS-S3" || v === "VOD") && typeof v === 'string';
function checkcosOutput(v: any): boolean { return isObject(v) && is4(v.Bucket) && is5(v.Region); }
const is19 = (v: any): boolean => ((checkcosOutput(v)) || (v === null));
function checks3Output(v: any): boolean { return isObject(v) && is10(v.S3Bucket) && is5(v.S3Region); }
const is20 = (v: any): boolean => ((checks3Output(v)) || (v === null));
function checkvodOutput(v: any): boolean { return isObject(v) && (v.Bucket === undefined || is12(v.Bucket)) && (v.Region === undefined || is5(v.Region)) && (v.SubAppId === undefined || is2(v.SubAppId)); }
const is21 = (v: any): boolean => ((checkvodOutput(v)) || (v === null));
function checkoutputStorage(v: any): boolean { return isObject(v) && is18(v.Type) && (v.CosOutputStorage === undefined || is19(v.CosOutputStorage)) && (v.S3OutputStorage === undefined || is20(v.S3OutputStorage)) && (v.VODOutputStorage === undefined || is21(v.VODOutputStorage)); }
const pattern8 = /^[A-Za-z0-9_.-]+$/u;
const is22 = (v: any): boolean => typeof v === 'string' && pattern8.test(v) && v.length >= 1;
const is23 = (v: any): boolean => ((Number.isInteger(v) && v >= 0) || (v === null));
const pattern9 = /^[A-Za-z0-9.,_-]*$/u;
const is24 = (v: any): boolean => ((typeof v === 'string' && pattern9.test(v)) || (v === null));
function checkaudioStream(v: any): boolean { return isObject(v) && is2(v.Bitrate) && is22(v.Codec) && is2(v.SamplingRate) && (v.Channel === undefined || is23(v.Channel)) && (v.Codecs === undefined || is24(v.Codecs)); }
const is25 = (v: any): boolean => Array.isArray(v) && every(v, checkaudioStream);
const pattern10 = /^[A-Za-z0-9,_-]+$/u;
const is26 = (v: any): boolean => typeof v === 'string' && pattern10.test(v) && v.length >= 1;
const is27 = (v: any): boolean => Number.isInteger(v) && v >= 0 && v <= 360;
const is28 = (v: any): boolean => ((typeof v === 'string' && pattern5.test(v)) || (v === null));
function checkvideoStream(v: any): boolean { return isObject(v) && is2(v.Bitrate) && is22(v.Codec) && is15(v.Fps) && is2(v.Height) && is2(v.Width) && (v.ColorPrimaries === undefined || is28(v.ColorPrimaries)) && (v.ColorSpace === undefined || is28(v.ColorSpace)) && (v.ColorTransfer === undefined || is28(v.ColorTransfer)) && (v.HdrType === undefined || is28(v.HdrType)) && (v.Codecs === undefined || is24(v.Codecs)); }
const is29 = (v: any): boolean => Array.isArray(v) && every(v, checkvideoStream);
function checkmetaData(v: any): boolean { return isObject(v) && is15(v.AudioDuration) && is25(v.AudioStreamSet) && is2(v.Bitrate) && is26(v.Container) && is15(v.Duration) && is2(v.Height) && is27(v.Rotate) && is2(v.Size) && is15(v.VideoDuration) && is29(v.VideoStreamSet) && is2(v.Width); }
const is30 = (v: any): boolean => ((checkmetaData(v)) || (v === null));
function checkoutput(v: any): boolean { return isObject(v) && v.OutputStorage !== undefined && checkoutputStorage(v.OutputStorage) && is6(v.Path) && (v.MetaData === undefined || is30(v.MetaData)); }
const is31 = (v: any): boolean => ((checkoutput(v)) || (v === null));
function checktask(v: any): boolean { return isObject(v) && is0(v.TaskId) && is1(v.Status) && is2(v.ErrCode) && typeof v.Message === 'string' && v.Input !== undefined && checkinput(v.Input) && v.Output !== undefined && is31(v.Output); }
const is32 = (v: any): boolean => typeof v === 'string' && (v.length <= 50 || codePoints(v) <= 50);
const is33 = (v: any): boolean => typeof v === 'string' && (v.length <= 1000 || codePoints(v) <= 1000);

export function validate(v: any): boolean { return isObject(v) && v.EventType === "EditMediaTask" && v.EditMediaTaskEvent !== undefined && checktask(v.EditMediaTaskEvent) && (v.WorkflowTaskEvent === undefined || v.WorkflowTaskEvent === null) && (v.SessionId === undefined || is32(v.SessionId)) && (v.SessionContext === undefined || is33(v.SessionContext)); }
