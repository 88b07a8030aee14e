import { part } from './dom.js';
import { type OwnEvents, ownEvents, ownFile } from './own.js';

/** Longest text that stays in the field; a longer one is read and not shown. */
const maxInField = 100_000;

/**
 * Takes the user's own events: typed or pasted into their field, pasted anywhere else, dropped on the page,
 * or opened as a file. Nothing leaves the page.
 *
 * @param bring what was read; undefined when the user wants none of it any more.
 */
export function receiveEvents(bring: (own: OwnEvents | undefined) => void): void {
  const field = part('own', HTMLTextAreaElement);
  const file = part('file', HTMLInputElement);
  const drop = part('drop', HTMLDivElement);
  const bringText = (text: string) => bring(ownEvents(text));
  const bringFile = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    field.value = '';
    bring(await ownFile(chosen));
  };

  field.addEventListener('input', () => {
    if (field.value.trim() === '') bring(undefined);
    else bringText(field.value);
  });
  part('open', HTMLButtonElement).addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    void bringFile(file.files?.[0]);
    file.value = '';
  });
  part('leave', HTMLButtonElement).addEventListener('click', () => {
    field.value = '';
    bring(undefined);
    part('kind', HTMLSelectElement).focus();
  });

  document.addEventListener('paste', (event) => {
    const { target, clipboardData } = event;
    const text = clipboardData?.getData('text/plain') ?? '';
    const isOther = target instanceof HTMLInputElement;
    const fitsField = target === field && text.length <= maxInField;
    if (isOther || fitsField) return;
    const pasted = clipboardData?.files[0];
    if (text === '' && pasted === undefined) return;
    event.preventDefault();
    field.value = text.length <= maxInField ? text : '';
    if (text === '') void bringFile(pasted);
    else bringText(text);
  });

  // Counts, since entering a child comes before leaving its parent.
  let inside = 0;
  const cover = (change: 1 | -1 | 0) => {
    inside = change === 0 ? 0 : inside + change;
    drop.hidden = inside <= 0;
  };
  document.addEventListener('dragenter', () => cover(1));
  document.addEventListener('dragleave', () => cover(-1));
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    cover(0);
    const dropped = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (dropped !== undefined) void bringFile(dropped);
    else if (text !== '') bringText(text);
  });
}
