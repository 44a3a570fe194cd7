// Draws each <figure data-picture="…"> from the table it names. Without this script the table alone stands there.
import { ranking } from "./ranking.js";
import { years } from "./years.js";
import { waterfall } from "./waterfall.js";
import { strips } from "./strips.js";
import { spread } from "./spread.js";
import { days } from "./days.js";
import { dumbbell } from "./dumbbell.js";
import { bridge } from "./bridge.js";
import { funnel } from "./funnel.js";
import { levels } from "./levels.js";
import { quadrant } from "./quadrant.js";
import { compare } from "./compare.js";
import { saveButtons } from "./saving.js";

const kinds = { ranking, years, waterfall, strips, spread, days, dumbbell, bridge, funnel, levels, quadrant, compare };
const language = document.documentElement.lang;

/** Numbers as the page writes them: decimal comma in Vietnamese. */
export const number = (value, places = 2) =>
  new Intl.NumberFormat(language === "en" ? "en-GB" : "vi-VN", { minimumFractionDigits: places, maximumFractionDigits: places }).format(value);

function draw(figure) {
  const canvas = figure.querySelector(".picture__canvas");
  const table = document.getElementById(figure.dataset.table);
  const width = Math.floor(figure.getBoundingClientRect().width); // An empty canvas takes no room, so that pages without script show no gap.
  if (width === 0 || Number(canvas.dataset.width) === width) return;
  const picture = kinds[figure.dataset.picture](table, width, { number, figure });
  if (!picture) { figure.hidden = true; return; }
  // The frame says what the picture is and the table what it shows: the marks themselves stay out of the accessibility tree.
  picture.setAttribute("aria-hidden", "true");
  for (const named of [picture, ...picture.querySelectorAll("[aria-label]")]) named.removeAttribute("aria-label");
  canvas.dataset.width = width;
  canvas.replaceChildren(picture);
  if (!figure.dataset.drawn) {
    figure.dataset.drawn = "yes";
    const folded = table.closest("details.picture__table");
    if (folded) folded.open = false;
    saveButtons(figure, canvas);
  }
}

for (const figure of document.querySelectorAll("figure[data-picture]")) {
  draw(figure);
  let waiting;
  new ResizeObserver(() => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => draw(figure)); }).observe(figure);
}

// Folded tables are opened for paper, where nothing can be unfolded.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) { folded.open = true; folded.dataset.forPaper = "yes"; }
});
addEventListener("afterprint", () => {
  for (const folded of document.querySelectorAll("details[data-for-paper]")) { folded.open = false; delete folded.dataset.forPaper; }
});
