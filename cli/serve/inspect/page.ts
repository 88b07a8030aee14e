import { createHash } from 'node:crypto';
import { pageScript } from './pageScript.js';
import { style } from './style.js';
import { type InspectTexts, inspectTexts } from './texts.js';

/** The page, and the rules that a browser is to keep for it. */
export interface InspectPage {
  readonly html: string;
  readonly policy: string;
}

/** One document that asks nobody but its own server for anything. */
export function inspectPage(language: 'en' | 'zh', served: string): InspectPage {
  const texts = inspectTexts[language];
  const script = `(${pageScript.toString()})(${inScript({ texts, served })})`;
  const policy = [
    "default-src 'none'",
    `script-src '${digestOf(script)}'`,
    `style-src '${digestOf(style)}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return { html: document(texts, script), policy };
}

function document(texts: InspectTexts, script: string): string {
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${texts.title} · scf-fixtures</title>
<style>${style}</style>
</head>
<body>
<header><h1>${texts.title}</h1></header>
<main>
<nav aria-label="${texts.list}"><p id="none"></p><p id="cut" hidden>${texts.truncated}</p><ol id="list"></ol></nav>
<section id="detail" aria-live="polite" tabindex="-1"></section>
</main>
<script>${script}</script>
</body>
</html>
`;
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** JSON that ends no script. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
