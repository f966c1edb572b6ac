// What is wrong with the drawings of a page: words that leave their drawing, and words that meet others or a mark.
() => {
  const found = [];
  const boxes = [...document.querySelectorAll("figure.pic svg")].map(svg => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const box = element => {
      // A line's box is higher than its letters, and wider where it reads upwards.
      const r = element.getBoundingClientRect(), spare = 4 * scale, isTurned = element.hasAttribute("transform");
      const [x, y] = isTurned ? [spare, 0] : [0, spare];
      return { words: element.textContent, left: r.left + x, right: r.right - x, top: r.top + y, bottom: r.bottom - y };
    };
    return { frame: svg.getBoundingClientRect(), texts: [...svg.querySelectorAll(":scope > g > text")].map(box), marks: [...svg.querySelectorAll("use")].map(box) };
  });
  let texts = 0;
  for (const { frame, texts: all, marks } of boxes) {
    texts += all.length;
    all.forEach((one, i) => {
      if (one.left < frame.left - 1 || one.right > frame.right + 1 || one.top < frame.top - 1 || one.bottom > frame.bottom + 1) found.push(["cut", one.words]);
      for (const other of all.slice(i + 1).concat(marks))
        if (one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom && other.top < one.bottom) found.push(["meet", one.words, other.words]);
    });
  }
  return [boxes.length, texts, found];
}
