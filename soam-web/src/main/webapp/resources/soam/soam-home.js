/* Home: puts what the API says into the cards that the server has rendered. */
"use strict";

(() => {
  const { live, setText } = soam;
  const url = new URL(location.href);
  const shownReadings = 8;
  let home = null;
  let kind = url.searchParams.get("kind") || "";
  const held = new WeakSet();

  function setAttribute(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  function each(element, selector, change) {
    if (element.matches(selector)) change(element);
    element.querySelectorAll(selector).forEach(change);
  }

  /** Fills the marked places of an element from an item. */
  function fill(element, item) {
    each(element, "[data-text]", (place) => setText(place, String(item[place.dataset.text] ?? "")));
    each(element, "[data-hint]", (place) => setAttribute(place, "title", String(item[place.dataset.hint] ?? "")));
    if (item.tone) each(element, ".dot, .pill", (place) => setAttribute(place, "data-tone", item.tone));
    each(element, "time[data-time]", (place) => setAttribute(place, "datetime", item[place.dataset.time] ?? ""));
    each(element, "svg[data-series]", (place) => setAttribute(place.firstElementChild, "points", item.points));
  }

  /** Makes a list's elements those of the items; what stays the same is not touched. */
  function fillList(list, items, template) {
    const known = new Map([...list.children].map((child) => [child.dataset.key, child]));
    let at = list.firstElementChild;
    items.forEach((item) => {
      let element = known.get(item.key);
      if (!element) {
        element = template.content.querySelector("li, tr").cloneNode(true);
        element.dataset.key = item.key;
      }
      known.delete(item.key);
      fill(element, item);
      if (element === at) at = at.nextElementSibling;
      else list.insertBefore(element, at);
    });
    known.forEach((gone) => gone.remove());
    soam.showTimes(list);
  }

  /** Nothing moves under the pointer or the keyboard: a list that is being used waits. */
  function inUse(card) {
    return card.matches(":hover") || card.contains(document.activeElement);
  }

  function fillCard(card, data, items) {
    setAttribute(card, "data-state", data.state);
    card.querySelectorAll("[data-note]").forEach((note) => setText(note, data.note ?? ""));
    card.querySelectorAll(".note time").forEach((time) => setAttribute(time, "datetime", data.as_of ?? ""));
    const list = card.querySelector("[data-items]");
    const same = [...list.children].map((child) => child.dataset.key).join() === items.map((item) => item.key).join();
    if (!same && inUse(list)) {
      held.add(card);
    } else {
      held.delete(card);
      fillList(list, items, card.querySelector("template"));
    }
    const hint = card.querySelector("[data-held]");
    if (hint) hint.hidden = !held.has(card);
  }

  function showHome() {
    setText(document.getElementById("context"), home.context);
    const problem = document.getElementById("problem");
    setText(problem.querySelector("[data-text]"), home.problem ?? "");
    setAttribute(problem, "data-none", String(!home.problem));
    home.kpis.forEach((kpi) => fill(document.querySelector(`#kpis [data-key="${kpi.key}"]`), kpi));
    home.stages.forEach((stage) => fill(document.querySelector(`#stages [data-key="${stage.key}"]`), stage));
    const alerts = document.getElementById("alerts");
    setAttribute(alerts.querySelector(".badge"), "data-open", String(home.open_alerts));
    setText(alerts.querySelector("[data-text=open]"), String(home.open_alerts));
    fillCard(alerts, home.alerts, home.alerts.items);
    fillCard(document.getElementById("parts"), home.parts, home.parts.items);
    showReadings();
  }

  function showReadings() {
    const card = document.getElementById("readings");
    const items = home.readings.items.filter((row) => !kind || row.kind === kind).slice(0, shownReadings);
    showKinds(card, home.readings.items);
    fillCard(card, home.readings, items);
  }

  function showKinds(card, rows) {
    const chips = card.querySelector(".chips");
    const counts = new Map();
    rows.forEach((row) => counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1));
    if (kind) counts.set(kind, counts.get(kind) ?? 0);
    const known = new Set([...chips.children].map((chip) => chip.dataset.kind));
    [...counts.keys()].filter((name) => !known.has(name)).forEach((name) => {
      const chip = chips.firstElementChild.cloneNode(true);
      chip.dataset.kind = name;
      chip.textContent = name;
      chips.append(chip);
    });
    [...chips.children].forEach((chip) => setAttribute(chip, "aria-pressed", String(chip.dataset.kind === kind)));
  }

  function remember(name, value) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
  }

  /* The chart */
  const card = document.getElementById("temperatures");
  const chart = soam.temperatureChart(card, {
    sensors: url.searchParams.getAll("sensor"),
    onSensors(sensors) {
      url.searchParams.delete("sensor");
      sensors.forEach((sensor) => url.searchParams.append("sensor", sensor));
      history.replaceState(null, "", url);
      loadChart();
    },
  });
  let range = document.querySelector("#ranges [aria-current=true]").dataset.range;
  let averagesAsOf = null;
  let chartAt = 0;

  function showRange() {
    document.querySelectorAll("#ranges [data-range]").forEach((chip) => {
      setAttribute(chip, "aria-current", String(chip.dataset.range === range));
    });
    const windows = range === "24h" ? "per sensor, in steps of 5 minutes" : "per sensor, 1-minute windows";
    setText(document.getElementById("temperatures-sub"), windows);
  }

  async function loadChart() {
    chartAt = Date.now();
    const query = new URLSearchParams([["range", range], ...chart.sensors().map((sensor) => ["sensor", sensor])]);
    const data = await live.ask(`/api/home/temperatures?${query}`);
    if (data) chart.show(data);
    else if (card.dataset.state === "loading") chart.fail("The server gave no answer. It is asked again every few seconds.");
  }

  async function refresh() {
    const data = await live.ask("/api/home");
    if (data) {
      home = data;
      live.pulse(home);
      showHome();
    }
    const pause = range === "24h" ? 60_000 : 5_000;
    const news = home && home.averages_as_of !== averagesAsOf;
    const waited = Date.now() - chartAt;
    if ((news && waited >= pause) || waited >= 60_000 || card.dataset.state === "error") {
      averagesAsOf = home?.averages_as_of ?? null;
      await loadChart();
    }
  }

  function setRange(code) {
    range = code;
    remember("range", code);
    showRange();
    chart.unzoom();
    loadChart();
  }

  document.getElementById("ranges").addEventListener("click", (event) => {
    const chip = event.target.closest("[data-range]");
    if (!chip || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setRange(chip.dataset.range);
  });

  document.querySelector("#readings .chips").addEventListener("click", (event) => {
    const chip = event.target.closest("[data-kind]");
    if (!chip) return;
    kind = chip.dataset.kind;
    remember("kind", kind);
    if (home) showReadings();
  });

  document.querySelectorAll("[data-items]").forEach((list) => {
    list.addEventListener("pointerleave", () => home && showHome());
    list.addEventListener("focusout", () => home && setTimeout(showHome));
  });

  soam.actions.retry = () => {
    chartAt = 0;
    live.refresh();
    loadChart();
  };
  ["15m", "1h", "24h"].forEach((code, index) => (soam.keys[String(index + 1)] = () => setRange(code)));

  live.onNews(refresh);
  showRange();
  loadChart();
})();
