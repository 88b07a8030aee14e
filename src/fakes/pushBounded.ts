/** Adds to a list that forgets its oldest entries. */
export function pushBounded<Item>(list: Item[], item: Item, max: number): void {
  list.push(item);
  if (list.length > max) list.shift();
}
