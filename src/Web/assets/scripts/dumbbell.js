import { axisX, dot, gridX, link, plot, text } from "@observablehq/plot";
import { base, blue, grey, ink, line, orange, short } from "./look.js";
import { label, read } from "./table.js";

/** Picture 5: the unit's own points, the appraised and the final ones on one scale, per cent of the maximum, for each criterion where they differ. */
export function dumbbell(table, width, { number }) {
  const rows = read(table).filter(row => row.max > 0 && row.self !== null && row.final !== null).map(row => ({
    ...row, a: 100 * row.self / row.max, b: row.appraised === null ? null : 100 * row.appraised / row.max, c: 100 * row.final / row.max }));
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const left = narrow ? 8 : Math.min(320, Math.round(width * 0.38));
  const lift = narrow ? 9 : 0;
  return plot({
    ...base,
    width,
    height: rows.length * (narrow ? 48 : 32) + 62,
    marginTop: 28, marginLeft: left, marginRight: narrow ? 12 : 90, marginBottom: 28,
    x: { domain: [0, 100], label: null },
    y: { domain: rows.map(row => row.criterion), axis: null },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      axisX({ anchor: "bottom", ticks: 5, tickSize: 0, tickFormat: tick => `${number(tick, 0)} %`, fill: grey, label: null }),
      link(rows, { y: "criterion", x1: "a", x2: "c", stroke: grey, strokeWidth: 2, dy: lift, className: "mark-join" }),
      dot(rows, { x: "a", y: "criterion", r: 5, fill: "white", stroke: grey, strokeWidth: 2, dy: lift, className: "mark-self" }),
      dot(rows.filter(row => row.b !== null && row.b !== row.c), { x: "b", y: "criterion", r: 4.5, symbol: "square", fill: orange, dy: lift, className: "mark-appraised" }),
      dot(rows, { x: "c", y: "criterion", r: 6, fill: blue, stroke: "white", dy: lift, className: "mark-final", title: row => `${row.criterion}: ${number(row.self)} → ${number(row.final)}` }),
      text(rows, { y: "criterion", frameAnchor: "left", dx: narrow ? -4 : 8 - left, textAnchor: "start", dy: narrow ? -12 : 0, text: row => short(row.criterion, narrow ? 42 : Math.floor((left - 16) / 7.4)), fill: ink, className: "mark-name" }),
      !narrow && text(rows, { y: "criterion", frameAnchor: "right", dx: 86, textAnchor: "end", fill: ink, text: row => `${number(row.self)} → ${number(row.final)}`, className: "mark-figure" }),
      text(["x"], { frameAnchor: "top-left", dx: narrow ? -4 : 0, dy: -22, textAnchor: "start", fill: grey, className: "mark-key",
        text: () => `○ ${label(table, "self")}   ■ ${label(table, "appraised")}   ● ${label(table, "final")}` }),
    ].filter(Boolean),
  });
}
