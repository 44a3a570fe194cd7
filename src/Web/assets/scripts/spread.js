import { axisX, dodgeY, dot, gridX, plot } from "@observablehq/plot";
import { base, blue, grey, line } from "./look.js";
import { read } from "./table.js";

/** Picture 7: all units on one criterion, from 0 to its maximum; equal units stand on each other. */
export function spread(table, width, { number, figure }) {
  const rows = read(table).filter(row => row.points !== null);
  if (rows.length === 0) return null;
  const maximum = Number(figure.dataset.maximum);
  const most = Math.max(...Object.values(Object.groupBy ? Object.groupBy(rows, row => row.points) : { a: rows }).map(list => list.length));
  return plot({
    ...base,
    width,
    height: Math.min(360, Math.max(110, most * 13 + 56)),
    marginLeft: 16, marginRight: 16, marginBottom: 30,
    x: { domain: [0, maximum], label: null },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: width < 560 ? 4 : 8 }),
      axisX({ anchor: "bottom", ticks: width < 560 ? 4 : 8, tickSize: 0, tickFormat: tick => number(tick, Number.isInteger(tick) ? 0 : 2), fill: grey, label: null }),
      dot(rows, dodgeY({ x: "points", r: 5.5, fill: row => row.points === maximum ? blue : grey, stroke: "white", className: "mark-unit", title: row => `${row.unit}: ${number(row.points)}` })),
    ],
  });
}
