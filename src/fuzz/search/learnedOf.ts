import type { Draw } from '../../kernel/draw.js';
import { drawShape } from './learn/drawShape.js';
import { type Learned, learn } from './learn/learn.js';
import { type Signer, signerOf } from './learn/signer.js';
import type { Plan } from './plan.js';

/** What is known of the handler, and how its callers sign, where it asks for that: then what it reads behind that as well. */
export async function learnedOf<Event, World>(
  { learning, setting }: Plan<Event, World>,
  isOver: () => boolean,
): Promise<{ readonly learned?: Learned; readonly signer?: Signer<Event, World> }> {
  if (learning === undefined) return {};
  const { trigger, answers, kept } = setting;
  const { subject } = kept ?? setting;
  const learned = await learn(subject, learning, { isOver, answers });
  const payload = (draw: Draw) => drawShape(draw, learned.payload, { vocabulary: learned });
  const drawn = (round: number) => learning.eventOf(round, payload, learned.code);
  const signer = await signerOf(subject, trigger, learned, { drawn, isOver });
  if (signer === undefined) return { learned };
  return { learned: await learn(subject, learning, { isOver, answers, signer }), signer };
}
