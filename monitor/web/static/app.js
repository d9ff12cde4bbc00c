"use strict";
// The page works without this script: list, map and forms come from the server. It adds what moves: the map that is
// dragged, the list that changes by itself, and the keyboard. The two libraries come after the first picture is there.

const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
const SIZE = 1000; // the atlas is a square of Web Mercator, as the server draws it
let map = null;

function file(name) {
  return new Promise((done, failed) => {
    const css = name.endsWith("Css");
    const part = document.createElement(css ? "link" : "script");
    if (css) { part.rel = "stylesheet"; part.href = document.body.dataset[name]; } else part.src = document.body.dataset[name];
    part.onload = done;
    part.onerror = failed;
    document.head.append(part);
  });
}

function idle(then) {
  (window.requestIdleCallback || ((call) => setTimeout(call, 200)))(then, { timeout: 2000 });
}

// ---- the map ----------------------------------------------------------------------------------------------------

const toPoint = (x, y) => {
  const lat = (360 / Math.PI) * Math.atan(Math.exp((0.5 - y / SIZE) * 2 * Math.PI)) - 90;
  return [lat, (x / SIZE) * 360 - 180];
};

function boxOf(atlas) {
  const [left, top, width, height] = atlas.getAttribute("viewBox").split(" ").map(Number);
  return [toPoint(left, top + height), toPoint(left + width, top)];
}

// the library takes over the picture that is already there, at the same view: nothing jumps
async function takeOver() {
  const box = document.getElementById("map");
  const atlas = document.getElementById("atlas");
  if (!box || !atlas || map) return;
  await Promise.all([file("leaflet"), file("leafletCss")]);
  const view = boxOf(atlas);
  map = L.map(box, { zoomSnap: 0, minZoom: 0, maxZoom: 7, zoomAnimation: !reduced, fadeAnimation: !reduced, scrollWheelZoom: false, dragging: !matchMedia("(pointer: coarse)").matches });
  map.attributionControl.setPrefix("");
  map.attributionControl.addAttribution("Natural Earth, borders de facto");
  map.fitBounds(view, { animate: false });
  map.options.zoomSnap = 0.5;
  map.setMaxBounds([[-80, -220], [85, 220]]);
  atlas.setAttribute("viewBox", `0 0 ${SIZE} ${SIZE}`);
  atlas.setAttribute("preserveAspectRatio", "none");
  L.svgOverlay(atlas, [toPoint(0, SIZE), toPoint(SIZE, 0)]).addTo(map);
  // until it is touched on purpose, the map lets the page scroll past it
  box.addEventListener("click", () => { map.scrollWheelZoom.enable(); map.dragging.enable(); });
  box.dataset.drawn = "yes";
}

function spots() {
  return [...document.querySelectorAll("#spots > .spot")];
}

const idOf = (spot) => decodeURIComponent(spot.getAttribute("href").split("/").pop());

function tell(spot) {
  const ids = [idOf(spot), ...spot.dataset.also.split(" ").filter(Boolean)];
  const lines = spot.querySelector("title").textContent.split("\n").filter(Boolean);
  const list = document.createElement("ul");
  lines.forEach((line, at) => {
    const item = document.createElement("li");
    if (ids[at]) {
      const link = document.createElement("a");
      link.href = "/incidents/" + encodeURIComponent(ids[at]);
      link.textContent = line;
      link.dir = "auto";
      item.append(link);
    } else item.textContent = line;
    list.append(item);
  });
  const [, x, y] = spot.querySelector("path").getAttribute("d").match(/M([-\d.]+) ([-\d.]+)/).map(Number);
  L.popup({ autoPan: true, maxWidth: 320 }).setLatLng(toPoint(x, y)).setContent(list).openOn(map);
  select(ids[0], false);
}

// ---- list and keyboard --------------------------------------------------------------------------------------------

function rows() {
  return [...document.querySelectorAll("#list ol.incidents > li")];
}

function select(id, fromList) {
  for (const row of rows()) {
    const mine = row.dataset.id === id;
    row.classList.toggle("current", mine);
    if (mine && !fromList) row.scrollIntoView({ block: "nearest", behavior: reduced ? "auto" : "smooth" });
  }
  for (const spot of spots()) {
    const mine = idOf(spot) === id || spot.dataset.also.split(" ").includes(id);
    spot.classList.toggle("current", mine);
    if (mine && spot.parentNode.lastElementChild !== spot) spot.parentNode.append(spot);
  }
}

function keys(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("input, select, textarea, #map")) return;
  const all = rows();
  const at = all.findIndex((row) => row.classList.contains("current"));
  if (event.key === "/") {
    const search = document.querySelector("input[type=search]");
    if (search) { event.preventDefault(); search.focus(); }
  } else if (event.key === "j" || event.key === "k") {
    const next = all[Math.max(0, Math.min(all.length - 1, at + (event.key === "j" ? 1 : -1)))];
    if (next) { select(next.dataset.id, true); next.querySelector("a").focus(); }
  }
}

// ---- what changes by itself ---------------------------------------------------------------------------------------

function live() {
  const sign = document.getElementById("live");
  if (!sign) return;
  const events = new EventSource("/events");
  let known = null;
  events.addEventListener("open", () => { sign.className = "live on"; sign.textContent = "live"; });
  events.addEventListener("error", () => { sign.className = "live off"; sign.textContent = "connection lost, trying again"; });
  events.addEventListener("state", (event) => {
    if (known !== null && event.data !== known && document.getElementById("list")) renew();
    known = event.data;
  });
  addEventListener("pagehide", () => events.close());
}

async function renew() {
  const current = document.querySelector("#list li.current");
  const focused = document.activeElement && document.activeElement.closest("#list li");
  await htmx.ajax("GET", location.pathname + location.search, { target: "#list", select: "#list", swap: "outerHTML", selectOOB: "#spots,#glance,#legend,#counts" });
  if (current) select(current.dataset.id, true);
  if (focused) document.querySelector(`#list li[data-id="${CSS.escape(focused.dataset.id)}"] a`)?.focus();
  const said = document.getElementById("said");
  if (said) said.textContent = "The list has changed.";
}

document.addEventListener("keydown", keys);
document.addEventListener("focusin", (event) => {
  const row = event.target.closest("#list ol.incidents > li");
  if (row) select(row.dataset.id, true);
});
document.addEventListener("mouseover", (event) => {
  const row = event.target.closest("#list ol.incidents > li");
  if (row && !row.classList.contains("current")) select(row.dataset.id, true);
});
document.addEventListener("click", (event) => {
  const spot = event.target.closest("#spots .spot");
  if (spot && map && !event.ctrlKey && !event.metaKey) { event.preventDefault(); tell(spot); }
});

const filters = document.querySelector("form.filters");
if (filters) {
  // an address that says only what is asked is one that can be sent
  filters.addEventListener("submit", () => {
    for (const field of filters.elements) if (field.name && !field.value) field.disabled = true;
    setTimeout(() => { for (const field of filters.elements) field.disabled = false; });
  });
  filters.addEventListener("change", () => filters.requestSubmit());
}
idle(async () => {
  if (document.getElementById("list")) await file("htmx");
  live();
  await takeOver();
});
