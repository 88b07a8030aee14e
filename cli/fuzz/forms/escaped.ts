/** Text for XML and HTML; characters that XML forbids become U+FFFD. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, (found) => (/[\t\n\r]/.test(found) ? found : '\ufffd'));
}
