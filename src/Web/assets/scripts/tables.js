// On every page of the portal: "/" goes to the search box, and each table can be taken away as CSV, as it stands.
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const box = document.getElementById("tim-nhanh");
  if (!box) return;
  event.preventDefault();
  box.focus();
});

const words = document.body.dataset.csv;
for (const table of words ? document.querySelectorAll("main table.grid[id]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "picture__button noprint";
  button.textContent = words;
  button.setAttribute("aria-describedby", table.id);
  if (table.caption) { table.caption.id ||= `${table.id}-ten`; button.setAttribute("aria-describedby", table.caption.id); }
  button.addEventListener("click", () => save(csv(table), `${location.pathname.split("/").filter(Boolean).join("-") || "trang-chu"}-${table.id}.csv`));
  const place = document.createElement("p");
  place.className = "table__save";
  place.append(button);
  (table.closest(".heat") ?? table).after(place);
}

/** Figures as machines read them where the page knows them, words as they stand. */
function csv(table) {
  const rows = [...table.rows].map(row => [...row.cells].filter(cell => !cell.hidden).flatMap(cell => [content(cell), ...Array(cell.colSpan - 1).fill("")]));
  return rows.map(row => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}

const content = cell => (cell.dataset.value ?? cell.textContent).trim().replace(/\s+/g, " ");

/** A leading sign that a spreadsheet would run as a formula is defused; a negative figure is none. */
function quoted(cell) {
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function save(words, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + words], { type: "text/csv;charset=utf-8" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
