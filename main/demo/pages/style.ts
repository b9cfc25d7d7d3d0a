/** The pages' one stylesheet, served as a file of its own so that the policy can forbid inline styles. */
export const STYLE = `:root {
  color-scheme: light dark;
  --bg: light-dark(#f4f6f7, #0f1719);
  --surface: light-dark(#ffffff, #172124);
  --soft: light-dark(#eef2f3, #223035);
  --line: light-dark(#dde4e6, #2a383d);
  --ink: light-dark(#12282c, #e8f0f1);
  --ink-2: light-dark(#47606a, #a9bbc0);
  --accent: light-dark(#0a6e6a, #3bb7ae);
  --accent-soft: light-dark(#dff1ef, #15393a);
  --voice: light-dark(#f6effb, #241b2d);
  --voice-line: light-dark(#d9c4ea, #4a3560);
  --note: light-dark(#fdf6e8, #2b2415);
  --note-line: light-dark(#f0dcb2, #4f3f1b);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 system-ui, 'Segoe UI', sans-serif; }
header { background: var(--surface); border-bottom: 1px solid var(--line); }
header div, main { max-width: 1000px; margin: 0 auto; padding: 14px 20px; }
header div { display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
header a { color: inherit; font-weight: 650; text-decoration: none; }
header span { color: var(--ink-2); font-size: 13px; }
main { padding-top: 24px; padding-bottom: 48px; }
.split table { margin: 0; }
.split { display: grid; grid-template-columns: minmax(0, 1fr) 280px; gap: 24px; align-items: start; }
@media (max-width: 760px) { .split { grid-template-columns: minmax(0, 1fr); } }
h1 { font-size: 22px; line-height: 1.3; letter-spacing: -0.01em; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 13px; margin: 0 0 8px; color: var(--ink-2); font-weight: 600; }
.meta { color: var(--ink-2); margin: 0 0 20px; display: flex; gap: 6px 12px; flex-wrap: wrap; align-items: center; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; margin: 0 0 14px; overflow-wrap: anywhere; }
.card p { margin: 8px 0 0; white-space: pre-wrap; }
.note { background: var(--note); border-color: var(--note-line); }
.voice { background: var(--voice); border-color: var(--voice-line); }
.by { display: flex; gap: 4px 10px; flex-wrap: wrap; align-items: baseline; }
.by time, .quiet { color: var(--ink-2); font-size: 13px; }
.chip { background: var(--soft); color: var(--ink-2); border-radius: 999px; padding: 1px 9px; font-size: 12px; font-weight: 550; white-space: nowrap; }
.status { background: var(--accent-soft); color: var(--accent); }
a { color: var(--accent); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 10px 0 0; }
dt { color: var(--ink-2); font-size: 13px; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
audio { width: 100%; margin-top: 12px; }
.tags { display: flex; gap: 6px; flex-wrap: wrap; }
table { width: 100%; margin-top: 16px; border-collapse: collapse; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
th, td { text-align: start; padding: 9px 14px; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
th { border: 0; font-size: 12px; color: var(--ink-2); font-weight: 600; white-space: nowrap; }
th:nth-child(2) { width: 45%; }
td a { text-decoration: none; }
td:first-child { color: var(--ink-2); font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (max-width: 700px) { .wide { display: none; } }
`
