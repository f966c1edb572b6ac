// Filters and sorts a list that is whole without this script. The state stands in the address, after "#?", so that
// it can be sent to a colleague, the Back button takes it back, and a site opened from disk keeps it too.
"use strict";

const sift = document.querySelector(".sift");
const [field, choice, count, clear] = ["input", "select", "output", "button"].map((each) => sift.querySelector(each));
const tables = [...document.querySelectorAll("table.mx")];
const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const groupOf = (row) => row.parentElement.querySelector(".grp")?.textContent ?? "";
const rows = [...document.querySelectorAll(sift.dataset.rows)].map((row) => ({
  row,
  home: row.parentElement,
  words: fold(`${row.textContent} ${groupOf(row)}`),
  is: [row.dataset.is, ...[...row.querySelectorAll(".ss, .st")].flatMap((chip) => [...chip.classList])],
}));

const read = () => new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");

function write(change, { anew }) {
  const state = read();
  for (const [key, value] of Object.entries(change)) value ? state.set(key, value) : state.delete(key);
  const hash = `#?${state}`;
  anew ? (location.hash = hash) : location.replace(hash);
}

function show() {
  if (location.hash && !location.hash.startsWith("#?")) return;
  const state = read();
  const [asked, is] = [state.get("q") ?? "", state.get("is") ?? ""];
  const words = fold(asked).split(/\s+/).filter(Boolean);
  if (field !== document.activeElement || !asked) field.value = asked;
  if (choice) choice.value = is;
  for (const each of rows) {
    each.row.hidden = !(words.every((word) => each.words.includes(word)) && (!is || each.is.includes(is)));
  }
  tables.forEach((table, number) => sort(table, number, state.get("sort") ?? ""));
  const shown = rows.filter((each) => !each.row.hidden).length;
  const some = count.dataset.some.replace("{shown}", shown).replace("{all}", rows.length);
  clear.hidden = !asked && !is;
  count.value = clear.hidden ? "" : shown ? some : count.dataset.none;
}

function sort(table, number, asked) {
  const [, down, by, column] = /^(-?)(\d+)\.(\d+)$/.exec(asked) ?? [];
  const isSorted = Number(by) === number;
  const own = rows.filter((each) => table.contains(each.row));
  const value = ({ row: { cells } }) => (column === "0" ? cells[0].textContent : (cells[column]?.dataset.sort ?? ""));
  const order = (one, other) => value(one).localeCompare(value(other), undefined, { numeric: true });
  const silentLast = (one, other) => !value(one) - !value(other) || (down ? order(other, one) : order(one, other));
  for (const each of isSorted ? [...own].sort(silentLast) : own) {
    (isSorted ? table.tBodies[0] : each.home).append(each.row);
  }
  for (const head of table.querySelectorAll(".grp")) {
    head.hidden = isSorted || own.every((each) => each.home !== head.parentElement || each.row.hidden);
  }
  table.hidden = own.every((each) => each.row.hidden);
  for (const head of table.tHead.rows[0].cells) {
    const is = isSorted && head.cellIndex === Number(column) ? (down ? "descending" : "ascending") : "none";
    head.setAttribute("aria-sort", is);
  }
}

function turn(head, number) {
  const place = `${number}.${head.cellIndex}`;
  const next = { none: place, ascending: `-${place}`, descending: "" }[head.getAttribute("aria-sort") ?? "none"];
  write({ sort: next }, { anew: true });
}

field.addEventListener("input", () => write({ q: field.value.trim() }, { anew: !read().has("q") }));
choice?.addEventListener("change", () => write({ is: choice.value }, { anew: true }));
clear.addEventListener("click", () => {
  write({ q: "", is: "" }, { anew: true });
  field.value = "";
  field.focus();
});
tables.forEach((table, number) => {
  for (const button of table.tHead.querySelectorAll("button")) {
    button.hidden = false;
    button.addEventListener("click", () => turn(button.parentElement, number));
  }
});
addEventListener("hashchange", show);
sift.hidden = false;
show();
