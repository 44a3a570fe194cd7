import { axisX, barX, gridX, plot, ruleX, text } from "@observablehq/plot";
import { base, blue, grey, ink, line, orange, short } from "./look.js";
import { label, read } from "./table.js";

const middle = "#c3ccd1";

/** Picture 10: dissatisfied, neutral and satisfied answers of each factor around the middle of the neutral ones; the base at the right. */
export function levels(table, width, { number }) {
  const rows = read(table).filter(row => row.satisfied !== null && row.dissatisfied !== null);
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const left = narrow ? 8 : Math.min(320, Math.round(width * 0.36));
  const parts = rows.flatMap(row => {
    const from = -(row.dissatisfied + row.neutral / 2);
    return [
      { ...row, kind: "dissatisfied", x1: from, x2: from + row.dissatisfied },
      { ...row, kind: "neutral", x1: from + row.dissatisfied, x2: from + row.dissatisfied + row.neutral },
      { ...row, kind: "satisfied", x1: from + row.dissatisfied + row.neutral, x2: from + 100 },
    ];
  });
  const fill = { dissatisfied: orange, neutral: middle, satisfied: blue };
  const low = Math.min(-10, Math.floor(Math.min(...parts.map(part => part.x1)) / 10) * 10);
  const lift = narrow ? 9 : 0;
  return plot({
    ...base,
    width,
    height: rows.length * (narrow ? 54 : 38) + 66,
    marginTop: 34, marginLeft: left, marginRight: narrow ? 10 : 84, marginBottom: 28,
    x: { domain: [low, 100], label: null },
    y: { domain: rows.map(row => row.factor), axis: null, padding: narrow ? 0.6 : 0.34 },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: narrow ? 4 : 8 }),
      axisX({ anchor: "bottom", ticks: narrow ? 4 : 8, tickSize: 0, tickFormat: tick => `${number(Math.abs(tick), 0)} %`, fill: grey, label: null }),
      barX(parts, { y: "factor", x1: "x1", x2: "x2", fill: part => fill[part.kind], className: "mark-level", dy: lift, title: part => `${part.factor}, ${label(table, part.kind)}: ${number(part.x2 - part.x1)} %` }),
      ruleX([0], { stroke: ink, strokeWidth: 1, className: "mark-middle" }),
      text(rows, { y: "factor", x: row => -(row.dissatisfied + row.neutral / 2) + row.dissatisfied + row.neutral + row.satisfied / 2, dy: lift, text: row => `${number(row.satisfied)} %`, fill: "white", fontWeight: 600, className: "mark-figure" }),
      text(rows.map(row => row.factor), { y: name => name, frameAnchor: "left", dx: narrow ? -4 : 8 - left, textAnchor: "start", dy: narrow ? -14 : 0,
        text: name => short(name, narrow ? 40 : Math.floor((left - 16) / 7.4)), fill: ink, className: "mark-factor" }),
      !narrow && text(rows, { y: "factor", frameAnchor: "right", dx: 78, textAnchor: "end", text: row => number(row.answers, 0), fill: grey, className: "mark-base" }),
      text(["x"], { frameAnchor: "top-left", dx: narrow ? -4 : 0, dy: -26, textAnchor: "start", fill: orange, fontWeight: 600, text: () => `◀ ${label(table, "dissatisfied")}`, className: "mark-key-low" }),
      text(["x"], { frameAnchor: "top-right", dx: 0, dy: -26, textAnchor: "end", fill: blue, fontWeight: 600, text: () => `${label(table, "satisfied")} ▶`, className: "mark-key-high" }),
      !narrow && text(["x"], { frameAnchor: "top-right", dx: 78, dy: -26, textAnchor: "end", fill: grey, text: () => label(table, "answers"), className: "mark-key-base" }),
    ].filter(Boolean),
  });
}
