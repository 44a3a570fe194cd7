import { axisX, barX, gridX, link, plot, ruleX, text, tickX } from "@observablehq/plot";
import { base, blue, grey, ink, line, orange, short } from "./look.js";
import { read } from "./table.js";

/** Picture 4: from the maximum down to the index, one step an area, the greatest loss first; bonus and penalty apart at the end. */
export function waterfall(table, width, { number, figure }) {
  const rows = read(table).filter(row => row.lost);
  if (rows.length === 0) return null;
  const narrow = width < 560;
  const left = narrow ? 12 : Math.min(320, Math.round(width * 0.38));
  let at = Number(figure.dataset.maximum);
  const start = at;
  const steps = rows.map(row => { const from = at; at -= row.lost; return { ...row, from, to: at }; });
  const all = steps.flatMap(step => [step.from, step.to]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = (high - low) * 0.16 + 0.05;
  const names = [figure.dataset.startLabel, ...steps.map(step => step.area), figure.dataset.endLabel];
  const lift = narrow ? 9 : 0;
  return plot({
    ...base,
    width,
    height: names.length * (narrow ? 48 : 36) + 40,
    marginTop: 6, marginLeft: left, marginRight: 12, marginBottom: 30,
    x: { domain: [low - pad, high + pad * 0.6], label: null },
    y: { domain: names, axis: null, padding: narrow ? 0.6 : 0.34 },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: narrow ? 4 : 8 }),
      axisX({ anchor: "bottom", ticks: narrow ? 4 : 8, tickSize: 0, tickFormat: tick => number(tick, Number.isInteger(tick) ? 0 : 1), fill: grey, label: null }),
      ruleX([start], { stroke: grey, strokeDasharray: "3 3", className: "mark-maximum" }),
      barX(steps, { y: "area", x1: "to", x2: "from", fill: step => step.lost > 0 ? orange : blue, className: "mark-loss", dy: lift,
        title: step => `${step.area}: −${number(step.lost)}` }),
      link(steps.slice(0, -1), { x1: "to", x2: "to", y1: "area", y2: (step, i) => steps[i + 1]?.area, stroke: grey, strokeWidth: 1, className: "mark-join", dy: lift }),
      tickX([start, at], { x: value => value, y: (value, i) => names[i === 0 ? 0 : names.length - 1], stroke: ink, strokeWidth: 3, className: "mark-end", dy: lift }),
      text([start, at], { x: value => value, y: (value, i) => names[i === 0 ? 0 : names.length - 1], text: value => number(value), dx: -8, dy: lift,
        textAnchor: "end", fontWeight: 600, fill: ink, className: "mark-end-figure" }),
      text(steps, { y: "area", x: step => Math.min(step.from, step.to), dx: -6, dy: lift, textAnchor: "end",
        text: step => (step.lost > 0 ? "−" : "+") + number(Math.abs(step.lost)), fill: ink, className: "mark-figure" }),
      text(names, { y: name => name, frameAnchor: "left", dx: narrow ? -6 : 8 - left, textAnchor: "start", dy: narrow ? -12 : 0,
        text: name => short(name, narrow ? 44 : Math.floor((left - 16) / 7.4)), fill: ink, className: "mark-area" }),
    ],
  });
}
