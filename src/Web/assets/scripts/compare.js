import { axisX, dot, gridX, plot, ruleY, text } from "@observablehq/plot";
import { base, blue, grey, ink, line, orange, short } from "./look.js";
import { read } from "./table.js";

const looks = [{ colour: blue, symbol: "circle", sign: "●" }, { colour: orange, symbol: "diamond", sign: "◆" }, { colour: "#00795c", symbol: "square", sign: "■" }, { colour: "#8a4f7d", symbol: "triangle", sign: "▲" }];

/** Picture 6 for up to four units: one strip an area, a mark a unit, told apart by shape and colour. */
export function compare(table, width, { number }) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells].filter(cell => /^unit\d$/.test(cell.dataset.key ?? ""));
  const rows = read(table).filter(row => row.area);
  const marks = rows.flatMap(row => heads.map((head, i) => ({ area: row.area, unit: head.dataset.label, value: row[head.dataset.key], i })).filter(mark => mark.value !== null && mark.value !== undefined));
  if (marks.length === 0) return null;
  const narrow = width < 560;
  const left = narrow ? 8 : Math.min(320, Math.round(width * 0.38));
  const lift = narrow ? 9 : 0;
  const low = Math.max(0, Math.min(50, Math.floor(Math.min(...marks.map(mark => mark.value)) / 10) * 10));
  return plot({
    ...base,
    width,
    height: rows.length * (narrow ? 52 : 38) + 40 + heads.length * 20,
    marginTop: 10 + heads.length * 20, marginLeft: left, marginRight: narrow ? 12 : 30, marginBottom: 30,
    x: { domain: [low, 100], label: null },
    y: { domain: rows.map(row => row.area), axis: null },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      axisX({ anchor: "bottom", ticks: 5, tickSize: 0, tickFormat: tick => `${number(tick, 0)} %`, fill: grey, label: null }),
      ruleY(rows, { y: "area", stroke: line, dy: lift }),
      ...looks.map((look, i) => dot(marks.filter(mark => mark.i === i), { x: "value", y: "area", r: 6, symbol: look.symbol, fill: look.colour, stroke: "white", dy: lift, className: `mark-unit${i + 1}`,
        title: mark => `${mark.unit}, ${mark.area}: ${number(mark.value)} %` })),
      text(rows, { y: "area", frameAnchor: "left", dx: narrow ? -4 : 8 - left, textAnchor: "start", dy: narrow ? -14 : 0, text: row => short(row.area, narrow ? 42 : Math.floor((left - 16) / 7.4)), fill: ink, className: "mark-area" }),
      ...heads.map((head, i) => text([head], { frameAnchor: "top-left", dx: narrow ? -4 : 0, dy: -6 - (heads.length - i) * 20, textAnchor: "start", fill: looks[i].colour, fontWeight: 600, text: () => `${looks[i].sign} ${short(head.dataset.label, 44)}`, className: "mark-key" })),
    ],
  });
}
