// Filters and sorts a list that is whole without this script. The state stands in the address, after "#?", so that
// it can be sent to a colleague, the Back button takes it back, and a site opened from disk keeps it too.
"use strict";

const sift = document.querySelector(".sift");
const [field, count, clear] = ["input", "output", "button"].map((each) => sift.querySelector(each));
const choices = [...sift.querySelectorAll("select")];
const tables = [...document.querySelectorAll("table.mx")];
const stances = [...(choices[0]?.options ?? [])].map((option) => option.value);
const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const groupOf = (row) => row.parentElement.querySelector(".grp")?.textContent ?? "";
const chipsOf = (row) => [...row.querySelectorAll(".ss, .st")].flatMap((chip) => [...chip.classList]);
const rows = [...document.querySelectorAll(sift.dataset.rows)].map((row) => ({
  row,
  home: row.parentElement,
  words: fold(`${row.textContent} ${groupOf(row)}`),
  ...Object.fromEntries(choices.map(({ name }) => [name, (row.dataset[name] ?? "").split(" ")])),
}));
// A voice stands beneath its body: it goes where the body goes, and is never shown without it.
rows.forEach((each, place) => (each.body = each.row.classList.contains("of") ? rows[place - 1].body : each));
if (choices.some(({ name }) => name === "is")) {
  rows.forEach((each) => each.is.push(...chipsOf(each.row)));
}

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
  const asked = state.get("q") ?? "";
  const words = fold(asked).split(/\s+/).filter(Boolean);
  if (field !== document.activeElement || !asked) field.value = asked;
  for (const choice of choices) choice.value = state.get(choice.name) ?? "";
  for (const each of rows) {
    const is = ({ name, value }) => !value || each[name].includes(value);
    each.row.hidden = !(words.every((word) => each.words.includes(word)) && choices.every(is));
  }
  for (const each of rows) if (!each.row.hidden) each.body.row.hidden = false;
  for (const list of document.querySelectorAll(".sifted")) {
    list.hidden = !rows.some((each) => list.contains(each.row) && !each.row.hidden);
  }
  tables.forEach((table, number) => sort(table, number, state.get("sort") ?? ""));
  const shown = rows.filter((each) => !each.row.hidden).length;
  const some = count.dataset.some.replace("{shown}", shown).replace("{all}", rows.length);
  clear.hidden = !asked && choices.every((choice) => !choice.value);
  count.value = clear.hidden ? "" : shown ? some : count.dataset.none;
}

function stanceOf(cell) {
  const chip = cell?.querySelector(".st");
  return chip ? String(stances.findIndex((code) => chip.classList.contains(code))) : "";
}

function sort(table, number, asked) {
  const [, down, by, column] = /^(-?)(\d+)\.(\d+)$/.exec(asked) ?? [];
  const isSorted = Number(by) === number;
  const own = rows.filter((each) => table.contains(each.row));
  const value = ({ body: { row } }) => (column === "0" ? row.cells[0].textContent : stanceOf(row.cells[column]));
  const order = (one, other) => value(one).localeCompare(value(other), undefined, { numeric: true });
  const silentLast = (one, other) => !value(one) - !value(other) || (down ? order(other, one) : order(one, other));
  const within = (one, other) => rows.indexOf(one.body) - rows.indexOf(other.body);
  for (const each of isSorted ? [...own].sort((one, other) => silentLast(one, other) || within(one, other)) : own) {
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
for (const choice of choices) {
  choice.addEventListener("change", () => write({ [choice.name]: choice.value }, { anew: true }));
}
clear.addEventListener("click", () => {
  write(Object.fromEntries([["q", ""], ...choices.map(({ name }) => [name, ""])]), { anew: true });
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
