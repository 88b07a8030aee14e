// Made by scripts/generate.mjs from src/explorer/tokens.css and cli/serve/inspect/inspect.css; do not edit.
export const style: string = `:root {color-scheme: light dark;--page: light-dark(#f4f6f8, #0d1117);--sheet: light-dark(#ffffff, #151b23);--sunken: light-dark(#f7f9fa, #10161d);--line: light-dark(#dde3e9, #2b333d);--edge: light-dark(#7d8894, #6b7683);--text: light-dark(#1c2128, #e4eaf1);--quiet: light-dark(#56616d, #9da9b6);--accent: light-dark(#0a5cb0, #7bb9ff);--on-accent: light-dark(#ffffff, #0a1a2c);--good: light-dark(#1a6b36, #6fd68d);--good-soft: light-dark(#e6f4ea, #12261a);--odd: light-dark(#845306, #e8b75a);--odd-soft: light-dark(#fdf3e0, #2a2110);--bad: light-dark(#b42318, #ff9a90);--bad-soft: light-dark(#fdecea, #2f1715);--string: light-dark(#17663a, #8fd8a5);--number: light-dark(#0a52a8, #84bcff);--word: light-dark(#7a3aa8, #d3a6f5);--mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;--gap: 1.5rem;--widest: 150rem;font:
clamp(15px, 13.5px + 0.2vw, 24px) / 1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",Arial,sans-serif;background: var(--page);color: var(--text)}
:root[data-theme="light"] {color-scheme: light}
:root[data-theme="dark"] {color-scheme: dark}
*,::before,::after {box-sizing: border-box}
[hidden] {
display: none !important}
body,h1,h2,h3,p,ol,pre {margin: 0;padding: 0}
ol {list-style: none}
body {overflow-wrap: anywhere}
header {padding: 0.8rem var(--gap);background: var(--sheet);border-bottom: 1px solid var(--line)}
h1 {font-size: 1rem;font-weight: 650}
h2 {font-size: 1.4rem;letter-spacing: -0.02em;line-height: 1.25}
h3 {font-size: 1rem;margin: 1.2rem 0 0.4rem}
main {display: grid;grid-template-columns: minmax(0, 1fr);gap: var(--gap);padding: var(--gap);max-width: var(--widest);margin: 0 auto}
nav {max-height: 40vh;overflow: auto}
@media (min-width: 60rem) {main {grid-template-columns: minmax(18rem, 26rem) minmax(0, 1fr)}
nav {position: sticky;top: var(--gap);max-height: calc(100vh - 2 * var(--gap))}
}
nav p,.quiet {color: var(--quiet);font-size: 0.85rem}
nav button {display: grid;grid-template-columns: 2.5rem minmax(0, 1fr) auto;gap: 0.6rem;width: 100%;padding: 0.5rem 0.7rem;border: 1px solid transparent;border-bottom-color: var(--line);background: var(--sheet);color: var(--text);font: inherit;font-size: 0.9rem;text-align: start;cursor: pointer}
nav button:hover,nav button[aria-current="true"] {border-color: var(--accent)}
.label {max-height: 3em;overflow: hidden}
.number {color: var(--quiet);font-variant-numeric: tabular-nums}
.good {color: var(--good)}
.odd,.remark {color: var(--odd)}
.bad {color: var(--bad)}
.actions {display: flex;flex-wrap: wrap;gap: 0.6rem;margin-top: 0.8rem}
.actions button {padding: 0.4rem 0.9rem;border: 1px solid var(--edge);border-radius: 0.35rem;background: var(--sheet);color: var(--accent);font: inherit;cursor: pointer}
.actions button:disabled {color: var(--quiet);cursor: default}
:focus-visible {outline: 2px solid var(--accent);outline-offset: 2px}
section:focus-visible {outline: none}
pre {padding: 0.8rem 1rem;border: 1px solid var(--line);border-radius: 0.35rem;background: var(--sunken);font: 0.85rem / 1.55 var(--mono);white-space: pre-wrap}
`;
