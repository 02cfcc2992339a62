/// How a page looks: calm, light or dark as the person's other windows are.
enum PageStyle {
  /// The rules of the page.
  static let rules = """
    :root { color-scheme: light dark; --ground: #f6f4ef; --card: #fffefb; --ink: #25303b;
      --faint: #66707a; --track: #e8e4da; --interview: #4a7ba6; --rejection: #a58bb4;
      --setback: #d3a457; --win: #5b9a6b; --accent: #3f7f86; }
    @media (prefers-color-scheme: dark) { :root { --ground: #161b20; --card: #1f262d;
      --ink: #e6e3db; --faint: #9aa5ae; --track: #333d46; --interview: #76a9d6;
      --rejection: #b79cc8; --setback: #dcb36c; --win: #7fbf8f; --accent: #6fb5bb; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
    main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    header p { margin: 0; color: var(--faint); }
    h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
    h2 { margin: 0 0 .35rem; font-size: 1.1rem; }
    section { margin-top: 1rem; padding: 1.1rem 1.25rem 1.25rem; background: var(--card);
      border-radius: .75rem; }
    section p { margin: 0 0 1rem; }
    section ul { margin: 0; padding-left: 1.2rem; }
    section ul + p { margin: 1rem 0 .5rem; }
    pre { margin: 0; padding: .6rem .8rem; background: var(--track); border-radius: .4rem;
      white-space: pre-wrap; overflow-wrap: anywhere; }
    svg { display: block; width: 100%; }
    .months { display: flex; gap: .4rem; align-items: flex-end; }
    .month { flex: 1 1 0; max-width: 4.5rem; min-width: 0; text-align: center; }
    .month b { display: block; min-height: 1.3em; font-size: .85rem; font-weight: 600; }
    .month span { display: block; margin-top: .3rem; min-height: 2.6em; font-size: .75rem;
      line-height: 1.3; color: var(--faint); }
    .month small { display: block; font-size: inherit; }
    .column { border-bottom: 2px solid var(--track); box-sizing: content-box; }
    ul.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin-top: .75rem; padding: 0;
      list-style: none; font-size: .85rem; color: var(--faint); }
    .legend i { display: inline-block; width: .75em; height: .75em; margin-right: .4em;
      border-radius: 50%; }
    .rows { display: grid; grid-template-columns: max-content 1fr max-content; gap: .55rem .9rem;
      align-items: center; }
    h2 + .rows { margin-top: .75rem; }
    .rows span { font-size: .9rem; }
    .rows b { font-weight: 600; font-size: .9rem; text-align: right; font-variant-numeric:
      tabular-nums; }
    .own { grid-column: 1 / -1; margin: -.35rem 0 .4rem; font-size: .9rem; color: var(--faint);
      overflow-wrap: anywhere; }
    .bar { height: .8rem; border-radius: .4rem; }
    .scale { height: 1.2rem; overflow: visible; }
    .scale path { fill: none; vector-effect: non-scaling-stroke; stroke-linecap: round; }
    .goal { display: grid; grid-template-columns: 1fr 9rem 3.2rem; gap: 0 .9rem;
      align-items: center; margin-top: .9rem; }
    .goal:first-of-type { margin-top: 0; }
    .goal .title { overflow-wrap: anywhere; }
    .goal b { font-weight: 600; text-align: right; }
    .goal small { grid-column: 1 / -1; font-size: .85rem; color: var(--faint); }
    .more { margin: .9rem 0 0; color: var(--faint); }
    .weeks { height: 1.6rem; }
    @media (max-width: 30rem) {
      section { padding: 1rem; }
      .months { gap: .2rem; }
      .month span { font-size: .68rem; }
      .rows { gap: .5rem .6rem; }
      .goal { grid-template-columns: 1fr 3.2rem; }
      .goal .title { grid-column: 1 / -1; }
    }
    .track { fill: var(--track); }
    .rail { stroke: var(--track); stroke-width: 4px; }
    .way { stroke: var(--faint); stroke-width: 3px; }
    .dot { stroke-width: 13px; }
    .dot.before { stroke: var(--rejection); } .dot.after { stroke: var(--win); }
    i.before { background: var(--rejection); } i.after { background: var(--win); }
    .interview { fill: var(--interview); background: var(--interview); }
    .rejection { fill: var(--rejection); background: var(--rejection); }
    .setback { fill: var(--setback); background: var(--setback); }
    .win { fill: var(--win); background: var(--win); }
    .lack, .lesson, .feedback, .kept { fill: var(--accent); }
    @media print { body { background: none; } section { break-inside: avoid; } }
    """
}
