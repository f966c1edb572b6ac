// What of a page is too faint: [kind, element, ratio, words] of each, after the number of texts that were measured.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + .05) / (low + .05);
  };
  const ground = element => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const svg = each.ownerSVGElement && [...each.ownerSVGElement.querySelectorAll("rect, path, circle")].findLast(shape => {
        const a = shape.getBoundingClientRect(), b = element.getBoundingClientRect();
        return shape.compareDocumentPosition(element) & 4 && getComputedStyle(shape).fill !== "none"
          && a.left <= b.left && a.right >= b.right && a.top <= b.top && a.bottom >= b.bottom;
      });
      layers.push(rgba(svg && each === element ? getComputedStyle(svg).fill : getComputedStyle(each).backgroundColor));
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const found = [];
  const note = (element, what, value, least) => {
    if (value < least - .005) found.push([what, element.tagName + "." + element.getAttribute("class"), value.toFixed(2), element.textContent.slice(0, 30)]);
  };
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement, style = getComputedStyle(element);
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest("option, .vh")) continue;
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const under = ground(element);
    const ink = over(rgba(element.ownerSVGElement ? style.fill : style.color), under);
    note(element, "text", ratio(ink, under), isLarge ? 3 : 4.5);
    texts += 1;
  }
  for (const each of document.querySelectorAll(".st, .ss, input, select, button, .tabs [aria-current]")) {
    if (!each.checkVisibility()) continue;
    const style = getComputedStyle(each);
    if (parseFloat(style.borderBlockStartWidth)) {
      const under = ground(each.parentElement);
      note(each, "border", ratio(over(rgba(style.borderBlockStartColor), under), under), 3);
    }
  }
  for (const each of document.querySelectorAll("a[href], button, input, select")) {
    if (!each.checkVisibility() || matchMedia("print").matches) continue;
    each.focus({ focusVisible: true, preventScroll: true });
    const style = getComputedStyle(each), isInside = parseFloat(style.outlineOffset) < 0;
    const under = ground(isInside ? each : each.parentElement);
    if (style.outlineStyle !== "none") note(each, "focus", ratio(over(rgba(style.outlineColor), under), under), 3);
  }
  return [texts, found];
}
