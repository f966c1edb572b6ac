// Search in the reader's browser. The index is asked for with the first word that is typed, and never before.
"use strict";

(() => {
  // Folding: letters as a reader types them, without case, accents or the spelling habits of a keyboard.

  const JOINER = /[\p{Pd}\u2212'‘’‚‛′`´ʹʻʼʽʾʿˈ＇]/u;
  const IGNORED = /\p{Cf}|ـ|(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}]/u;
  const WORDLY = /[\p{L}\p{N}\p{M}]/u;
  const PLAIN = /^[ -~]*$/;
  const SAME = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ŧ: "t", ı: "i", ς: "σ",
    ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ہ: "ه", ھ: "ه", ە: "ه", ک: "ك",
  };
  const known = new Map();

  const foldPart = (part) => {
    if (IGNORED.test(part)) return "";
    if (/[٠-٩۰-۹]/.test(part)) return String(part.charCodeAt(0) % 16);
    return SAME[part] ?? (WORDLY.test(part) ? part : " ");
  };

  /** One character folded: letters and digits, nothing, a space, or "-" for what may join two parts of a word. */
  const foldOne = (one) => {
    let folded = known.get(one);
    if (folded === undefined) {
      folded = JOINER.test(one) ? "-" : [...one.normalize("NFKD").toLowerCase()].map(foldPart).join("");
      known.set(one, folded);
    }
    return folded;
  };

  const trim = (folded) => folded.replace(/ +/g, " ").trim();

  /** The ways to read a text: joined words apart ("al maliki") and, where that differs, as one ("almaliki"). */
  const fold = (text) => {
    const folded = PLAIN.test(text)
      ? text.toLowerCase().replace(/['`]/g, "-").replace(/[^a-z0-9-]/g, " ") // the same, ten times as fast
      : Array.from(text, foldOne).join("");
    const apart = trim(folded.replaceAll("-", " "));
    return folded.includes("-") ? [apart, trim(folded.replaceAll("-", ""))] : [apart];
  };

  /** Where the words stand in a text, as sorted ranges that do not overlap. */
  const findWords = (text, words) => {
    const apart = { text: " ", from: [0], to: [0] };
    const joined = { text: " ", from: [0], to: [0] };
    let at = 0;
    for (const one of text) {
      const folded = foldOne(one);
      for (const [way, letters] of [[apart, folded === "-" ? " " : folded], [joined, folded === "-" ? "" : folded]]) {
        for (const letter of letters) {
          way.text += letter;
          way.from.push(at);
          way.to.push(at + one.length);
        }
        if (folded === "") way.to[way.to.length - 1] += one.length; // an accent stays with its letter
      }
      at += one.length;
    }
    const found = [];
    for (const word of words) {
      const before = found.length;
      for (const start of [" ", ""]) {
        for (const way of [apart, joined]) {
          let index = way.text.indexOf(start + word);
          for (; index >= 0; index = way.text.indexOf(start + word, index + 1)) {
            const first = index + start.length;
            found.push([way.from[first], way.to[first + word.length - 1]]);
          }
        }
        if (found.length > before) break;
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    let end = 0;
    return found.filter(([from, to]) => from >= end && (end = to));
  };

  // The index: rows by kind, as the files hand them over.

  const rows = new Map();
  const named = new Map();

  const take = (kind, given) => {
    const kept = rows.get(kind) ?? [];
    rows.set(kind, kept);
    for (const [id, text, more, date, code, about, brief, corrected] of given) {
      const lines = [text, ...more.split("\n")].flatMap(fold);
      const row = { kind, id, text, more, date, code, brief, corrected, about: about ? about.split(" ") : [] };
      row.folded = `\n ${lines.join("\n ")}\n`;
      kept.push(row);
      if (kind === "actors" || kind === "issues") named.set(id, row);
    }
  };

  /** How well a row answers: 4 by its name, 3 by how it begins, 2 by its words, 1 with its actors' and issues' names. */
  const rank = (row, query, words, ids) => {
    if (row.folded.includes(`\n ${query}\n`)) return 4;
    if (row.folded.includes(`\n ${query}`)) return 3;
    const missing = words.filter((word) => !row.folded.includes(` ${word}`));
    if (missing.length === 0) return 2;
    if (missing.every((word) => row.about.some((id) => ids.get(word).has(id)))) return 1;
    return words.every((word) => word.length > 1 && row.folded.includes(word)) ? 0 : -1;
  };

  /** The answers by kind, best first; kinds with better answers come before others. */
  const answer = (query, words) => {
    const ids = new Map(words.map((word) => [word, new Set()]));
    for (const [word, set] of ids) {
      for (const [id, row] of named) if (row.folded.includes(` ${word}`)) set.add(id);
    }
    const found = [];
    for (const [kind, all] of rows) {
      const ranks = [[], [], [], [], []];
      for (const row of all) ranks[rank(row, query, words, ids)]?.push(row);
      const best = ranks.findLastIndex((each) => each.length > 0);
      if (best >= 0) found.push({ kind, best, rows: ranks.reverse().flat() });
    }
    return found.sort((one, other) => other.best - one.best);
  };

  // The page.

  const FEW = 5;
  const MANY = 50;
  const LONGEST = 180;
  const NAMES = 4;
  const box = document.querySelector(".find");
  const input = document.getElementById("_q");
  const status = box.querySelector("[role=status]");
  const narrow = box.querySelector("nav");
  const choices = new Map([...narrow.querySelectorAll("a")].map((each) => [each.dataset.kind, each]));
  const results = document.getElementById("_found");
  const browse = document.getElementById("_browse");
  const inside = (id) => [...document.getElementById(id).content.children];
  const codes = new Map(inside("_words").map((each) => [each.dataset.code, each]));
  let kind = "";
  let most = MANY;
  let waiting = null;
  let failed = false;

  globalThis.briefbookIndex = take;

  const load = () => {
    const files = inside("_index");
    waiting = files.length;
    for (const file of files) {
      const arrived = (is_there) => {
        waiting -= 1;
        failed ||= !is_there;
        show();
      };
      const script = element("script", [], { src: file.getAttribute("href") });
      script.async = false;
      script.onload = () => arrived(true);
      script.onerror = () => arrived(false);
      document.head.append(script);
    }
  };

  /** A sentence of the page with its places filled. */
  const say = (name, values = {}) => box.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const element = (name, content = [], attributes = {}) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  const address = (query, of) => {
    if (!query) return location.pathname;
    const values = new URLSearchParams(of ? { q: query, kind: of } : { q: query });
    return `${location.pathname}?${values}`;
  };

  /** The text with the words marked; where it is long, only the part around the first of them. */
  const marked = (text, words, longest = Infinity) => {
    const found = findWords(text, words);
    const is_late = text.length > longest && found.length > 0 && found[0][0] > longest / 2;
    let end = is_late ? text.lastIndexOf(" ", found[0][0] - longest / 4) + 1 : 0;
    const last = text.length > end + longest ? text.lastIndexOf(" ", end + longest) : text.length;
    const parts = is_late ? ["… "] : [];
    for (const [from, to] of found) {
      if (to > last) break;
      parts.push(text.slice(end, from), element("mark", [text.slice(from, to)]));
      end = to;
    }
    parts.push(text.slice(end, Math.max(last, end)));
    return last < text.length ? [...parts, " …"] : parts;
  };

  const item = (row, words) => {
    const { pattern } = choices.get(row.kind).dataset;
    const href = pattern.replaceAll("{id}", row.id).replaceAll("{brief}", row.brief);
    const parts = [element("a", marked(row.text, words), { href, dir: "auto" })];
    if (row.more) {
      parts.push(element("p", marked(row.more.replaceAll("\n", ", "), words, LONGEST), { dir: "auto" }));
    }
    const facts = [];
    if (codes.has(row.code)) facts.push(element("span", codes.get(row.code).cloneNode(true).childNodes));
    if (row.date) facts.push(element("span", [row.date], { class: "num" }));
    if (row.corrected) facts.push(element("b", [row.corrected]));
    const about = row.about.map((id) => named.get(id)).filter(Boolean);
    const names = about.map((each) => (each.kind === "issues" && each.more) || each.text);
    if (names.length > 0) {
      facts.push(element("span", marked(names.slice(0, NAMES).join(", "), words), { dir: "auto" }));
    }
    if (facts.length > 0) parts.push(element("p", facts, { class: "meta" }));
    return element("li", parts);
  };

  const section = ({ kind: of, rows: found }, query, words) => {
    const name = choices.get(of).firstElementChild.textContent;
    const shown = found.slice(0, kind ? most : FEW);
    const parts = [element("ol", shown.map((row) => item(row, words)), { class: "hits" })];
    if (shown.length < found.length) {
      const all = say("all", { kind: name, number: found.length });
      const more = kind
        ? element("button", [say("more")], { type: "button" })
        : element("a", [all], { href: address(query, of), "data-kind": of });
      parts.push(element("p", [more], { class: "more" }));
    }
    const heading = element("h2", [name, " ", element("span", [found.length], { class: "num" })]);
    return element("section", [heading, element("div", parts, { class: "txt" })], { class: "sec" });
  };

  const chooseKinds = (found, query) => {
    const numbers = new Map(found.map((each) => [each.kind, each.rows.length]));
    numbers.set("", found.reduce((sum, each) => sum + each.rows.length, 0));
    for (const [of, choice] of choices) {
      choice.href = address(query, of);
      choice.querySelector(".num").textContent = numbers.get(of) ?? 0;
      choice.parentElement.hidden = !numbers.has(of) && of !== kind;
      if (of === kind) choice.setAttribute("aria-current", "true");
      else choice.removeAttribute("aria-current");
    }
    narrow.hidden = numbers.get("") === 0;
    return numbers.get(kind) ?? 0;
  };

  /** Shows what the index, as far as it is here, has for the words in the field. */
  const show = () => {
    const [query] = fold(input.value);
    const words = [...new Set(query.split(" ").filter(Boolean))];
    const is_asked = input.value.trim() !== "";
    const found = words.length > 0 ? answer(query, words) : [];
    const number = chooseKinds(found, input.value.trim());
    const focused = results.contains(document.activeElement) && document.activeElement.getAttribute("href");
    const shown = found.filter((each) => !kind || each.kind === kind);
    results.replaceChildren(...shown.map((each) => section(each, input.value.trim(), words)));
    if (focused) results.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
    browse.hidden = is_asked && (number > 0 || waiting > 0);
    const outcome = waiting > 0 ? "searching" : number > 0 ? "found" : "nothing";
    const missing = failed ? ` ${say("failed")}` : "";
    status.textContent = is_asked ? say(outcome, { number, query: input.value.trim() }) + missing : "";
  };

  const search = () => {
    if (waiting === null && input.value.trim()) load();
    most = MANY;
    show();
  };

  /** Takes the query and the kind from the address. */
  const read = () => {
    const values = new URLSearchParams(location.search);
    input.value = values.get("q") ?? "";
    kind = choices.has(values.get("kind")) ? values.get("kind") : "";
    search();
  };

  const type = () => {
    if (!input.value.trim()) kind = "";
    search();
    try {
      history.replaceState(null, "", address(input.value.trim(), kind));
    } catch {
      // Safari lets a page do so a hundred times in half a minute; the next word will do.
    }
  };

  let typing;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(type, 120);
  });

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    event.preventDefault();
    input.value = "";
    type();
  });

  document.addEventListener("click", (event) => {
    const choice = event.target.closest("a[data-kind]");
    if (!choice || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const is_below = results.contains(choice);
    history.pushState(null, "", choice.href);
    read();
    if (is_below) choices.get(kind).focus();
  });

  results.addEventListener("click", (event) => {
    if (!event.target.closest("button")) return;
    const links = () => results.querySelectorAll(".hits a");
    const next = links().length;
    most += MANY;
    show();
    links()[next].focus();
  });

  /** Arrow keys go from the field through what was found, and back. */
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...results.querySelectorAll("a, button")];
    const here = stops.indexOf(document.activeElement);
    if (!step || here < 0 || !stops[here + step]) return;
    event.preventDefault();
    stops[here + step].focus();
  });

  window.addEventListener("popstate", read);
  box.hidden = false;
  read();
  if (location.hash === "#_q") input.focus();
})();
