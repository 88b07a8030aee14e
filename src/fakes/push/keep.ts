/** Adds to a list that forgets its oldest entries. */
export function keep<Item>(list: Item[], item: Item, most: number): void {
  list.push(item);
  if (list.length > most) list.shift();
}
