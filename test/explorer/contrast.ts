/**
 * Runs in the page: every visible text whose contrast with what is behind it is below WCAG AA (4.5; 3 for large text),
 * and every field or button whose border is below 3.
 */
export function contrastProblems(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const problems = new Set<string>();

  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element.matches(':disabled, :disabled *, option')) continue;
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const name = `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}.${element.className}`;
    if (hasText) {
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      demand(name, style.color, backgroundOf(element), isLarge ? 3 : 4.5);
    }
    if (element.matches('input, textarea, select')) {
      demand(name, style.color, backgroundOf(element), 4.5);
      demand(
        `${name}::placeholder`,
        getComputedStyle(element, '::placeholder').color,
        backgroundOf(element),
        4.5,
      );
    }
    if (element.matches('input:not([type=range]), textarea, select, .tools button')) {
      const around = backgroundOf(element.parentElement ?? element);
      demand(`${name} border`, style.borderTopColor, around, 3);
    }
  }
  return [...problems];

  function demand(name: string, front: string, behind: readonly number[], least: number): void {
    const [one, other] = [luminance(rgb(front, behind)), luminance(behind)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < least) problems.add(`${name}: ${ratio.toFixed(2)} of ${least}`);
  }

  function backgroundOf(element: Element): readonly number[] {
    const layers: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      layers.unshift(getComputedStyle(at).backgroundColor);
    }
    return layers.reduce<readonly number[]>((behind, layer) => rgb(layer, behind), [255, 255, 255]);
  }

  /** Any colour as it looks over another; the canvas knows every notation. */
  function rgb(color: string, behind: readonly number[]): readonly number[] {
    if (canvas === null) throw new Error('This browser has no canvas.');
    canvas.fillStyle = `rgb(${behind.join(' ')})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  function luminance(color: readonly number[]): number {
    const [red = 0, green = 0, blue = 0] = color.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
