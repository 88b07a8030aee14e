import type { Draw } from '../../../kernel/draw.js';
import type { Trigger } from '../../../kernel/trigger.js';
import type { Recipe } from '../../arbitraries/shrink/drawn.js';
import { guesserOf, type PlainRequest } from './guessedRequest.js';

/** So many edge cases of four are sent where the code has a route. */
const aimedOfFour = 3;
/** How often a route is looked for that takes the body of an edge case. */
const maxGuesses = 4;
/** Methods that reach what reads a body. */
const withBody = ['POST', 'PUT', 'PATCH'];
/** A path that is not what its edge case is about. */
const ordinaryPath = /^\/[\w./-]*$/;

/** Edge cases of requests, sent to routes that the code of a server names: elsewhere it answers 404 whatever they hold. */
export function aimedRecipes<Event>(
  trigger: Trigger<Event>,
  recipes: readonly Recipe<Event>[],
  code: string,
): readonly Recipe<Event>[] {
  const guess = guesserOf(trigger, code);
  if (guess === undefined) return recipes;
  return recipes.map(({ request, draw }) => ({
    request,
    draw: (from) => {
      const event = draw(from);
      if (from.below(4) >= aimedOfFour) return event;
      return aimed(trigger, event, guess, from) ?? event;
    },
  }));
}

function aimed<Event>(
  trigger: Trigger<Event>,
  event: Event | PlainRequest,
  guess: (draw: Draw) => Event | PlainRequest,
  draw: Draw,
): Event | undefined {
  const edge = event as PlainRequest;
  if (!ordinaryPath.test(edge.path)) return undefined;
  const takesBody = ({ httpMethod }: PlainRequest) =>
    edge.body === undefined || withBody.includes(httpMethod);
  let route = guess(draw) as PlainRequest;
  for (let again = 1; again < maxGuesses && !takesBody(route); again++) route = guess(draw) as PlainRequest;
  const needsBody = !takesBody(route);
  const isOfMethod = ['OPTIONS', 'HEAD'].includes(edge.httpMethod) || needsBody;
  const sent: unknown = {
    ...edge,
    httpMethod: isOfMethod ? edge.httpMethod : route.httpMethod,
    path: route.path,
    queryString: { ...route.queryString, ...edge.queryString },
  };
  return trigger.contract.accepts(sent) ? sent : undefined;
}
