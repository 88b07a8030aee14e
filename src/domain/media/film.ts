import type { Draw } from '../../kernel/draw.js';

/** One video stream, as Media Processing Service describes it. */
export interface VideoStream {
  Bitrate: number;
  Codec: string;
  Fps: number;
  Height: number;
  Width: number;
}

/** One audio stream, as Media Processing Service describes it. */
export interface AudioStream {
  Bitrate: number;
  Codec: string;
  SamplingRate: number;
}

/** What a film is made of, as Media Processing Service describes it. */
export interface FilmData {
  AudioDuration: number;
  AudioStreamSet: AudioStream[];
  Bitrate: number;
  Container: string;
  Duration: number;
  Height: number;
  Rotate: number;
  Size: number;
  VideoDuration: number;
  VideoStreamSet: VideoStream[];
  Width: number;
}

/** A COS object that Media Processing Service reads. */
export interface CosFile {
  Type: 'COS';
  CosInputInfo: { Bucket: string; Region: string; Object: string };
}

/** A COS bucket that Media Processing Service writes to. */
export interface CosStorage {
  Type: 'COS';
  CosOutputStorage: { Bucket: string; Region: string };
}

const regions = [
  'ap-guangzhou',
  'ap-chongqing',
  'ap-shanghai',
  'ap-beijing',
  'ap-singapore',
  'eu-frankfurt',
] as const;
const bucketNames = ['films', 'gztest', 'TopRankVideo', 'uploads', 'media-raw', 'lessons'] as const;
const filmPaths = [
  '/a.mp4',
  '/dianping2.mp4',
  '/movie/201907/WildAnimal.mov',
  '/lessons/2024/第一课.mp4',
  '/uploads/trip to the lake.mp4',
  '/live/replay.flv',
  '/clips/holiday.mkv',
] as const;
const legalPath = /^[^/]/;
const videoCodecs = ['h264', 'hevc', 'av1', 'vp9'] as const;
const frameRates = [24, 25, 29, 30, 50, 60] as const;
const samplingRates = [44100, 48000, 22050] as const;
const angles = [0, 90, 180, 270] as const;
/** Height and width of the usual pictures. */
const pictures = [
  [320, 180],
  [480, 640],
  [720, 1280],
  [1080, 1920],
  [2160, 3840],
  [1920, 1080],
] as const;

/** The container formats of MP4 and QuickTime files; every example of the vendor has them. */
export const mp4Container = 'mov,mp4,m4a,3gp,3g2,mj2';

/** A region of COS. */
export function drawRegion(draw: Draw): string {
  return draw.pick(regions);
}

/** A bucket of the account: `films-1250000001`. */
export function drawBucket(draw: Draw, appid: string): string {
  return `${draw.pick(bucketNames)}-${appid}`;
}

/** The path of a film in a bucket, with a slash in front, not percent-encoded. */
export function drawFilmPath(draw: Draw): string {
  const path = draw.name(filmPaths, legalPath);
  return path.startsWith('/') ? path : `/${path}`;
}

/** A film's path without directory and extension, and its extension with the dot. */
export function splitFilmPath(path: string): { stem: string; extension: string } {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  const end = dot > slash + 1 ? dot : path.length;
  return { stem: path.slice(slash + 1, end), extension: path.slice(end) };
}

/** The streams of a film and the sums over them: bit rates added, the largest picture. */
export function drawStreams(
  draw: Draw,
): Pick<FilmData, 'AudioStreamSet' | 'Bitrate' | 'Height' | 'VideoStreamSet' | 'Width'> {
  const [height, width] = draw.pick(pictures);
  const video: VideoStream = {
    Bitrate: draw.integer(100_000, 6_000_000),
    Codec: draw.pick(videoCodecs),
    Fps: draw.pick(frameRates),
    Height: height,
    Width: width,
  };
  const silent = draw.chance(0.05);
  const audio: AudioStream[] = silent
    ? []
    : [{ Bitrate: draw.integer(32_000, 320_000), Codec: 'aac', SamplingRate: draw.pick(samplingRates) }];
  return {
    Bitrate: video.Bitrate + (audio[0]?.Bitrate ?? 0),
    Height: height,
    Width: width,
    VideoStreamSet: [video],
    AudioStreamSet: audio,
  };
}

/** What a film of so many seconds is made of; sound or picture may end a little sooner. */
export function drawFilmData(draw: Draw, seconds: number): FilmData {
  const { AudioStreamSet, Bitrate, Height, VideoStreamSet, Width } = drawStreams(draw);
  const shorter = Math.max(0, seconds - draw.below(1000) / 1000);
  const pictureEndsFirst = AudioStreamSet.length > 0 && draw.chance(0.5);
  return {
    AudioDuration: AudioStreamSet.length === 0 ? 0 : pictureEndsFirst ? seconds : shorter,
    AudioStreamSet,
    Bitrate,
    Container: mp4Container,
    Duration: seconds,
    Height,
    Rotate: draw.pick(angles),
    Size: Math.round((Bitrate / 8) * seconds),
    VideoDuration: pictureEndsFirst ? shorter : seconds,
    VideoStreamSet,
    Width,
  };
}

/** A length in seconds with a fraction, from a tenth of a second to two hours. */
export function drawSeconds(draw: Draw): number {
  return draw.integer(1, 72_000) / 10 + draw.below(100_000) / 1_000_000;
}

/** Where results go: mostly the bucket of the film, now and then another one of the account, anywhere. */
export function drawStorage(draw: Draw, bucket: string, region: string): CosStorage {
  if (!draw.chance(0.2)) return cosStorage(bucket, region);
  return cosStorage(drawBucket(draw, bucket.slice(bucket.lastIndexOf('-') + 1)), drawRegion(draw));
}

/** A storage of COS. */
export function cosStorage(bucket: string, region: string): CosStorage {
  return { Type: 'COS', CosOutputStorage: { Bucket: bucket, Region: region } };
}
