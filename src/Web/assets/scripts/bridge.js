import { axisX, barX, gridX, link, plot, text, tickX } from "@observablehq/plot";
import { base, blue, grey, ink, line, orange, pale, short } from "./look.js";
import { read } from "./table.js";

/** Picture 8: from last year's index to this year's, one step a cause; what cannot be compared is a step of its own in grey. */
export function bridge(table, width, { number, figure }) {
  const rows = read(table).filter(row => row.change !== null);
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const left = narrow ? 12 : Math.min(320, Math.round(width * 0.38));
  const start = Number(figure.dataset.before);
  let at = start;
  const steps = rows.map(row => { const from = at; at += row.change; return { ...row, from, to: at }; });
  const all = [start, ...steps.map(step => step.to)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = (high - low) * 0.2 + 0.1;
  const names = [figure.dataset.startLabel, ...steps.map(step => step.cause), figure.dataset.endLabel];
  const lift = narrow ? 9 : 0;
  return plot({
    ...base,
    width,
    height: names.length * (narrow ? 48 : 36) + 40,
    marginTop: 6, marginLeft: left, marginRight: 12, marginBottom: 30,
    x: { domain: [low - pad, high + pad], label: null },
    y: { domain: names, axis: null, padding: narrow ? 0.6 : 0.34 },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: narrow ? 4 : 8 }),
      axisX({ anchor: "bottom", ticks: narrow ? 4 : 8, tickSize: 0, tickFormat: tick => number(tick, Number.isInteger(tick) ? 0 : 1), fill: grey, label: null }),
      barX(steps, { y: "cause", x1: "from", x2: "to", fill: step => step.remainder === "yes" ? pale : step.change < 0 ? orange : blue, className: "mark-step", dy: lift }),
      link(steps.slice(0, -1), { x1: "to", x2: "to", y1: "cause", y2: (step, i) => steps[i + 1]?.cause, stroke: grey, className: "mark-join", dy: lift }),
      tickX([start, at], { x: value => value, y: (value, i) => names[i === 0 ? 0 : names.length - 1], stroke: ink, strokeWidth: 3, className: "mark-end", dy: lift }),
      text([start, at], { x: value => value, y: (value, i) => names[i === 0 ? 0 : names.length - 1], text: value => number(value), dx: 8, dy: lift, textAnchor: "start", fontWeight: 600, fill: ink, className: "mark-end-figure" }),
      text(steps, { y: "cause", x: step => Math.max(step.from, step.to), dx: 6, dy: lift, textAnchor: "start", text: step => (step.change > 0 ? "+" : step.change < 0 ? "−" : "") + number(Math.abs(step.change)), fill: ink, className: "mark-figure" }),
      text(names, { y: name => name, frameAnchor: "left", dx: narrow ? -6 : 8 - left, textAnchor: "start", dy: narrow ? -12 : 0, text: name => short(name, narrow ? 44 : Math.floor((left - 16) / 7.4)), fill: ink, className: "mark-cause" }),
    ],
  });
}
