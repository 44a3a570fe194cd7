// One look for all pictures: a highlight, greys, the page's typeface. Colours from the Okabe–Ito palette, told apart also in print.
export const ink = "#17262e";
export const grey = "#5d6b73";
export const pale = "#a9b4ba";
export const line = "#d5dce0";
export const blue = "#0072b2";
export const orange = "#d55e00";

/** Options every plot shares. The class carries the style rules (portal.scss). */
export const base = { className: "plot", style: { fontFamily: "inherit", fontSize: "14px", color: ink, overflow: "visible" } };

/** Words cut to a number of letters. */
export const short = (words, letters) => words.length > letters ? words.slice(0, letters - 1).trimEnd() + "…" : words;
