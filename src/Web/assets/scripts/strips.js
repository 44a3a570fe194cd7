import { axisX, dot, gridX, plot, text, tickX } from "@observablehq/plot";
import { base, blue, grey, ink, line, pale, short } from "./look.js";
import { read } from "./table.js";

/** Picture 6: one strip an area, 0–100 % of its maximum: dots for the group, a mark for the unit, a tick for the median. */
export function strips(table, width, { number, figure }) {
  const rows = read(table).filter(row => row.share !== null);
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const left = narrow ? 8 : Math.min(320, Math.round(width * 0.38));
  const lift = narrow ? 9 : 0;
  const dots = rows.flatMap(row => String(row.group ?? "").split(" ").filter(Boolean).map(value => ({ area: row.area, value: Number(value) })));
  const low = Math.min(50, ...dots.map(d => Math.floor(d.value / 10) * 10), ...rows.map(row => Math.floor(row.share / 10) * 10));
  return plot({
    ...base,
    width,
    height: rows.length * (narrow ? 52 : 38) + 58,
    marginTop: 26, marginLeft: left, marginRight: narrow ? 12 : 70, marginBottom: 30,
    x: { domain: [Math.max(0, low), 100], clamp: false, label: null },
    y: { domain: rows.map(row => row.area), axis: null },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      axisX({ anchor: "bottom", ticks: 5, tickSize: 0, tickFormat: tick => `${number(tick, 0)} %`, fill: grey, label: null }),
      dot(dots, { x: "value", y: "area", r: 4, fill: pale, fillOpacity: 0.75, className: "mark-group", dy: lift }),
      tickX(rows.filter(row => row.median != null), { x: "median", y: "area", stroke: ink, strokeWidth: 2, inset: narrow ? 20 : 10, className: "mark-median", dy: lift }),
      dot(rows, { x: "share", y: "area", r: 7, symbol: "diamond2", fill: blue, stroke: "white", strokeWidth: 1.5, className: "mark-unit", dy: lift,
        title: row => `${row.area}: ${number(row.share)} %` }),
      text(rows.map(row => row.area), { y: name => name, frameAnchor: "left", dx: narrow ? -4 : 8 - left, textAnchor: "start", dy: narrow ? -14 : 0,
        text: name => short(name, narrow ? 34 : Math.floor((left - 16) / 7.4)), fill: ink, className: "mark-area" }),
      text(rows, { y: "area", frameAnchor: "right", dx: narrow ? 6 : 64, dy: narrow ? -14 : 0, textAnchor: "end", text: row => `${number(row.share)} %`, fontWeight: 600, fill: blue, className: "mark-figure" }),
      text([figure.dataset.key], { frameAnchor: "top-left", dy: -20, dx: narrow ? -4 : 0, textAnchor: "start", fill: grey, className: "mark-key", text: words => short(words, narrow ? 48 : 90) }),
    ],
  });
}
