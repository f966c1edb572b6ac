// The lines and marks of drawings that stand out from the page by less than 3, after how many were measured.
// Grids, bars of uncertain dates and the ground beneath words are no marks: nothing is lost without them.
() => {
  const rgb = colour => colour.match(/[\d.]+/g).map(Number);
  const light = colour => {
    const [x, y, z] = rgb(colour).map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + .05) / (low + .05);
  };
  const paper = getComputedStyle(document.body).backgroundColor, found = [];
  const shapes = [...document.querySelectorAll("figure.pic svg :is(path, circle):not(.ln2)")].filter(shape => {
    const style = getComputedStyle(shape); return !(shape.matches("path.bg") && style.stroke === "none");
  });
  for (const shape of shapes) {
    const style = getComputedStyle(shape), ink = style.stroke === "none" ? style.fill : style.stroke;
    if (ratio(ink, paper) < 3) found.push([shape.getAttribute("class"), ink, ratio(ink, paper).toFixed(2)]);
  }
  return [shapes.length, found];
}
