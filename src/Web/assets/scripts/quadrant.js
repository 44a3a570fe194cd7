import { axisX, axisY, dot, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { base, blue, grey, ink, orange, short } from "./look.js";
import { label, read } from "./table.js";

/** Picture 11: performance across, link with the rest of satisfaction up; what is linked strongly and does poorly comes first. */
export function quadrant(table, width, { number, figure }) {
  const rows = read(table).filter(row => row.share !== null && row.link !== null);
  if (rows.length < 2) return null;
  const narrow = width < 560;
  const across = rows.reduce((sum, row) => sum + row.share, 0) / rows.length;
  const up = rows.reduce((sum, row) => sum + row.link, 0) / rows.length;
  const spread = (key, least) => { const all = rows.map(row => row[key]); const pad = Math.max(least, (Math.max(...all) - Math.min(...all)) * 0.22); return [Math.min(...all) - pad, Math.max(...all) + pad]; };
  const first = row => row.share < across && row.link >= up;
  return plot({
    ...base,
    width,
    height: narrow ? 360 : 420,
    marginLeft: 58, marginRight: 20, marginTop: 34, marginBottom: 46,
    x: { domain: spread("share", 1), label: null }, y: { domain: spread("link", 0.05), label: null },
    marks: [
      axisX({ ticks: narrow ? 4 : 7, tickSize: 4, tickFormat: tick => `${number(tick, Number.isInteger(tick) ? 0 : 1)} %`, fill: grey, label: label(table, "share"), labelAnchor: "center", labelArrow: "none" }),
      axisY({ ticks: 5, tickSize: 4, tickFormat: tick => number(tick, 2), fill: grey, label: null }),
      text(["x"], { frameAnchor: "top-left", dx: -50, dy: -26, textAnchor: "start", fill: grey, text: () => label(table, "link"), className: "mark-up" }),
      ruleX([across], { stroke: grey, strokeDasharray: "3 3", className: "mark-across" }),
      ruleY([up], { stroke: grey, strokeDasharray: "3 3", className: "mark-along" }),
      text(["x"], { frameAnchor: "top-left", dx: 6, dy: 8, textAnchor: "start", fill: orange, fontWeight: 600, text: () => figure.dataset.first, className: "mark-first" }),
      dot(rows, { x: "share", y: "link", r: 6, fill: row => first(row) ? orange : blue, symbol: row => first(row) ? "diamond" : "circle", stroke: "white", className: "mark-factor", title: row => row.factor }),
      // Neighbours take turns above and below their mark, so that names do not cover each other.
      ...[0, 1].map(side => text([...rows].sort((one, other) => one.share - other.share).filter((_, i) => i % 2 === side), { x: "share", y: "link", dy: side ? 16 : -14,
        text: row => short(row.factor, narrow ? 16 : 30), fill: ink, className: "mark-name" })),
    ],
  });
}
