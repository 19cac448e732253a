/** The style of the page: light and dark, from the width of a phone on, and for paper. */
export const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --dim: #57606a; --page: #ffffff; --box: #f6f8fa; --text: #1f2328;
  --error: #cf222e; --warning: #9a6700; --note: #0969da; --network: #0969da; --config: #8250df; --final: #1a7f37;
  --after: #bc4c00; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --dim: #9198a1; --page: #0d1117; --box: #151b23;
  --text: #f0f6fc; --error: #ff7b72; --warning: #d29922; --note: #58a6ff; --network: #58a6ff; --config: #bc8cff;
  --final: #56d364; --after: #ffa657; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
p, ul { margin: .25rem 0; } .dim { color: var(--dim); }
code, pre { font: .85rem/1.5 ui-monospace, monospace; } pre { margin: 0; white-space: pre-wrap; }
svg { display: block; width: 100%; max-width: 40rem; height: auto; } svg text { font: 9px system-ui, sans-serif; }
svg .name { fill: var(--dim); } svg .number { fill: var(--page); text-anchor: middle; }
ol.steps { list-style: none; margin: 0; padding: 0; }
ol.steps > li { padding: .5rem .75rem; border-left: .25rem solid var(--line); margin: .25rem 0; background: var(--box); }
ol.steps > li:target { outline: .125rem solid var(--note); }
.network { border-left-color: var(--network) !important; fill: var(--network); }
.config { border-left-color: var(--config) !important; fill: var(--config); }
.final { border-left-color: var(--final) !important; fill: var(--final); }
.after { border-left-color: var(--after) !important; fill: var(--after); }
.tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; font-size: .8rem; white-space: nowrap; }
.error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
.lines { border: 1px solid var(--line); background: var(--box); padding: .5rem; }
.lines > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; min-height: 1.275rem; }
details { border: 1px solid var(--line); margin: .25rem 0; background: var(--box); }
summary { padding: .5rem .75rem; cursor: pointer; } details pre { padding: .5rem .75rem; border-top: 1px solid var(--line); }
@media print { body { max-width: none; } details::details-content { content-visibility: visible; } a { color: inherit; } }
`;
