// The handlers of the bench: correct ones, and buggy ones each with a twin that differs by the defect alone.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Which half a handler belongs to, by its name alone: of the unseen one only counts are looked at. */
export const halfOf = (name) => (createHash('sha256').update(name).digest()[0] % 2 === 0 ? 'seen' : 'unseen');

/** @param group 'correct', 'buggy' or 'mended'. */
export function handlersOf(group) {
  const folder = join(import.meta.dirname, group);
  return readdirSync(folder).flatMap((trigger) =>
    readdirSync(join(folder, trigger)).map((file) => {
      const name = `${trigger}/${basename(file, '.cjs')}`;
      return { trigger, name, half: halfOf(name), path: join(folder, trigger, file) };
    }),
  );
}

/** The buggy handlers, each with the path of its twin and what is wrong with it. */
export function pairsOf() {
  return handlersOf('buggy').map((buggy) => {
    const twin = join(import.meta.dirname, 'mended', `${buggy.name}.cjs`);
    if (!existsSync(twin)) throw new Error(`Cannot find the twin of ${buggy.name}. Write ${twin}.`);
    if (!Object.hasOwn(defects, buggy.name)) throw new Error(`Say what is wrong with ${buggy.name}.`);
    return { ...buggy, twin, because: defects[buggy.name] };
  });
}

/** What is wrong with each buggy handler. */
const defects = {
  'apigw/profilePage': 'A name of the query stands in the page as markup.',
  'apigw/productSearch': 'The words searched for are pasted into the statement.',
  'apigw/cartTotal': 'The sum of prices is a sum of binary fractions.',
  'apigw/debugErrors': 'The answer to an error holds the configuration with its password.',
  'apigw/linkPreview': 'The host to fetch from is checked by includes().',
  'apigw/afterLogin': 'The redirect after login leads to any host.',
  'apigw/mergeSettings': 'A deep merge of what was sent reaches the prototype.',
  'apigw/attachments': 'The name of an uploaded file decides where it is written.',
  'apigw/feedback': 'The feedback is stored without waiting for it.',
  'apigw/cancelOrder': "An order's id of 19 digits goes through a number.",
  'function-url/payNotify': 'The signature is checked over the text made anew.',
  'function-url/noteLength': 'A Base64 body is read as text.',
  'function-url/subscribe': 'The check of an address takes for ever on some texts.',
  'function-url/featureFlags': 'A flag called like a member of every object is on.',
  'function-url/refund': 'The provider is told that all is well although nothing was kept.',
  'timer/salesOfYesterday': 'Yesterday is that of UTC, for shops in China.',
  'timer/expireSessions': 'forEach() does not wait for the deletions.',
  'timer/syncRates': 'After the last try the failure is forgotten.',
  'timer/exportCursor': 'The cursor is moved before the export is done.',
  'timer/nightlyLock': 'The lock stays when the job fails.',
  'timer/heartbeatPool': 'Every invocation opens a pool that nobody ends.',
  'cos/purgeCache': 'The key goes into an address without being encoded.',
  'cos/pictureIndex': 'A removed picture is put into the index.',
  'cos/firstOnly': 'Only the first record of an event is seen.',
  'cos/thumbnails': 'Objects with one base name share a file in /tmp.',
  'cos/mailNotice': "A file's name becomes markup of a mail.",
  'ckafka/userProfiles': 'A tombstone ends the batch, for ever.',
  'ckafka/orderEvents': 'A message that comes twice is inserted twice.',
  'ckafka/lastState': 'Messages of one partition are handled at once: an older one may come last.',
  'ckafka/auditTrail': 'Whatever fails is logged and forgotten.',
  'ckafka/clickCounter': 'What was counted is remembered by offset alone.',
  'cls/errorBoard': 'The lines are sent without being waited for.',
  'cls/slowRequests': 'A line that is no JSON makes all others fail.',
  'websocket-data/chatRoom': 'One member who has gone ends the broadcast.',
  'websocket-data/replies': 'The push is not waited for.',
  'websocket-connect/register': 'The connection is kept in the memory of one instance.',
  'mps-workflow-task/publishVideo': 'A task that has failed is published.',
  'mps-workflow-task/transcodeReport': 'A result without an output breaks the callback.',
  'clb/ticketDesk': 'A JSON body that is an object already is parsed once more.',
  'eventbridge/topicMirror': 'Events that come together in a list are not seen.',
  'cmq/stockChanges': 'Each delivery makes another bill.',
  'invoke/splitBill': 'The parts of a bill do not add up to it.',
  'invoke/reportPages': 'The last page is lost when it is not full.',
  'invoke/lookUp': 'The command of the event is looked up in an object and called.',
};
