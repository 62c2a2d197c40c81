// Tables of a page: search, filter by a column, sort by a heading. Without this script the tables are whole and plain.
"use strict";
for (const box of document.querySelectorAll(".tablebox")) {
  const table = box.querySelector("table");
  const tools = box.querySelector(".tools");
  if (!tools) continue;
  const search = tools.querySelector("input");
  const said = tools.querySelector("[role=status]");
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const what = said.dataset.what;
  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();

  const filters = [];
  heads.forEach((head, column) => {
    if (!("filter" in head.dataset)) return;
    const values = [...new Set(rows.map((row) => key(row, column)))].filter(Boolean).sort();
    if (values.length < 2) return;
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.append(head.textContent.trim() + " ", select);
    select.append(new Option("all", ""), ...values.map((value) => new Option(value, value)));
    tools.insertBefore(label, said);
    filters.push([column, select]);
  });

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !(words.every((word) => text.includes(word)) &&
        filters.every(([column, select]) => !select.value || key(row, column) === select.value));
      count += !row.hidden;
    }
    said.textContent = count + " of " + rows.length + " " + what;
  };
  search.addEventListener("input", show);
  for (const [, select] of filters) select.addEventListener("change", show);

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const numbers = rows.every((row) => !key(row, column) || !isNaN(Number(key(row, column))));
      const order = [...rows].sort((a, b) => {
        const [left, right] = [key(a, column), key(b, column)];
        if (!left || !right) return !left - !right;
        const by = numbers ? Number(left) - Number(right) : left.localeCompare(right);
        return down ? -by : by;
      });
      table.tBodies[0].append(...order);
    });
  });
  tools.hidden = false;
  show();
}
