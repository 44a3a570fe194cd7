import { grey } from "./look.js";

/** Brackets at the right of the rows: each spans neighbours of which no two can be told apart. Brackets that overlap stand side by side. */
export function brackets(rows, gap) {
  const groups = new Map();
  for (const row of rows) for (const number of String(row.brackets ?? "").split(" ").filter(Boolean)) groups.set(number, [...(groups.get(number) ?? []), row.unit]);
  if (groups.size === 0) return null;
  return (_, scales, __, { width, marginRight }) => {
    const frame = document.createElementNS("http://www.w3.org/2000/svg", "g");
    frame.setAttribute("class", "mark-brackets");
    const ends = [];
    for (const [number, units] of groups) {
      const at = units.map(unit => scales.y(unit));
      const [top, bottom] = [Math.min(...at) - 9, Math.max(...at) + 9];
      let lane = ends.findIndex(end => end < top);
      if (lane < 0) lane = ends.length;
      ends[lane] = bottom;
      const x = width - marginRight + gap + lane * 7;
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", `M${x - 4},${top}H${x}V${bottom}H${x - 4}`);
      path.setAttribute("fill", "none");
      path.setAttribute("stroke", grey);
      path.setAttribute("stroke-width", "1.5");
      path.setAttribute("data-bracket", number);
      frame.append(path);
    }
    return frame;
  };
}

/** How many brackets stand side by side at most. */
export function lanes(rows) {
  return Math.max(0, ...rows.map(row => String(row.brackets ?? "").split(" ").filter(Boolean).length));
}
