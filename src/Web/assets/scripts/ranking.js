import { axisX, dot, gridX, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { base, blue, grey, ink, line, pale, short } from "./look.js";
import { brackets, lanes } from "./bracket.js";
import { label, read } from "./table.js";

/** Picture 1: one row a unit, dot = index, thin line = interval, grey words at the right = ranks left open, grey bracket = units that cannot be told apart; equal units share a row label. */
export function ranking(table, width, { number, figure }) {
  const rows = read(table).filter(row => row.score !== null);
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const left = narrow ? 34 : Math.min(330, Math.round(width * 0.4));
  const lift = narrow ? -8 : 0;
  const mean = Number(figure.dataset.mean) || null;
  const low = Math.min(...rows.map(row => row.low ?? row.score), mean ?? 100);
  const high = Math.max(...rows.map(row => row.high ?? row.score), mean ?? 0);
  const pad = (high - low) * 0.06 + 0.2;
  const beside = lanes(rows) * 7 + (rows.some(row => row.brackets) ? (narrow ? 14 : 8) : 0);
  const ticks = narrow ? 4 : 8;
  const marked = rows.some(row => row.highlight);
  const chosen = row => marked ? row.highlight === "yes" : row.rank <= 3;
  const first = row => rows.find(other => other.rank === row.rank) === row;
  const shared = row => rows.some(other => other !== row && other.rank === row.rank);
  const measured = rows.filter(row => row.low != null);
  return plot({
    ...base,
    width,
    height: rows.length * (narrow ? 40 : 30) + 62,
    marginTop: 34,
    marginLeft: left,
    marginRight: narrow ? 14 + beside : 96 + beside,
    marginBottom: 28,
    x: { domain: [low - pad, Math.min(high + pad, Math.max(100, high))], label: null },
    y: { domain: rows.map(row => row.unit), axis: null, padding: 0.6 },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks }),
      axisX({ anchor: "bottom", tickFormat: tick => number(tick, Number.isInteger(tick) ? 0 : 1), ticks, tickSize: 0, fill: grey, label: null }),
      mean && ruleX([mean], { stroke: grey, strokeDasharray: "3 3", className: "mark-mean-rule" }),
      mean && text([mean], { x: at => at, frameAnchor: "top", dy: -20, text: at => `${figure.dataset.meanLabel} ${number(at)}`, fill: grey, className: "mark-mean" }),
      ruleY(measured, { y: "unit", x1: "low", x2: "high", stroke: row => chosen(row) ? blue : pale, strokeWidth: 2, className: "mark-interval", dy: -lift }),
      dot(rows, { x: "score", y: "unit", r: 5, fill: row => chosen(row) ? blue : grey, stroke: "white", className: "mark-score", dy: -lift,
        title: row => `${row.unit}: ${number(row.score)}` }),
      text(rows.filter(first), { y: "unit", frameAnchor: "left", dx: narrow ? -10 : 34 - left, textAnchor: "end", dy: lift,
        text: row => (shared(row) ? "=" : "") + row.rank, fontWeight: 600, fill: ink, className: "mark-rank" }),
      ...[true, false].map(strong => text(rows.filter(row => chosen(row) === strong), { y: "unit", frameAnchor: "left", dx: narrow ? 0 : 46 - left,
        textAnchor: "start", dy: lift, text: row => short(row.short || row.unit, narrow ? 32 : Math.floor((left - 56) / 7.4)),
        fill: ink, fontWeight: strong ? 600 : 400, className: "mark-unit" })),
      narrow
        ? text(rows, { y: "unit", frameAnchor: "right", textAnchor: "end", dx: 10, dy: lift, text: row => number(row.score), fill: ink, fontWeight: 600, className: "mark-figure" })
        : text(rows.filter(row => row.rankbest), { y: "unit", frameAnchor: "right", dx: 90 + beside, textAnchor: "end", className: "mark-ranks",
          text: row => row.rankbest === row.rankworst ? `${row.rankbest}` : `${row.rankbest}–${row.rankworst}`, fill: grey }),
      brackets(rows, narrow ? 20 : 10),
      !narrow && rows.some(row => row.rankbest) && text([label(table, "rankbest")], { frameAnchor: "top-right", dx: 90 + beside, dy: -20, textAnchor: "end", fill: grey, className: "mark-head" }),
    ].filter(Boolean),
  });
}
