export const STYLE = `
:root { color-scheme: light dark; --ground: light-dark(#ffffff, #14171a); --ink: light-dark(#16191d, #e8eaed); --line: light-dark(#dcdfe3, #2f353b); --muted: light-dark(#565d66, #a4abb4); --link: light-dark(#1c4fae, #8db4ff); --fiction: light-dark(#ffe08a, #5c4a00); --on-fiction: light-dark(#16191d, #fff3cf) }
html { scroll-padding-top: 40px }
body { max-width: 75rem; margin: 0 auto; padding: 16px; background: var(--ground); color: var(--ink); font: 1rem/1.6 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif }
body:has(#en:target, #en :target) #zh, body:not(:has(#en:target, #en :target)) #en { display: none }
h1 { margin: 16px 0 8px; font-size: 1.5rem; line-height: 1.35 } h2 { font-size: 1.2rem; margin: 32px 0 8px }
a { color: var(--link) } .muted { color: var(--muted) } .size { color: var(--muted); white-space: nowrap }
.fictional { position: sticky; top: 0; z-index: 1; margin: 0 -16px; padding: 2px 16px; background: var(--fiction); color: var(--on-fiction); font-weight: 600; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 16px 0 } form[hidden] { display: none }
input { flex: 1; min-width: 12rem; max-width: 30rem; padding: 6px 10px; border: 1px solid var(--muted); border-radius: 4px; font: inherit; background: var(--ground); color: inherit }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .875rem }
th, td { border-bottom: 1px solid var(--line); padding: 4px 16px 4px 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; min-width: 6rem }
th { border-color: var(--ink) } th button { padding: 0; border: 0; background: none; color: inherit; font: inherit; font-weight: bold; cursor: pointer }
th button::after { content: ' ↕'; color: var(--muted); font-weight: normal } th[aria-sort='ascending'] button::after { content: ' ↑' } th[aria-sort='descending'] button::after { content: ' ↓' }
td p { margin: 0 } ul { padding-inline-start: 1.2rem } .none { display: none }
@media (max-width: 640px) { thead { display: none } table, tbody, tr, td { display: block } tr[hidden] { display: none } tr { padding: 8px 0; border-bottom: 1px solid var(--line) } td { display: grid; grid-template-columns: 6rem 1fr; border: 0; padding: 2px 0 } td:empty { display: none } td::before { content: attr(data-label); grid-row: span 9; color: var(--muted) } td p { grid-column: 2 } }
@media print { nav, form { display: none } tr { break-inside: avoid } }
`.trim();
