// What a screen-reader user trips over first, looked for in the live page; a list of faults in words.
() => {
  const faults = [];
  const name = (e) => (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent || e.title || '').trim();
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary'))
    if (e.offsetParent && !name(e)) faults.push('no name: ' + e.outerHTML.slice(0, 80));
  for (const e of document.querySelectorAll('img:not([alt]), svg.chart:not([aria-label])')) faults.push('no text: ' + e.outerHTML.slice(0, 80));
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
  if (!document.documentElement.lang) faults.push('no language');
  const part = (c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = (rgb) => 0.2126 * part(rgb[0]) + 0.7152 * part(rgb[1]) + 0.0722 * part(rgb[2]);
  const colour = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0.9) return c; } return [255, 255, 255]; };
  for (const e of document.querySelectorAll('main *, header *')) {
    if (!e.offsetParent || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    if (e.closest('.hidden, svg, #map')) continue;
    const a = light(colour(getComputedStyle(e).color)) + 0.05, b = light(ground(e)) + 0.05;
    if (Math.max(a, b) / Math.min(a, b) < 4.5) faults.push('contrast ' + (Math.max(a, b) / Math.min(a, b)).toFixed(1) + ': ' + e.outerHTML.slice(0, 80));
  }
  return faults;
}
