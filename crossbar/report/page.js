// A map's cell tells its value, error and seeds when it is pointed at, tapped, or reached by the arrow keys.
const tell = event => {
  const cell = event.target.closest("td[data-tip]");
  if (cell) cell.closest(".maps").querySelector("output").textContent = cell.dataset.tip;
};
const STEPS = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};
const walk = event => {
  const cell = event.target.closest("td[data-tip]"), step = STEPS[event.key];
  if (!cell || !step) return;
  const rows = [...cell.closest("tbody").rows].map(row => [...row.querySelectorAll("td")]);
  const r = rows.findIndex(row => row.includes(cell)), c = rows[r].indexOf(cell);
  const next = rows[r + step[0]]?.[c + step[1]];
  event.preventDefault();
  if (next) { cell.tabIndex = -1; next.tabIndex = 0; next.focus(); }
};
for (const kind of ["mouseover", "focusin", "click"]) document.addEventListener(kind, tell);
document.addEventListener("keydown", walk);
