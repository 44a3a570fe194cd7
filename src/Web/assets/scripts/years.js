import { axisX, dot, link, plot, text } from "@observablehq/plot";
import { base, blue, grey, ink, pale, short } from "./look.js";
import { label, read } from "./table.js";

/** Picture 2: bump of ranks or slope of scores between two years; a change of grouping is a dashed link, a missing year is never filled. */
export function years(table, width, { number, figure }) {
  const ranks = figure.dataset.measure === "rank";
  const rows = read(table).filter(row => row.before !== null || row.now !== null);
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const ends = [label(table, "before"), label(table, "now")];
  const known = rows.flatMap(row => [row.before, row.now]).filter(at => at !== null);
  const chosen = row => { const rank = ranks ? row.now : row.nowrank; return rank !== null && rank <= 3; };
  const colour = row => chosen(row) ? blue : pale;
  const pairs = rows.filter(row => row.before !== null && row.now !== null);
  const height = Math.max(320, rows.length * (ranks ? 30 : 26) + 70);
  const right = placed(rows.filter(row => row.now !== null), "now", height, known, ranks);
  const left = placed(unique(rows.filter(row => row.before !== null), "before"), "before", height, known, ranks);
  const say = row => (ranks ? `${row.now}` : number(row.now)) + "  " + short(row.short || row.unit, narrow ? 18 : 34);
  return plot({
    ...base,
    width,
    height,
    marginTop: 40,
    marginLeft: narrow ? 46 : 90,
    marginRight: narrow ? 170 : Math.min(360, width * 0.45),
    marginBottom: 16,
    x: { type: "point", domain: ends, label: null, padding: 0 },
    y: { reverse: ranks, axis: null, domain: [Math.min(...known), Math.max(...known)] },
    marks: [
      axisX({ anchor: "top", tickSize: 0, fontWeight: 600, fontSize: 15, fill: ink, label: null }),
      ...[false, true].map(strong => link(pairs.filter(row => chosen(row) === strong && row.break !== "yes"), {
        x1: () => ends[0], x2: () => ends[1], y1: "before", y2: "now", stroke: colour, strokeWidth: strong ? 3 : 1.5, className: "mark-line" })),
      link(pairs.filter(row => row.break === "yes"), {
        x1: () => ends[0], x2: () => ends[1], y1: "before", y2: "now", stroke: colour, strokeWidth: 1.5, strokeDasharray: "3 5", className: "mark-broken-line" }),
      dot(rows.filter(row => row.before !== null), { x: () => ends[0], y: "before", r: 5, fill: colour, stroke: "white", className: "mark-before", title: row => row.unit }),
      dot(rows.filter(row => row.now !== null), { x: () => ends[1], y: "now", r: 5, fill: colour, stroke: "white", className: "mark-now", title: row => row.unit }),
      ...left.map(([row, dy]) => text([row], { x: () => ends[0], y: "before", dx: -12, dy, textAnchor: "end",
        text: () => ranks ? `${row.before}` : number(row.before), fill: grey, className: "mark-before-figure" })),
      ...right.map(([row, dy]) => text([row], { x: () => ends[1], y: "now", dx: 12, dy, textAnchor: "start", text: say,
        fontWeight: chosen(row) ? 600 : 400, fill: ink, className: "mark-now-figure" })),
    ],
  });
}

const unique = (rows, key) => rows.filter((row, i) => rows.findIndex(other => other[key] === row[key]) === i);

/** Labels pushed apart so that none covers another; gives each row its shift in pixels. */
function placed(rows, key, height, known, reverse) {
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const at = row => 40 + (height - 56) * (reverse ? (row[key] - low) : (high - row[key])) / (high - low || 1);
  const sorted = [...rows].sort((a, b) => at(a) - at(b));
  let last = -Infinity;
  const places = sorted.map(row => { const y = Math.max(at(row), last + 19); last = y; return y; });
  const over = Math.max(0, last - (height - 12));
  for (let i = places.length - 1, limit = height - 12; i >= 0 && over > 0; i--) { places[i] = Math.min(places[i], limit); limit = places[i] - 19; }
  return sorted.map((row, i) => [row, places[i] - at(row)]);
}
