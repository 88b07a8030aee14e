import type { MessageStory } from '../../domain/queue/stories.js';
import { slugs, words } from '../../generated/pools.js';
import type { Draw } from '../../kernel/draw.js';

/** What Kafka takes for the name of a topic. */
export const legalTopic = /^[A-Za-z0-9._-]{1,249}$/;

/** The key and the text of a message; short, since batches are long. */
export function drawKeyAndBody(draw: Draw, story: MessageStory): { msgKey: string; msgBody: string } {
  const about = story.key(draw);
  return {
    msgKey: drawKey(draw, about),
    msgBody: draw.payloadText(() => (draw.isHostile() ? draw.text(slugs) : story.body(draw, about))),
  };
}

/** "None" or "" is no key; a key is what messages of one partition have in common. */
function drawKey(draw: Draw, about: string): string {
  if (draw.isHostile()) return draw.text(words);
  const kind = draw.below(10);
  if (kind < 6) return 'None';
  return kind === 6 ? '' : about;
}
