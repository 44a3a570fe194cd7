import { axisX, axisY, gridY, plot, rectY, ruleY } from "@observablehq/plot";
import { base, blue, grey, line } from "./look.js";
import { read } from "./table.js";

/** Forms received each day, as columns from zero. */
export function days(table, width, { number }) {
  const rows = read(table).filter(row => row.forms !== null).map(row => ({ from: new Date(`${row.day}T00:00:00Z`), to: new Date(Date.parse(`${row.day}T00:00:00Z`) + 864e5 * 0.85), forms: row.forms }));
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const day = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "vi-VN", { day: "2-digit", month: "2-digit", timeZone: "UTC" });
  return plot({
    ...base,
    width,
    height: 240,
    marginTop: 14, marginLeft: 46, marginRight: 16, marginBottom: 32,
    x: { type: "utc", label: null, domain: [rows[0].from, rows[rows.length - 1].to] },
    y: { label: null, domain: [0, Math.max(...rows.map(row => row.forms)) * 1.05] },
    marks: [
      gridY({ stroke: line, strokeOpacity: 1, ticks: 4 }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: tick => number(tick, 0), fill: grey, label: null }),
      axisX({ ticks: narrow ? 4 : 8, tickSize: 0, tickFormat: at => day.format(at), fill: grey, label: null }),
      rectY(rows, { x1: "from", x2: "to", y: "forms", fill: blue, className: "mark-day" }),
      ruleY([0], { stroke: grey }),
    ],
  });
}
