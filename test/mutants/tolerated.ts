import type { Mutation } from './single.js';

/** A mutation that a check lets pass on purpose. */
export interface Tolerated {
  /** The field, named after the title of the contract's object that it stands in: `CosObject.vid`. */
  readonly fields: readonly string[];
  readonly operator: Mutation['operator'];
  /** Only these changes; all of the operator's when left out. */
  readonly change?: RegExp;
  readonly because: string;
}

/** What the checks let pass on purpose, with the reason. A test fails when an entry is no longer needed. */
export const tolerated: readonly Tolerated[] = [
  {
    fields: [
      'CmqMessage.msgId',
      'CmqMessage.requestId',
      'CosObject.vid',
      'EventbridgeTdmqData.msgId',
      'MpsFace.Id',
      'MpsVodInput.FileId',
    ],
    operator: 'form',
    because: 'an id has no form that any source promises: it is to be kept, not read',
  },
  {
    fields: ['ApigwHeaders.*', 'ClbHeaders.*', 'FunctionUrlHeaders.*', 'WebRequestHeaders.*'],
    operator: 'form',
    change: /^no address$/,
    because: 'a client may send any text in Referer, Origin and headers of its own',
  },
  {
    fields: ['ApigwHeaders.*', 'ClbHeaders.*', 'FunctionUrlHeaders.*', 'WebRequestHeaders.*'],
    operator: 'agreement',
    because: 'Origin and Referer agree in browsers only; other clients send what they like',
  },
  {
    fields: ['WebRequestHeaders.*', 'WebRequestHeaders.content-type'],
    operator: 'form',
    change: /^emptied$/,
    because: 'a header may be empty (RFC 9110, section 5.5), and goes to the server as the client wrote it',
  },
  {
    fields: ['ClbHeaders.X-Real-IP'],
    operator: 'agreement',
    because: 'proxies in front of the load balancer may leave the address out of X-Forwarded-For',
  },
  {
    fields: ['ApigwRequestContext.serviceId'],
    operator: 'agreement',
    because: 'a service may have a domain of its own, which does not repeat its id',
  },
  {
    fields: ['ApigwQueryString.*', 'FunctionUrlQueryString.*', 'WebRequestQueryString.*'],
    operator: 'type',
    change: /^(list|boolean) to text$/,
    because:
      'a parameter that comes once with a value is a text, one without a value true, one that repeats a list',
  },
  {
    fields: ['FunctionUrlEvent.body', 'ApigwEvent.body'],
    operator: 'form',
    because: 'a client may send a malformed form, and the gateway hands it on',
  },
  {
    fields: ['ApigwEvent.path', 'FunctionUrlEvent.path'],
    operator: 'form',
    change: /^a control character$/,
    because: 'no source says whether the gateway decodes the path, and a decoded one may hold any character',
  },
  ...(['type', 'range'] as const).map((operator) => ({
    fields: ['ClbEvent.payload'],
    operator,
    because: 'the payload is the body that the client sent, any JSON value or text',
  })),
  {
    fields: ['EventbridgeTdmqData.TopicType'],
    operator: 'type',
    change: /^(text to number|number to text)$/,
    because: 'the pages of SCF have a number, those of EventBridge a text, and no capture decides',
  },
  {
    fields: [
      'MpsVideoStream.ColorPrimaries',
      'MpsVideoStream.ColorSpace',
      'MpsVideoStream.ColorTransfer',
      'MpsVideoStream.HdrType',
      'MpsVideoStream.Codecs',
      'MpsAudioStream.Channel',
      'MpsAudioStream.Codecs',
      'MpsTranscodeTask.Progress',
      'MpsAnalysisTagTask.Progress',
      'MpsAnalysisTagTask.BeginProcessTime',
      'MpsAnalysisTagTask.FinishTime',
      'MpsAnalysisHeadTailOutput.HeadTimeOffset',
      'MpsAnalysisHeadTailOutput.TailTimeOffset',
      'MpsEditFile.Id',
    ],
    operator: 'type',
    change: / to null$/,
    because: "the vendor's own types say that the field may be null",
  },
  {
    fields: ['MpsUrlInput.Url', 'MpsEditUrlInput.Url'],
    operator: 'form',
    change: /^a broken percent escape$/,
    because: 'the address is handed back as the user gave it',
  },
  {
    fields: ['MpsTranscodeInput.OutputObjectPath'],
    operator: 'agreement',
    because: 'the path of the segments is asked for on its own',
  },
  {
    fields: ['MpsImageSpriteInput.WebVttObjectName'],
    operator: 'agreement',
    because: "sprites are put into a directory of their own in the vendor's example",
  },
  {
    fields: ['MpsReviewResult.Duration'],
    operator: 'agreement',
    because: 'no source says that the whole film is reviewed',
  },
  {
    fields: ['ClsPacked.data'],
    operator: 'layer',
    change: /\bfuture (dropped|null|retyped) inside$/,
    because: 'an unknown field that the vendor may add inside the encoding can hold anything',
  },
];
