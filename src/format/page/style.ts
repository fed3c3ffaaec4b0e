/** The look of the page: paper and ink by day and by night, from 390 to 2560 pixels, and in print. No script, no font to load. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fff;--ink:#1d1c1a;--soft:#5d5a53;--line:#dedad0;--tint:#fff0bf;--tint2:#ffdf8a;--tint3:#fbca5c;--lit:#ffe08f;--who:#0a4a8c;--cue:#8f3606;--focus:#0a58ca;--bar:#2f6f4f}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--card:#1c1f25;--ink:#e9e6df;--soft:#aaa69c;--line:#343841;--tint:#38311a;--tint2:#51461f;--tint3:#6a5a24;--lit:#665822;--who:#a3ccff;--cue:#ffb585;--focus:#8ab8ff;--bar:#6fc296}}
*{box-sizing:border-box}
html{font-size:clamp(1rem,.93rem + .3vw,1.4rem);-webkit-text-size-adjust:100%;scroll-padding-top:2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
a{color:var(--focus)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
.top,.report,.index{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
.top{padding-top:1.5rem;color:var(--soft);font-size:.82rem}
.top p{margin:.2rem 0}
.top h1{display:inline;font-size:1em;color:var(--ink)}.top h1+p{display:inline}.top h1::after{content:" · ";font-weight:400}
.legend .g{color:var(--ink)}
.legend{display:flex;flex-wrap:wrap;gap:.15rem .9rem}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.report>header{padding:2rem 0 1rem;border-bottom:1px solid var(--line);margin-bottom:1.6rem}
.report+.report{border-top:.4rem double var(--line);margin-top:3rem}
h2{font:600 clamp(1.5rem,1.1rem + 1.6vw,2.3rem)/1.2 ui-serif,Charter,"Iowan Old Style","Source Serif 4",Georgia,serif;margin:0 0 .5rem;text-wrap:balance;overflow-wrap:anywhere}
.known{margin:0;color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
.row{display:grid;grid-template-columns:minmax(0,1fr) minmax(16rem,24rem);column-gap:clamp(1.5rem,4vw,4rem);align-items:start;margin-bottom:1.35rem}
.words{margin:0;max-width:38em;font:1.1rem/1.62 ui-serif,Charter,"Iowan Old Style","Source Serif 4",Georgia,serif;white-space:pre-wrap;overflow-wrap:anywhere}
.g{padding:.08em 0}
.c1{background:var(--tint)}.c2{background:var(--tint2)}.c3{background:var(--tint3)}
.low{background:none;text-decoration:underline dashed var(--tint3) 2px;text-underline-offset:.25em;text-decoration-skip-ink:none}
.source{color:var(--who);font-weight:600}
.cue{color:var(--cue);font-style:italic}
.n{font:600 .62rem/1 system-ui,sans-serif;vertical-align:super;color:var(--soft);text-decoration:none;padding:.15em .3em;margin-right:.1em;border:1px solid var(--line);border-radius:.6em;background:var(--card);user-select:none;-webkit-user-select:none}
.notes{list-style:none;margin:0;padding:0;font-size:.82rem;line-height:1.45}
.note{position:relative;background:var(--card);border:1px solid var(--line);border-left:.25rem solid var(--tint3);border-radius:.35rem;padding:.45rem .7rem;margin-bottom:.4rem;overflow-wrap:anywhere}
.note.in1{margin-left:1rem}.note.in2{margin-left:2rem}
.note p{margin:0}
.note>p:first-child a{color:var(--soft);font-weight:600;text-decoration:none;padding-right:.25rem}
.sure{display:flex;flex-wrap:wrap;gap:.1rem .45rem;align-items:center;color:var(--soft);font-size:.93em;font-variant-numeric:tabular-nums}
.bar{flex:none;width:2.6rem;height:.35rem;border-radius:.2rem;background:var(--line);overflow:hidden}
.bar i{display:block;height:100%;background:var(--bar)}
.full{display:none;position:absolute;z-index:2;top:calc(100% - 2px);left:-.25rem;right:-1px;padding:.5rem .7rem .6rem;background:var(--card);border:1px solid var(--cue);border-top:0;border-radius:0 0 .35rem .35rem;box-shadow:0 8px 18px #0004;max-height:60vh;overflow:auto}
.brief{display:none}
.full a{float:right;margin-left:.6rem}
.note:target .full{display:block;position:static;padding:.35rem 0 0;margin-top:.35rem;border:0;border-top:1px solid var(--line);border-radius:0;box-shadow:none;max-height:none}
.more{margin:.35rem 0 0;display:grid;grid-template-columns:auto 1fr;gap:.05rem .6rem}
.more dt{color:var(--soft)}.more dd{margin:0}
.none{color:var(--soft);font-style:italic;font-weight:400}
.index{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
.top{padding-top:1.5rem;color:var(--soft);font-size:.82rem}
.top p{margin:.2rem 0}
.top h1{display:inline;font-size:1em;color:var(--ink)}.top h1+p{display:inline}.top h1::after{content:" · ";font-weight:400}
.legend .g{color:var(--ink)}
.legend{display:flex;flex-wrap:wrap;gap:.15rem .9rem}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.report>header{padding:2rem 0 1rem;border-bottom:1px solid var(--line);margin-bottom:1.6rem}
.report+.report{border-top:.4rem double var(--line);margin-top:3rem}
h2{font:600 clamp(1.5rem,1.1rem + 1.6vw,2.3rem)/1.2 ui-serif,Charter,"Iowan Old Style","Source Serif 4",Georgia,serif;margin:0 0 .5rem;text-wrap:balance;overflow-wrap:anywhere}
.known{margin:0;color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
.row{display:grid;grid-template-columns:minmax(0,1fr) minmax(16rem,24rem);column-gap:clamp(1.5rem,4vw,4rem);align-items:start;margin-bottom:1.35rem}
.words{margin:0;max-width:38em;font:1.1rem/1.62 ui-serif,Charter,"Iowan Old Style","Source Serif 4",Georgia,serif;white-space:pre-wrap;overflow-wrap:anywhere}
.g{padding:.08em 0}
.c1{background:var(--tint)}.c2{background:var(--tint2)}.c3{background:var(--tint3)}
.low{background:none;text-decoration:underline dashed var(--tint3) 2px;text-underline-offset:.25em;text-decoration-skip-ink:none}
.source{color:var(--who);font-weight:600}
.cue{color:var(--cue);font-style:italic}
.n{font:600 .62rem/1 system-ui,sans-serif;vertical-align:super;color:var(--soft);text-decoration:none;padding:.15em .3em;margin-right:.1em;border:1px solid var(--line);border-radius:.6em;background:var(--card);user-select:none;-webkit-user-select:none}
.notes{list-style:none;margin:0;padding:0;font-size:.82rem;line-height:1.45}
.note{background:var(--card);border:1px solid var(--line);border-left:.25rem solid var(--tint3);border-radius:.35rem;padding:.55rem .75rem;margin-bottom:.5rem;overflow-wrap:anywhere}
.note.in1{margin-left:1rem}.note.in2{margin-left:2rem}
.note p{margin:0}
.what{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.note:is(:hover,:focus-within,:target) .what{-webkit-line-clamp:none}
.sure{display:flex;gap:.5rem;align-items:center;color:var(--soft);margin-top:.3rem!important;font-variant-numeric:tabular-nums}
.bar{flex:none;width:3.2rem;height:.35rem;border-radius:.2rem;background:var(--line);overflow:hidden}
.bar i{display:block;height:100%;background:var(--bar)}
.back{margin-left:auto;padding:0 .3rem;text-decoration:none}
.more{margin:.35rem 0 0;display:grid;grid-template-columns:auto 1fr;gap:.05rem .6rem}
.more dt{color:var(--soft)}.more dd{margin:0}
.none{color:var(--soft);font-style:italic;font-weight:400}
.index{padding-block:2rem;font-size:.9rem}
@media (max-width:56rem){.row{grid-template-columns:minmax(0,1fr);row-gap:.7rem}.words{max-width:none}.notes{padding-left:.6rem}.full{position:fixed;top:auto;bottom:0;left:0;right:0;border-top:3px solid var(--cue);border-radius:0;padding:.8rem 1rem 1rem;max-height:45vh}.full:not(:target .full) .brief{display:block}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}.g,.note{transition:background-color .12s}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444}html{font-size:10pt}.row{break-inside:avoid}.g,.bar i,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}.full,.note:target .full{display:block;position:static;border:0;box-shadow:none;padding:.2rem 0 0}.full a,.skip,.index{display:none}.report{break-before:page}.report:first-of-type{break-before:auto}}
`;

/**
 * The rules that light up the statement in a slot of a group and open its note wherever its words, its number or its
 * note are pointed at or focused; words inside several statements light up the innermost (`i`).
 */
export const lighting = (slot: number): string =>
  `.group:has(.i${slot}:is(:hover,:focus,:focus-within,:target)) .g.s${slot}{background:var(--lit);box-shadow:0 .12em 0 var(--cue)}` +
  `.group:has(.i${slot}:is(:hover,:focus,:focus-within,:target)) .note.s${slot}{border-color:var(--cue)}` +
  `.group:has(.i${slot}:is(:hover,:focus,:focus-within)) .note.s${slot} .full{display:block}`;
