/** The JSON of an event as it stands in a file; the text itself where no JavaScript object can say it. */
export function fixtureText(
  { event, text }: { readonly event: unknown; readonly text?: string },
  { pretty }: { readonly pretty: boolean },
): string {
  if (text !== undefined && (!pretty || JSON.stringify(event) !== text)) return text;
  return pretty ? JSON.stringify(event, null, 2) : JSON.stringify(event);
}
