"use strict";
// The page works without this script: it adds the map, the live list and the keyboard.

const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
const query = () => new URLSearchParams(location.search).toString();
let map = null;
let layer = null;

async function drawMap() {
  const box = document.getElementById("map");
  if (!box || typeof L === "undefined") return;
  map = L.map(box, { worldCopyJump: true, minZoom: 1, maxZoom: 9, zoomAnimation: !reduced, fadeAnimation: !reduced, keyboard: true });
  map.attributionControl.setPrefix("");
  map.attributionControl.addAttribution("Outlines: Natural Earth, borders de facto");
  map.setView([25, 30], 2);
  layer = L.layerGroup().addTo(map);
  const points = drawPoints();
  const answer = await fetch("/static/vendor/countries-110m.json");
  const world = await answer.json();
  const land = topojson.feature(world, world.objects.countries);
  L.geoJSON(land, { interactive: false, style: { className: "country", fillOpacity: 1 } }).addTo(map).bringToBack();
  await points;
}

async function drawPoints() {
  if (!layer) return;
  const answer = await fetch("/incidents.geojson?limit=500&" + query(), { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) return;
  const found = await answer.json();
  layer.clearLayers();
  const bounds = [];
  for (const feature of found.features.slice().reverse()) {
    if (!feature.geometry) continue;
    const [lon, lat] = feature.geometry.coordinates;
    const it = feature.properties;
    const marker = L.circleMarker([lat, lon], { radius: 3 + it.severity, weight: 1, fillOpacity: 0.75, className: it.class });
    const text = document.createElement("div");
    const link = document.createElement("a");
    link.href = "/incidents/" + encodeURIComponent(it.id);
    link.textContent = it.headline;
    text.append(link, document.createElement("br"), `${it.when} · severity ${it.severity.toFixed(1)}`);
    marker.bindPopup(text, { autoPan: false });
    marker.on("click", () => select(it.id, false));
    marker.incident = it.id;
    layer.addLayer(marker);
    bounds.push([lat, lon]);
  }
  box_fit(bounds);
}

let fitted = false;
function box_fit(bounds) {
  if (fitted || bounds.length === 0) return;
  fitted = true;
  map.fitBounds(bounds, { padding: [30, 30], maxZoom: 6, animate: false });
}

function rows() {
  return [...document.querySelectorAll("ol.incidents > li")];
}

function select(id, pan) {
  for (const row of rows()) {
    const mine = row.dataset.id === id;
    row.classList.toggle("current", mine);
    if (mine && !pan) row.scrollIntoView({ block: "nearest", behavior: reduced ? "auto" : "smooth" });
  }
  if (pan && layer) {
    layer.eachLayer((marker) => {
      if (marker.incident === id) { map.panTo(marker.getLatLng(), { animate: !reduced }); marker.openPopup(); }
    });
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

function live() {
  const sign = document.getElementById("live");
  if (!sign) return;
  const events = new EventSource("/events");
  let known = null;
  events.addEventListener("open", () => { sign.className = "live on"; sign.textContent = "live"; });
  events.addEventListener("error", () => { sign.className = "live off"; sign.textContent = "connection lost, trying again"; });
  events.addEventListener("state", (event) => {
    if (known !== null && event.data !== known && document.getElementById("list")) {
      htmx.ajax("GET", "/?" + query(), { target: "#list", select: "#list", swap: "outerHTML" });
      drawPoints();
      const said = document.getElementById("said");
      if (said) said.textContent = "The list has changed.";
    }
    known = event.data;
  });
  addEventListener("pagehide", () => events.close());
}

document.addEventListener("DOMContentLoaded", () => {
  drawMap();
  live();
  document.addEventListener("keydown", keys);
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("ol.incidents > li");
    if (row) select(row.dataset.id, true);
  });
  const filters = document.querySelector("form.filters");
  if (filters) filters.addEventListener("change", () => filters.requestSubmit());
});
