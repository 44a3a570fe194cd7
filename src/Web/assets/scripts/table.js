// Reads a page's own table: what a picture shows is what the table says.

/** Rows of a table as objects keyed by the data-key of each header cell. Machine values stand in data-value; an empty one means none. */
export function read(table) {
  const keys = [...table.tHead.rows[table.tHead.rows.length - 1].cells].map(cell => cell.dataset.key);
  return [...table.tBodies].flatMap(body => [...body.rows]).filter(row => !row.dataset.apart).map(row => {
    const datum = { ...row.dataset };
    [...row.cells].forEach((cell, i) => { if (keys[i]) datum[keys[i]] = value(cell); });
    return datum;
  });
}

/** Words of the header cell with a key. */
export function label(table, key) {
  return table.tHead.querySelector(`[data-key="${key}"]`)?.dataset.label ?? table.tHead.querySelector(`[data-key="${key}"]`)?.textContent.trim() ?? "";
}

function value(cell) {
  const given = cell.dataset.value;
  if (given === undefined) return cell.textContent.trim().replace(/\s+/g, " ");
  if (given === "") return null;
  const number = Number(given);
  return Number.isNaN(number) ? given : number;
}
