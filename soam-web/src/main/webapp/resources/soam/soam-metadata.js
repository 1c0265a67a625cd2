/* Metadata: data sets and topics. The address says what is shown, so that whoever gets it sees the same. */
"use strict";

soam.metadata = (() => {
  const root = document.querySelector("[data-home]").dataset.home;
  const by = (id) => document.getElementById(id);
  const whole = new Intl.NumberFormat("en");
  const names = ["q", "topic", "type", "active", "sort", "page", "view", "dataset"];
  const rows = 25;
  const pause = 5000;
  let view = {};
  let turn = 0;
  let loadedAt = 0;
  let shownAt = null;

  function element(tag, { text, ...attributes } = {}, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => value !== null && value !== undefined && made.setAttribute(name, value));
    if (text !== undefined && text !== null) made.textContent = text;
    made.append(...children.filter(Boolean));
    return made;
  }

  /** {ok, data, message}; an answer that never came is one too. */
  async function ask(path) {
    try {
      const response = await fetch(`${root}api/metadata/${path}`, { headers: { Accept: "application/json" }, redirect: "error", signal: AbortSignal.timeout(20_000) });
      if (response.status === 401) location.reload();
      const body = await response.json();
      return { ok: response.ok, data: body.data, message: body.message };
    } catch (e) {
      return { ok: false, data: null, message: "The server does not answer. It is asked again every few seconds." };
    }
  }

  function bytes(count) {
    const units = ["B", "KiB", "MiB", "GiB", "TiB"];
    let value = count;
    let unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
  }

  const time = (at) => element("time", { datetime: at ?? "", "data-show": "ago", text: at ? "" : "never" });

  function readAddress() {
    const parameters = new URL(location.href).searchParams;
    view = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ""]));
    view.page = Math.max(1, Number.parseInt(view.page, 10) || 1);
  }

  function address(change) {
    const parameters = new URLSearchParams();
    const wanted = { ...view, page: 1, dataset: "", ...change };
    names.forEach((name) => wanted[name] && !(name === "page" && wanted.page === 1) && parameters.set(name, wanted[name]));
    return `${location.pathname}${parameters.size ? `?${parameters}` : ""}`;
  }

  function go(change) {
    history.pushState(null, "", address(change));
    show();
  }

  function link(change, attributes) {
    return element("a", { href: address(change), "data-go": JSON.stringify(change), ...attributes });
  }

  function stale(message) {
    by("stale").hidden = !message;
    if (message) soam.setText(by("stale").querySelector("span"), `As of ${soam.clock.format(shownAt)}. ${message}`);
  }

  /** Shows an answer in a box with its four states; whether there is something to show. */
  function settle(box, answer, isEmpty) {
    box.setAttribute("aria-busy", "false");
    if (!answer.ok) {
      if (box.dataset.state === "ready") stale(answer.message);
      else {
        box.dataset.state = "error";
        box.querySelector(".on-error p").textContent = answer.message ?? "";
      }
      return false;
    }
    stale(null);
    shownAt = new Date(soam.now());
    box.dataset.state = isEmpty ? "empty" : "ready";
    return !isEmpty;
  }

  function pages(box, { total, page, page_size: size }) {
    const last = Math.max(1, Math.ceil(total / size));
    box.replaceChildren(element("span", { text: `${whole.format((page - 1) * size + 1)}–${whole.format(Math.min(total, page * size))} of ${whole.format(total)}` }));
    if (page > 1) box.append(link({ page: page - 1 }, { class: "btn", text: "Previous" }));
    if (page < last) box.append(link({ page: page + 1 }, { class: "btn", text: "Next" }));
  }

  async function totals() {
    const [stats, current] = await Promise.all([ask("stats"), ask("current")]);
    if (!stats.ok) return;
    const put = (name, text) => soam.setText(document.querySelector(`[data-total=${name}]`), text);
    put("dataset_count", whole.format(stats.data.dataset_count));
    put("active_datasets", `${whole.format(stats.data.active_datasets)} active within an hour`);
    put("total_records", whole.format(stats.data.total_records));
    put("total_size_bytes", bytes(stats.data.total_size_bytes));
    put("total_unique_sensors", whole.format(stats.data.total_unique_sensors));
    const waiting = current.ok ? current.data.datasets.reduce((sum, one) => sum + one.record_count, 0) : 0;
    put("pending", waiting > 0 ? `${whole.format(waiting)} more are being added` : "exact, of all servers");
    by("totals").dataset.state = "ready";
  }

  /** Where it comes from; null if that has been deleted. */
  function origin(one) {
    return one.data_source ? element("a", { class: "origin", href: `${root}data-source.xhtml?ingestion_id=${encodeURIComponent(one.source_id)}`, text: one.data_source }) : null;
  }

  function datasetRow(one) {
    const name = link({ dataset: one.ingestion_id }, { text: one.topic === "unknown" ? one.data_source ?? one.ingestion_id : one.topic });
    return element("tr", {},
      element("td", { class: "topic" }, element("b", {}, name), one.data_source ? element("small", {}, origin(one)) : null),
      element("td", { class: "stream" }, element("code", { text: one.ingestion_id })),
      element("td", { class: "n", "data-label": "Messages", text: whole.format(one.record_count) }),
      element("td", { class: "n", "data-label": "Fields", text: whole.format(one.field_count) }),
      element("td", { class: "n", "data-label": "Sensors", text: whole.format(one.unique_sensor_ids) }),
      element("td", { class: "n", "data-label": "Size", text: bytes(one.data_size_bytes) }),
      element("td", { "data-label": "Last message" }, element("i", { class: "dot", "data-tone": one.active ? "ok" : "idle" }), " ", time(one.last_seen)));
  }

  function showControls() {
    by("search").value = view.q;
    by("active").setAttribute("aria-pressed", view.active ? "true" : "false");
    const chips = ["q", "topic", "type"].filter((name) => view[name]).map((name) => {
      const chip = link({ [name]: "" }, { class: "chip on", title: "Remove this filter", text: `${view[name]} ×` });
      return chip;
    });
    by("filters").replaceChildren(...chips);
    const query = new URLSearchParams(Object.entries({ q: view.q, topic: view.topic, type: view.type, active: view.active, sort: view.sort }).filter(([, value]) => value));
    by("csv").href = `${root}exports/datasets.csv?${query}`;
    const sort = view.sort || "-last_seen";
    document.querySelectorAll("#datasets th[data-sort]").forEach((th) => {
      const own = sort.replace("-", "") === th.dataset.sort;
      if (own) th.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
  }

  async function datasets() {
    const own = ++turn;
    showControls();
    const query = new URLSearchParams({ page: view.page, page_size: rows });
    if (view.q) query.set("q", view.q);
    if (view.topic) query.set("topic", view.topic);
    if (view.type) query.set("source_type", view.type);
    if (view.active) query.set("active_only", "true");
    if (view.sort) query.set("sort", view.sort);
    const answer = await ask(`datasets?${query}`);
    if (own !== turn) return;
    const narrowed = Boolean(view.q || view.topic || view.type || view.active);
    const empty = by("datasets").querySelector(".on-empty");
    empty.querySelector("b").textContent = narrowed ? "No data set matches" : "No data set yet";
    empty.querySelector("p").textContent = narrowed ? "Remove a filter, or search for another word." : "A data set appears some seconds after the first message of a stream. Connect a data source, and it describes itself.";
    by("reset").hidden = !narrowed;
    if (!settle(by("datasets"), answer, answer.data?.total === 0)) return;
    by("datasets").querySelector("tbody").replaceChildren(...answer.data.datasets.map(datasetRow));
    pages(by("datasets").querySelector(".pages"), answer.data);
  }

  function topicRow(one) {
    return element("tr", {},
      element("td", { class: "topic" }, element("b", {}, link({ view: "", topic: one.topic }, { text: one.topic }))),
      element("td", { class: "n", "data-label": "Data sets", text: whole.format(one.dataset_count) }),
      element("td", { class: "n", "data-label": "Messages", text: whole.format(one.total_records) }),
      element("td", { class: "n", "data-label": "Sensors", text: whole.format(one.total_unique_sensors) }),
      element("td", { class: "n", "data-label": "Size", text: bytes(one.total_size_bytes) }),
      element("td", { "data-label": "Last message" }, time(one.latest_data)));
  }

  async function topics() {
    const own = ++turn;
    const answer = await ask(`topics?page=${view.page}&page_size=${rows}`);
    if (own !== turn || !settle(by("topics"), answer, answer.data?.total === 0)) return;
    by("topics").querySelector("tbody").replaceChildren(...answer.data.topics.map(topicRow));
    pages(by("topics").querySelector(".pages"), answer.data);
  }

  async function load() {
    loadedAt = Date.now();
    if (view.dataset) await soam.dataset.load(view.dataset);
    else await Promise.all([totals(), view.view === "topics" ? topics() : datasets()]);
    soam.showTimes();
  }

  function show() {
    readAddress();
    by("overview").hidden = Boolean(view.dataset);
    by("dataset").hidden = !view.dataset;
    by("datasets").hidden = view.view === "topics";
    by("topics").hidden = view.view !== "topics";
    document.querySelectorAll("[data-view]").forEach((chip) => chip.setAttribute("aria-current", String(chip.dataset.view === (view.view || "datasets"))));
    by("subtitle").hidden = Boolean(view.dataset);
    by("whose").hidden = !view.dataset;
    if (!view.dataset) soam.setText(by("title"), "Metadata");
    load();
  }

  document.addEventListener("DOMContentLoaded", () => {
    by("find").addEventListener("submit", (event) => {
      event.preventDefault();
      go({ q: by("search").value.trim() });
    });
    by("active").addEventListener("click", () => go({ active: view.active ? "" : "true" }));
    document.querySelectorAll("#datasets th[data-sort] button").forEach((button) => button.addEventListener("click", () => {
      const column = button.parentElement.dataset.sort;
      go({ sort: (view.sort || "-last_seen") === `-${column}` ? column : `-${column}` });
    }));
    document.addEventListener("click", (event) => {
      if (event.target.closest("[data-retry]")) load();
      const target = event.target.closest("[data-go]");
      if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(JSON.parse(target.dataset.go));
      window.scrollTo(0, 0);
    });
    window.addEventListener("popstate", show);
    soam.keys["/"] = () => by("search").focus();
    soam.live.onNews(async () => {
      await soam.live.refreshPulse();
      if (Date.now() - loadedAt > pause) await load();
    });
    show();
  });

  return { ask, element, bytes, time, whole, settle, origin };
})();
