import { areaY, axisX, axisY, dot, gridY, lineY, plot, ruleY, text } from "@observablehq/plot";
import { base, blue, grey, ink, line, orange, pale, short } from "./look.js";
import { label, read } from "./table.js";

/** Picture 9: base across, satisfied share up, limits around the mean of all; only what lies outside the limits is named. */
export function funnel(table, width, { number, figure }) {
  const rows = read(table).filter(row => row.share !== null && row.forms !== null);
  if (rows.length < 2) return null;
  const narrow = width < 560;
  const sorted = [...rows].sort((a, b) => a.forms - b.forms);
  const mean = Number(figure.dataset.mean);
  const all = sorted.flatMap(row => [row.share, row.lowfar, row.highfar]).filter(value => value !== null);
  const [low, high] = [Math.max(0, Math.min(...all) - 1), Math.min(100, Math.max(...all) + 1)];
  // Units at one place share one name.
  const outside = Object.values(Object.fromEntries(sorted.filter(row => row.outside === "yes").map(row => [`${row.forms} ${row.share}`, row])))
    .map(row => ({ ...row, names: sorted.filter(other => other.outside === "yes" && other.forms === row.forms && other.share === row.share).map(other => other.short || other.unit).join(", ") }));
  return plot({
    ...base,
    width,
    height: narrow ? 340 : 420,
    marginLeft: 58, marginRight: narrow ? 16 : 150, marginTop: 26, marginBottom: 44,
    x: { label: null, nice: true }, y: { domain: [low, high], label: null },
    marks: [
      gridY({ stroke: line, strokeOpacity: 1, ticks: 6 }),
      axisY({ ticks: 6, tickSize: 0, tickFormat: tick => `${number(tick, 0)} %`, fill: grey, label: null }),
      axisX({ ticks: narrow ? 4 : 8, tickSize: 4, tickFormat: tick => number(tick, 0), fill: grey, label: label(table, "forms"), labelAnchor: "center", labelArrow: "none" }),
      areaY(sorted, { x: "forms", y1: "low", y2: "high", fill: pale, fillOpacity: 0.22, className: "mark-near" }),
      lineY(sorted, { x: "forms", y: "lowfar", stroke: grey, strokeDasharray: "4 3", className: "mark-limit-low" }),
      lineY(sorted, { x: "forms", y: "highfar", stroke: grey, strokeDasharray: "4 3", className: "mark-limit-high" }),
      ruleY([mean], { stroke: ink, strokeWidth: 1.5, className: "mark-mean" }),
      text([mean], { y: at => at, frameAnchor: "right", dx: narrow ? 0 : 8, dy: narrow ? -8 : 0, textAnchor: narrow ? "end" : "start", text: at => `${figure.dataset.meanLabel} ${number(at)} %`, fill: ink, className: "mark-mean-figure" }),
      dot(sorted, { x: "forms", y: "share", r: 5, fill: row => row.outside === "yes" ? orange : blue, symbol: row => row.outside === "yes" ? "diamond" : "circle", stroke: "white", className: "mark-unit",
        title: row => `${row.unit}: ${number(row.share)} %` }),
      text(outside, { x: "forms", y: "share", dx: 9, dy: -10, textAnchor: "start", text: row => short(row.names, narrow ? 18 : 40), fill: ink, fontWeight: 600, className: "mark-name" }),
    ],
  });
}
