// Made by scripts/generate.mjs from src/explorer/tokens.css and cli/fuzz/forms/html/report.css; do not edit.
export const style: string = `:root {color-scheme: light dark;--page: light-dark(#f4f6f8, #0d1117);--sheet: light-dark(#ffffff, #151b23);--sunken: light-dark(#f7f9fa, #10161d);--line: light-dark(#dde3e9, #2b333d);--edge: light-dark(#7d8894, #6b7683);--text: light-dark(#1c2128, #e4eaf1);--quiet: light-dark(#56616d, #9da9b6);--accent: light-dark(#0a5cb0, #7bb9ff);--on-accent: light-dark(#ffffff, #0a1a2c);--good: light-dark(#1a6b36, #6fd68d);--good-soft: light-dark(#e6f4ea, #12261a);--odd: light-dark(#845306, #e8b75a);--odd-soft: light-dark(#fdf3e0, #2a2110);--bad: light-dark(#b42318, #ff9a90);--bad-soft: light-dark(#fdecea, #2f1715);--string: light-dark(#17663a, #8fd8a5);--number: light-dark(#0a52a8, #84bcff);--word: light-dark(#7a3aa8, #d3a6f5);--mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;--gap: 1.5rem;--widest: 150rem;font:
clamp(15px, 13.5px + 0.2vw, 24px) / 1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",Arial,sans-serif;background: var(--page);color: var(--text)}
:root[data-theme="light"] {color-scheme: light}
:root[data-theme="dark"] {color-scheme: dark}
*,::before,::after {box-sizing: border-box}
body,h1,h2,h3,h4,h5,p,ul,ol,pre {margin: 0;padding: 0}
ul,ol {list-style: none}
body {overflow-wrap: anywhere}
h1 {font-size: 1.3rem;letter-spacing: -0.02em;line-height: 1.25}
h2 {font-size: 1.25rem;letter-spacing: -0.02em}
h3 {font-size: 1.2rem}
h4 {font-size: 1rem;margin: 1.2rem 0 0.5rem}
h5 {font-size: 0.9rem;font-weight: 550}
small {font-weight: 400;color: var(--quiet)}
a {color: var(--accent);text-underline-offset: 0.2em}
:focus-visible {outline: 2px solid var(--accent);outline-offset: 2px;border-radius: 0.25rem}
code,pre,.code,.args,.tree {font-family: var(--mono);font-size: 0.85rem}
pre,.lines {white-space: pre-wrap;overflow-wrap: anywhere;line-height: 1.55}
.skip {position: absolute;left: 1rem;top: -4rem;z-index: 3;background: var(--accent);color: var(--on-accent);padding: 0.5rem 1rem;border-radius: 0.4rem}
.skip:focus {top: 0.5rem}
.bar {padding: 0.9rem max(var(--gap), (100% - var(--widest)) / 2 + var(--gap));background: var(--sheet);border-bottom: 1px solid var(--line)}
.bar p,.quiet,.about {color: var(--quiet);font-size: 0.85rem}
main {display: grid;grid-template-columns: minmax(0, 1fr);gap: 1.2rem;max-width: var(--widest);margin: 0 auto;padding: var(--gap)}
#findings {display: grid;grid-template-columns: minmax(0, 1fr);gap: 1.2rem}
#findings:empty {display: none}
.panel {background: var(--sheet);border: 1px solid var(--line);border-radius: 0.7rem;padding: 1.1rem 1.3rem 1.3rem;min-width: 0;scroll-margin: 1rem}
.status {padding: 0.7rem 1rem;border-radius: 0.55rem}
.valid {background: var(--good-soft)}
.valid strong {color: var(--good)}
.remarks {background: var(--odd-soft)}
.remarks strong,.remark {color: var(--odd)}
.invalid {background: var(--bad-soft)}
.invalid strong {color: var(--bad)}
.contents {display: grid;gap: 0.3rem;counter-reset: at}
.contents li {counter-increment: at}
.contents li::before {content: counter(at) ". ";color: var(--quiet)}
.finding > header {display: grid;gap: 0.4rem}
.call .mark {font-size: 0.8rem;color: var(--good)}
.finding h3 .mark {display: inline-grid;place-items: center;min-width: 1.7rem;height: 1.7rem;margin-right: 0.3rem;border-radius: 50%;background: var(--bad-soft);color: var(--bad);font-size: 0.95rem}
.what {font-size: 0.95rem}
.facts {display: flex;flex-wrap: wrap;gap: 0.3rem 0.5rem}
.chip {display: inline-block;border: 1px solid var(--line);background: var(--sunken);border-radius: 1rem;padding: 0.05rem 0.65rem;font-size: 0.82rem}
.chip.odd {color: var(--odd);background: var(--odd-soft);border-color: transparent}
.sides {display: grid;grid-template-columns: minmax(0, 1fr);gap: 0.8rem;margin-top: 1rem}
.sides h5 {margin-bottom: 0.3rem}
.side {border-left: 3px solid var(--good);padding: 0.1rem 0 0.1rem 0.9rem;min-width: 0}
.side h4 {margin: 0 0 0.3rem;font-size: 0.85rem;color: var(--good)}
.happened {border-color: var(--bad)}
.happened h4 {color: var(--bad)}
.step pre,.log {font-family: var(--mono);font-size: 0.8rem;white-space: pre-wrap}
.block > pre,.sides div:not(.side) > pre,.command,.frame,.event .lines {background: var(--sunken);border: 1px solid var(--line);border-radius: 0.45rem;padding: 0.6rem 0.8rem}
details > summary {cursor: pointer;color: var(--accent)}
.block {margin-top: 1.2rem}
.block > summary {font-weight: 650;margin-bottom: 0.5rem}
.block > p {max-width: 60rem}
.whole {display: inline-block;vertical-align: top;font-size: 0.9em}

.scroll {overflow-x: auto;border-radius: 0.45rem}
.lanes {display: none}
.steps {display: grid;grid-template-columns: minmax(0, 1fr);gap: 0.6rem}
.step {border: 1px solid var(--line);border-left: 4px solid var(--lane, var(--accent));border-radius: 0.45rem;background: var(--sunken);padding: 0.5rem 0.75rem 0.6rem;font-size: 0.92rem;min-width: 0}
.when time {font-family: var(--mono);font-size: 0.85rem;color: var(--quiet)}
.calls,.log {display: grid;gap: 0.25rem;margin: 0.35rem 0}
.call {padding-left: 1.1rem;position: relative}
.call::before {content: "→";position: absolute;left: 0;color: var(--quiet)}
.args,.end .code {display: inline;color: var(--quiet)}
.end .code {color: var(--string)}
.call.odd .mark {color: var(--odd);font-weight: 600}
.end.bad strong {color: var(--bad)}
.lane-1 {--lane: var(--number)}
.lane-2 {--lane: var(--string)}
.lane-3 {--lane: var(--word)}
.lane-4 {--lane: var(--odd)}
.lane-5 {--lane: var(--bad)}
.lane-6 {--lane: var(--edge)}

.diff,.judgements {width: 100%;border-collapse: collapse;font-size: 0.85rem}
.diff {table-layout: fixed}
.diff th,.judgements th {text-align: left;font-weight: 550;padding: 0.3rem 0.6rem;vertical-align: top}
.diff thead th,.judgements thead th {color: var(--quiet);border-bottom: 1px solid var(--line)}
.diff td {font-family: var(--mono);white-space: pre-wrap;vertical-align: top;padding: 0.1rem 0.6rem}
.judgements td {padding: 0.3rem 0.6rem}
.judgements tr + tr > * {border-top: 1px solid var(--line)}
.diff .same {color: var(--quiet)}
del,ins {display: block;text-decoration: none;padding: 0 0.3rem;border-radius: 0.25rem}
del {background: var(--bad-soft);color: var(--bad)}
ins {background: var(--good-soft);color: var(--good)}
del::before {content: "− "}
ins::before {content: "+ "}

.frame mark {display: block;background: var(--bad-soft);color: var(--text);border-left: 3px solid var(--bad);margin-left: -0.8rem;padding-left: calc(0.8rem - 3px)}
.frame .at {color: var(--quiet);user-select: none}

.event {display: grid;grid-template-columns: minmax(0, 1fr);gap: 0.5rem 2rem}
.tree .tree {padding-left: 1.1rem;border-left: 1px solid var(--line);margin-left: 0.3rem}
.tree > li {padding: 0.15rem 0}
.tree summary {color: var(--text)}
.key {font-weight: 550}
.field > .key::after {content: ": ";color: var(--quiet);font-weight: 400}
.value {display: inline}
.count {color: var(--quiet)}
.string {color: var(--string)}
.number {color: var(--number)}
.boolean,.null {color: var(--word)}
.note {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", sans-serif;font-size: 0.85rem;line-height: 1.4;margin-left: 1.1rem}
.note .about {font-size: 0.8rem}
.parts {display: grid;gap: 0.8rem}
.parts > li {min-width: 0}
.parts h5 {font-family: var(--mono)}
.notes {display: grid;gap: 0.4rem;margin-top: 0.6rem}
.panel > h2 + p {margin-top: 0.4rem}

@media (max-width: 30rem) {:root {--gap: 0.8rem}
.panel {padding: 0.9rem 0.9rem 1rem}
}
@media (min-width: 52rem) {.sides {grid-template-columns: repeat(2, minmax(0, 1fr))}
.lanes,.steps {display: grid;gap: 0.6rem}
.lanes {font-size: 0.82rem;font-weight: 600;color: var(--quiet);padding-bottom: 0.35rem}
.lanes > span {border-bottom: 3px solid var(--lane);padding-bottom: 0.2rem}
.of-1 {grid-template-columns: minmax(0, 1fr)}
.of-2 {grid-template-columns: repeat(2, minmax(16rem, 1fr));min-width: 33.2rem}
.of-3 {grid-template-columns: repeat(3, minmax(16rem, 1fr));min-width: 49.8rem}
.of-4 {grid-template-columns: repeat(4, minmax(16rem, 1fr));min-width: 66.4rem}
.of-5 {grid-template-columns: repeat(5, minmax(16rem, 1fr));min-width: 83rem}
.of-6 {grid-template-columns: repeat(6, minmax(16rem, 1fr));min-width: 99.6rem}
.lane-1 {grid-column: 1}
.lane-2 {grid-column: 2}
.lane-3 {grid-column: 3}
.lane-4 {grid-column: 4}
.lane-5 {grid-column: 5}
.lane-6 {grid-column: 6}
.row-1 {grid-row: 1}
.row-2 {grid-row: 2}
.row-3 {grid-row: 3}
.row-4 {grid-row: 4}
.row-5 {grid-row: 5}
.row-6 {grid-row: 6}
.row-7 {grid-row: 7}
.row-8 {grid-row: 8}
.row-9 {grid-row: 9}
.row-10 {grid-row: 10}
.row-11 {grid-row: 11}
.row-12 {grid-row: 12}
.row-13 {grid-row: 13}
.row-14 {grid-row: 14}
.row-15 {grid-row: 15}
.row-16 {grid-row: 16}
.row-17 {grid-row: 17}
.row-18 {grid-row: 18}
.row-19 {grid-row: 19}
.row-20 {grid-row: 20}
.row-21 {grid-row: 21}
.row-22 {grid-row: 22}
.row-23 {grid-row: 23}
.row-24 {grid-row: 24}
.row-25 {grid-row: 25}
.row-26 {grid-row: 26}
.row-27 {grid-row: 27}
.row-28 {grid-row: 28}
.row-29 {grid-row: 29}
.row-30 {grid-row: 30}
.row-31 {grid-row: 31}
.row-32 {grid-row: 32}
.row-33 {grid-row: 33}
.row-34 {grid-row: 34}
.row-35 {grid-row: 35}
.row-36 {grid-row: 36}
.row-37 {grid-row: 37}
.row-38 {grid-row: 38}
.row-39 {grid-row: 39}
.row-40 {grid-row: 40}
}
@media (min-width: 80rem) {.event:has(> div + div) {grid-template-columns: minmax(0, 3fr) minmax(0, 2fr)}
}
`;
