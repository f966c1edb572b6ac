// Puts every stance, status, verdict and marking on each ground of the page, and a picture with every colour.
() => {
  const states = {
    st: "supports leans-support mixed neutral leans-oppose opposes unclear".split(" "),
    ss: ("unverified disputed corroborated confirmed refuted open partly-answered answered overtaken overdue"
      + " happened scheduled postponed cancelled").split(" "),
    chk: ["", "weak"], tlp: ["clear", "green", "amber", "strict", "red"],
  };
  for (const place of [document.querySelector("main"), document.querySelector(".sec.open"), document.querySelector("footer")]) {
    for (const [kind, codes] of Object.entries(states)) for (const code of codes) for (const more of ["", "att"]) {
      const chip = document.createElement("span");
      chip.className = `${kind} ${code} ${kind === "st" ? more : ""}`;
      chip.innerHTML = "<i>+</i><span>Words</span>";
      place?.append(chip);
    }
  }
  const picture = "<svg viewBox='0 0 9 9'><rect class='bg' width='9' height='9'/>" +
    ["t", "t2", "pro", "con", "mix", "neu"].map(c => `<text class='${c}' x='1' y='5'>a</text>`).join("") + "</svg>";
  const figure = document.createElement("figure");
  figure.className = "pic";
  figure.innerHTML = picture;
  document.querySelector("main").append(figure);
}
