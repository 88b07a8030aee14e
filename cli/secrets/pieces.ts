const maxLength = 1 << 18;
const lookedBack = 1 << 12;

/**
 * A text in pieces that an expression can take at once, since long runs of letters overflow its stack. Cuts stand at white
 * space or a separator where there is one, and not in a private key.
 */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + maxLength >= text.length ? text.length : cutBefore(text, at, at + maxLength);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces.length === 0 ? [text] : pieces;
}

function cutBefore(text: string, start: number, end: number): number {
  const piece = text.slice(start, end);
  const key = piece.lastIndexOf('-----BEGIN ');
  if (key > 0 && piece.indexOf('-----END ', key) < 0) return start + key;
  for (let at = end; at > end - lookedBack; at--) if (/[\s,;&]/.test(text[at - 1] as string)) return at;
  return end;
}
