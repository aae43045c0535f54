"use strict";
(() => {
  const box = document.getElementById("drawing");
  const svg = box.querySelector("svg");
  const marks = [...svg.querySelectorAll("[data-id]")];
  const edges = [...svg.querySelectorAll("[data-a]")];
  const rows = [...document.querySelectorAll("tbody tr")];
  const byId = new Map(marks.map((mark) => [mark.dataset.id, mark]));
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  let held = null;

  const clear = () => {
    svg.classList.remove("busy");
    for (const element of [...marks, ...edges, ...rows]) element.classList.remove("on");
  };

  const light = (id) => {
    clear();
    if (!id) return;
    svg.classList.add("busy");
    byId.get(id).classList.add("on");
    for (const edge of edges) {
      if (edge.dataset.a !== id && edge.dataset.b !== id) continue;
      edge.classList.add("on");
      for (const end of [edge.dataset.a, edge.dataset.b]) byId.get(end)?.classList.add("on");
    }
    for (const row of rows) if (row.dataset.ids.split(" ").includes(id)) row.classList.add("on");
  };

  const select = () => {
    const kinds = new Set([...document.querySelectorAll("fieldset input:checked")].map((kind) => kind.value));
    const wanted = fold(search.value.trim());
    const shown = new Set();
    let hits = 0;
    for (const mark of marks) {
      const visible = kinds.has(mark.dataset.kind);
      mark.classList.toggle("gone", !visible);
      if (visible) shown.add(mark.dataset.id);
      const hit = visible && wanted !== "" && fold(mark.dataset.label).includes(wanted);
      mark.classList.toggle("hit", hit);
      if (hit) hits += 1;
    }
    for (const edge of edges) edge.classList.toggle("gone", !shown.has(edge.dataset.a) || !shown.has(edge.dataset.b));
    for (const row of rows) {
      const drawn = row.dataset.ids.split(" ").filter((id) => byId.has(id));
      const visible = drawn.every((id) => shown.has(id));
      row.hidden = !visible || (wanted !== "" && !fold(row.textContent).includes(wanted));
    }
    found.textContent = wanted === "" ? "" : found.dataset.text.replace("{}", hits);
    if (wanted !== "" && hits > 0 && hits < marks.length) {
      clear();
      svg.classList.add("busy");
      for (const mark of marks) if (mark.classList.contains("hit")) mark.classList.add("on");
    } else {
      light(held);
    }
  };

  for (const mark of marks) {
    const id = mark.dataset.id;
    mark.setAttribute("role", "button");
    mark.addEventListener("pointerenter", () => { if (!held && !search.value) light(id); });
    mark.addEventListener("pointerleave", () => { if (!held && !search.value) clear(); });
    mark.addEventListener("focus", () => light(id));
    mark.addEventListener("blur", () => select());
    mark.addEventListener("click", () => { held = held === id ? null : id; light(held); });
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      held = held === id ? null : id;
      light(held);
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { held = null; clear(); } });
  search.addEventListener("input", () => { held = null; select(); });
  for (const kind of document.querySelectorAll("fieldset input")) kind.addEventListener("change", select);

  const whole = svg.viewBox.baseVal;
  const full = [whole.x, whole.y, whole.width, whole.height];
  let view = [...full];
  const apply = () => svg.setAttribute("viewBox", view.map((n) => n.toFixed(2)).join(" "));
  const zoom = (factor, x, y) => {
    const size = Math.min(Math.max(view[2] * factor, full[2] / 40), full[2] * 2) / view[2];
    view = [x - (x - view[0]) * size, y - (y - view[1]) * size, view[2] * size, view[3] * size];
    apply();
  };
  const at = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const centre = () => [view[0] + view[2] / 2, view[1] + view[3] / 2];
  document.getElementById("in").addEventListener("click", () => zoom(1 / 1.4, ...centre()));
  document.getElementById("out").addEventListener("click", () => zoom(1.4, ...centre()));
  document.getElementById("all").addEventListener("click", () => { view = [...full]; apply(); box.classList.add("fit"); });
  // A drawing much wider than the window opens at its own size, centred, so that its words can be read.
  if (full[2] <= box.clientWidth * 1.4) box.classList.add("fit");
  else box.scrollTo((full[2] - box.clientWidth) / 2, Math.max(0, (full[3] - box.clientHeight) / 2));
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, ...at(event));
  }, { passive: false });
  let grip = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && !event.target.closest("[data-id]")) grip = at(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const now = at(event);
    view[0] += grip[0] - now[0];
    view[1] += grip[1] - now[1];
    apply();
  });
  for (const end of ["pointerup", "pointerleave"]) svg.addEventListener(end, () => { grip = null; });
})();
