/** Buttons that save a drawn picture as SVG or PNG; they exist only where something was drawn. */
export function saveButtons(figure, canvas) {
  const place = figure.querySelector(".picture__save");
  if (!place) return;
  place.append(button(figure.dataset.saveSvg, () => save(new Blob([source(canvas)], { type: "image/svg+xml" }), name(figure, "svg"))));
  place.append(button(figure.dataset.savePng, () => png(canvas, blob => save(blob, name(figure, "png")))));
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "picture__button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

const name = (figure, ending) => `${figure.dataset.picture}-${location.pathname.split("/").filter(Boolean).join("-")}.${ending}`;

function source(canvas) {
  const copy = canvas.querySelector("svg").cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", "'Be Vietnam Pro', sans-serif");
  copy.setAttribute("fill", "currentColor");
  return new XMLSerializer().serializeToString(copy);
}

function png(canvas, done) {
  const drawn = canvas.querySelector("svg").getBoundingClientRect();
  const image = new Image();
  image.onload = () => {
    const paper = document.createElement("canvas");
    paper.width = drawn.width * 2;
    paper.height = drawn.height * 2;
    const pen = paper.getContext("2d");
    pen.fillStyle = "white";
    pen.fillRect(0, 0, paper.width, paper.height);
    pen.drawImage(image, 0, 0, paper.width, paper.height);
    URL.revokeObjectURL(image.src);
    paper.toBlob(done, "image/png");
  };
  image.src = URL.createObjectURL(new Blob([source(canvas)], { type: "image/svg+xml" }));
}

function save(blob, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
