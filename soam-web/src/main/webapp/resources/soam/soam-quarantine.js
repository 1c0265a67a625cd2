/* Quarantine: the list. The address says what is shown, so that whoever gets it sees the same. */
"use strict";

soam.quarantine = (() => {
  const root = document.querySelector("[data-home]").dataset.home;
  const api = `${root}api/quarantine`;
  const decides = () => document.getElementById("quarantine").dataset.decides === "true";
  const by = (id) => document.getElementById(id);
  const states = [["open", "Open"], ["replayed", "Replayed"], ["discarded", "Discarded"], ["all", "All"]];
  const tones = { open: "warn", replayed: "ok", discarded: "idle" };
  const count = new Intl.NumberFormat("en");

  let view = {};
  let page = { items: [], total: 0 };
  let picked = new Set();
  let matching = false;
  let asked = 0;
  let loadedAt = new Date();
  let summaryAt = 0;

  function element(tag, { text, ...attributes } = {}, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => value !== null && value !== undefined && made.setAttribute(name, value));
    if (text !== undefined && text !== null) made.textContent = text;
    made.append(...children.filter(Boolean));
    return made;
  }

  /** As below; what is only asked is asked again while the lake is busy: it works on the answer meanwhile. */
  async function ask(path, body) {
    let answer = await askOnce(path, body);
    for (let more = 8; more > 0 && !body && answer.body.code === "lake_busy"; more--) {
      await new Promise((resolve) => setTimeout(resolve, 800));
      answer = await askOnce(path, body);
    }
    return answer;
  }

  /** {ok, status, body}; an answer that never came is one too. */
  async function askOnce(path, body) {
    try {
      const response = await fetch(`${api}${path}`, {
        method: body ? "POST" : "GET",
        headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
        body: body ? JSON.stringify(body) : undefined,
        redirect: "error",
        signal: AbortSignal.timeout(60_000),
      });
      if (response.status === 401) location.reload();
      return { ok: response.ok, status: response.status, body: await response.json() };
    } catch (e) {
      return { ok: false, status: 0, body: { message: "The server does not answer.", detail: null, code: "no_answer" } };
    }
  }

  /* The address */
  const names = ["q", "reason", "stream", "type", "state", "since", "from", "until", "sort", "page", "rows", "id"];

  function readAddress() {
    const parameters = new URL(location.href).searchParams;
    view = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ""]));
    if (!states.some(([code]) => code === view.state)) view.state = "open";
    view.page = Math.max(1, Number.parseInt(view.page, 10) || 1);
    view.rows = [10, 25, 50, 100].includes(Number(view.rows)) ? Number(view.rows) : 25;
    view.sort ||= "-received_at";
  }

  function address(change = {}) {
    const wanted = { ...view, id: "", ...change };
    const parameters = new URLSearchParams();
    const defaults = { state: "open", page: 1, rows: 25, sort: "-received_at" };
    names.forEach((name) => {
      if (wanted[name] && wanted[name] !== defaults[name]) parameters.set(name, wanted[name]);
    });
    return `${location.pathname}${parameters.size ? `?${parameters}` : ""}`;
  }

  function go(change, replace = false) {
    const next = address({ page: 1, ...change });
    if (replace) history.replaceState(null, "", next);
    else history.pushState(null, "", next);
    picked.clear();
    matching = false;
    readAddress();
    load();
  }

  /** The filter as the API has it. */
  function filter() {
    const from = view.from || (view.since ? new Date(soam.now() - Number(view.since) * 3_600_000).toISOString() : "");
    return { q: view.q, reason: view.reason, stream: view.stream, source_type: view.type, state: view.state === "all" ? "" : view.state, from, until: view.until };
  }

  function given(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "" && value !== null));
  }

  /* The list */
  async function load(quiet = false) {
    const turn = ++asked;
    const box = by("messages");
    box.setAttribute("aria-busy", "true");
    if (!quiet) box.dataset.state = page.items.length > 0 ? box.dataset.state : "loading";
    showControls();
    const query = new URLSearchParams(given({ ...filter(), sort: view.sort, page: view.page, page_size: view.rows }));
    const answer = await ask(`?${query}`);
    if (turn !== asked) return;
    box.setAttribute("aria-busy", "false");
    if (answer.ok) {
      page = { items: answer.body.data, total: answer.body.total };
      loadedAt = new Date(soam.now());
      by("newer").hidden = true;
      showItems();
    } else {
      showError(answer.body);
    }
    showBulk();
  }

  function showError(body) {
    const box = by("messages");
    if (page.items.length > 0 && box.dataset.state !== "empty") {
      stale(`These messages are as of ${soam.clock.format(loadedAt)}. ${body.message}`);
      box.dataset.state = "ready";
      return;
    }
    box.dataset.state = "error";
    box.querySelector(".on-error p").textContent = [body.message, typeof body.detail === "string" ? body.detail : ""].join(" ").trim();
  }

  function stale(text) {
    by("stale").hidden = !text;
    soam.setText(by("stale").querySelector("span"), text ?? "");
  }

  function isNarrowed() {
    return ["q", "reason", "stream", "type", "since", "from", "until"].some((name) => view[name]);
  }

  function showItems() {
    const box = by("messages");
    if (page.total > 0 && page.items.length === 0) {
      go({ page: Math.ceil(page.total / view.rows) }, true);
      return;
    }
    box.dataset.state = page.items.length === 0 ? "empty" : "ready";
    if (page.items.length === 0) showEmpty(box.querySelector(".on-empty"));
    const known = new Set(page.items.map((message) => message.id));
    picked = new Set([...picked].filter((id) => known.has(id)));
    box.querySelector("tbody").replaceChildren(...page.items.map(row));
    const first = (view.page - 1) * view.rows;
    soam.setText(by("range"), `${count.format(first + 1)}–${count.format(first + page.items.length)} of ${count.format(page.total)}`);
    by("previous").disabled = view.page === 1;
    by("next").disabled = first + page.items.length >= page.total;
    soam.showTimes(box);
  }

  function showEmpty(empty) {
    const narrowed = isNarrowed();
    const none = { open: ["Every message can be read", "Nothing waits for you here. What cannot be read one day will, with the reason and the payload as it came."], replayed: ["Nothing has been replayed yet", "What you mend and replay is listed here."], discarded: ["Nothing has been discarded", "What you give up is listed here and can be opened again."], all: ["Every message could be read", "Nothing has ever been put aside."] };
    const [title, text] = narrowed ? ["No message matches", "Remove a filter, or look at another state."] : none[view.state];
    empty.dataset.good = String(!narrowed && view.state === "open");
    soam.setText(empty.querySelector("b"), title);
    soam.setText(empty.querySelector("p"), text);
    by("reset").hidden = !narrowed;
  }

  function row(message) {
    const box = element("input", { type: "checkbox", "aria-label": `Select the message ${message.id}`, "data-pick": message.id });
    box.checked = picked.has(message.id);
    const open = element("a", { href: address({ id: message.id }), "data-open": message.id, text: message.reason_text });
    const at = message.received_at ?? message.quarantined_at;
    const payload = message.replayable
      ? element("code", { class: "excerpt", title: soam.payload.size(message.payload_bytes), text: message.binary ? "binary" : message.excerpt || "(empty)" })
      : element("code", { class: "excerpt", text: "a whole object" });
    return element(
      "tr",
      { "data-id": message.id },
      element("td", { class: "pick" }, decides() ? box : null),
      element("td", { class: "when" }, element("time", { "data-show": "ago", datetime: at })),
      element("td", { class: "why" }, open, element("span", { class: "sub", text: message.detail ?? "" })),
      element("td", { class: "id" }, element("code", { class: "from", title: message.topic ?? message.ingestion_id, text: message.topic ?? message.ingestion_id }), element("span", { class: "sub", title: message.ingestion_id, text: message.topic ? message.ingestion_id : "" })),
      element("td", { class: "what" }, payload, element("span", { class: "sub", text: message.replayable ? soam.payload.size(message.payload_bytes) : "" })),
      element("td", { class: "status" }, element("span", { class: "pill", "data-tone": tones[message.state], text: message.state }), message.replay_of ? element("span", { class: "sub", text: "came back" }) : null),
    );
  }

  /* Controls */
  function showControls() {
    by("search").value = view.q;
    by("since").value = view.since;
    by("type").value = view.type;
    by("rows").value = String(view.rows);
    by("states").replaceChildren(...states.map(([code, word]) => element("a", { class: "chip", href: address({ state: code, page: 1 }), "data-go": JSON.stringify({ state: code }), "aria-current": String(code === view.state), text: word })));
    const removable = [["q", view.q && `“${view.q}”`], ["reason", view.reason.replaceAll("_", " ")], ["stream", view.stream], ["from", view.from && `from ${view.from}`], ["until", view.until && `until ${view.until}`]];
    by("filters").replaceChildren(...removable.filter(([, text]) => text).map(([name, text]) => element("a", { class: "chip on", href: address({ [name]: "", page: 1 }), "data-go": JSON.stringify({ [name]: "" }), title: "Remove this filter" }, element("span", { text }), element("span", { "aria-hidden": "true", text: "×" }), element("span", { class: "sr", text: " remove" }))));
    by("csv").href = `${root}exports/quarantine.csv?${new URLSearchParams(given({ ...filter(), sort: view.sort }))}`;
    document.querySelectorAll("#messages th[data-sort]").forEach((header) => {
      const column = header.dataset.sort;
      if (view.sort === column) header.setAttribute("aria-sort", "ascending");
      else if (view.sort === `-${column}`) header.setAttribute("aria-sort", "descending");
      else header.removeAttribute("aria-sort");
    });
  }

  function showBulk() {
    const whole = page.items.length > 0 && page.items.every((message) => picked.has(message.id));
    const number = matching ? page.total : picked.size;
    by("bulk").hidden = number === 0;
    soam.setText(by("bulk").querySelector("[role=status]"), matching ? `All ${count.format(number)} messages that match are selected` : `${count.format(number)} selected`);
    by("all").hidden = matching || !whole || page.total <= page.items.length;
    soam.setText(by("all"), `Select all ${count.format(page.total)} that match`);
    const chosen = page.items.filter((message) => picked.has(message.id));
    const can = { replay: (m) => m.state === "open" && m.replayable, discard: (m) => m.state === "open", restore: (m) => m.state === "discarded" };
    document.querySelectorAll("#bulk [data-decide]").forEach((button) => {
      button.hidden = !chosen.some(can[button.dataset.decide]);
    });
    by("page-all").hidden = !decides();
    by("page-all").checked = whole;
    by("page-all").indeterminate = !whole && chosen.length > 0;
    document.querySelectorAll("#messages [data-pick]").forEach((box) => (box.checked = picked.has(box.dataset.pick)));
  }

  /* The summary */
  async function summarize() {
    summaryAt = Date.now();
    const answer = await ask("/summary");
    const summary = answer.body.data;
    by("numbers").dataset.state = summary ? "ready" : by("numbers").dataset.state;
    if (!summary) return;
    stale(answer.body.status === "warning" ? `These numbers are as of ${soam.clock.format(new Date(summary.as_of))}. ${answer.body.detail}` : null);
    const card = (key) => by("numbers").querySelector(`[data-key=${key}]`);
    const set = (key, name, text) => soam.setText(card(key).querySelector(`[data-text=${name}]`), text);
    set("open", "value", count.format(summary.open));
    set("open", "more", summary.oldest_open ? `oldest ${soam.age(soam.now() - new Date(summary.oldest_open))} old` : "nothing to do");
    set("day", "value", count.format(summary.trend.reduce((sum, hour) => sum + hour.count, 0)));
    set("decided", "value", count.format(summary.replayed + summary.discarded));
    set("decided", "more", `${count.format(summary.replayed)} replayed, ${count.format(summary.discarded)} discarded`);
    set("waiting", "value", count.format(summary.waiting));
    bars(card("day").querySelector("svg"), summary.trend);
    groups(summary.groups);
    const newer = summary.newest_open && page.items.length > 0 && view.state === "open" && view.page === 1 && summary.open > page.total && !isNarrowed();
    by("newer").hidden = !newer;
  }

  function bars(svg, trend) {
    const most = Math.max(1, ...trend.map((hour) => hour.count));
    svg.replaceChildren(
      ...trend.map((hour, i) => {
        const height = hour.count === 0 ? 0.6 : Math.max(2, (hour.count / most) * 28);
        const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        Object.entries({ x: (i * 100) / trend.length, y: 28 - height, width: 100 / trend.length - 1, height }).forEach(([name, value]) => bar.setAttribute(name, value.toFixed(2)));
        const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
        title.textContent = `${soam.clock.format(new Date(hour.begin)).slice(0, 5)}: ${hour.count}`;
        bar.append(title);
        return bar;
      }),
    );
  }

  function groups(list) {
    by("groups").hidden = list.length === 0;
    by("groups")
      .querySelector("ul")
      .replaceChildren(
        ...list.slice(0, 6).map((group) => {
          const change = { reason: group.reason, stream: group.ingestion_id, state: "open" };
          return element(
            "li",
            {},
            element("a", { href: address({ ...change, page: 1 }), "data-go": JSON.stringify(change) }, element("b", { text: count.format(group.count) }), element("span", { class: "cause" }, element("span", { text: group.reason_text }), element("code", { title: group.ingestion_id, text: group.ingestion_id })), element("time", { "data-show": "ago", datetime: group.newest })),
          );
        }),
        ...(list.length > 6 ? [element("li", { class: "more", text: `and ${list.length - 6} more` })] : []),
      );
    soam.showTimes(by("groups"));
  }

  /* Decisions */
  const words = {
    replay: { title: "Replay", button: "Replay", text: (n) => `${n} will be sent through ingestion once more, as new messages of the same streams. What still cannot be read comes back here.` },
    discard: { title: "Discard", button: "Discard", text: (n) => `${n} will be given up. Nothing is deleted: you can open them again.` },
    restore: { title: "Open again", button: "Open again", text: (n) => `${n} will be open again.` },
  };

  function selection() {
    return matching ? { filter: given(filter()), as_of: new Date(soam.now()).toISOString() } : { ids: [...picked] };
  }

  /** Asks first; does it then, part by part if it must; says what has become of it. */
  function decide(kind, chosen, number) {
    const dialog = by("decision");
    const named = number === 1 ? "1 message" : `${count.format(number)} messages`;
    soam.setText(by("decision-title"), `${words[kind].title} ${named}?`);
    soam.setText(dialog.querySelector("p"), words[kind].text(named.replace(/^1 message$/, "It")));
    soam.setText(by("confirmed"), words[kind].button);
    by("note-label").hidden = kind !== "discard";
    by("note").value = "";
    by("progress").hidden = true;
    by("confirmed").disabled = false;
    dialog.returnValue = "";
    by("confirmed").onclick = () => carryOut(kind, chosen, number);
    dialog.showModal();
    by("confirmed").focus();
  }

  async function carryOut(kind, chosen, number) {
    by("confirmed").disabled = true;
    const bar = by("progress");
    bar.hidden = false;
    bar.removeAttribute("value");
    bar.max = Math.max(1, number);
    const result = await send(kind, chosen, by("note").value.trim(), (done) => (bar.value = done));
    by("decision").close();
    settled(kind, chosen, result);
  }

  /** One request after the other while there are some left. */
  async function send(kind, chosen, note, onProgress) {
    let changed = 0;
    let answer;
    do {
      answer = await ask(`/${kind}`, { ...chosen, ...(note ? { note } : {}) });
      if (!answer.ok) return { answer, changed };
      changed += answer.body.data.changed;
      onProgress(changed);
    } while (answer.body.data.remaining > 0 && answer.body.data.changed > 0 && !by("decision").returnValue);
    return { answer, changed };
  }

  function settled(kind, chosen, { answer, changed }) {
    if (!answer.ok) {
      const before = changed > 0 ? `${count.format(changed)} done, then: ` : "";
      soam.toast(`${before}${answer.body.message}`, { tone: "bad" });
    } else {
      const named = changed === 1 ? "1 message" : `${count.format(changed)} messages`;
      const said = { replay: `${named} replayed`, discard: `${named} discarded`, restore: `${named} open again` };
      const decision = answer.body.data;
      const undo = chosen.ids ? { ids: chosen.ids } : { filter: { decided_at: decision.decided_at } };
      const back = () => send("restore", undo, "", () => {}).then((result) => settled("restore", undo, result));
      soam.toast(said[kind], kind === "discard" && changed > 0 ? { action: { label: "Undo", run: back } } : {});
    }
    picked.clear();
    matching = false;
    load(true);
    summarize();
  }

  /* Events */
  function onClick(event) {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const link = event.target.closest("[data-go]");
    const opener = event.target.closest("[data-open]");
    if (link && plain) {
      event.preventDefault();
      go(JSON.parse(link.dataset.go));
    } else if (opener && plain) {
      event.preventDefault();
      soam.quarantineMessage.show(opener.dataset.open);
    } else if (event.target.closest("#messages tbody tr") && !event.target.closest("input, a, button") && !String(getSelection())) {
      soam.quarantineMessage.show(event.target.closest("tr").dataset.id);
    }
  }

  function onChange(event) {
    const pick = event.target.dataset.pick;
    if (pick) {
      matching = false;
      if (event.target.checked) picked.add(pick);
      else picked.delete(pick);
      showBulk();
    } else if (event.target.id === "page-all") {
      matching = false;
      picked = new Set(event.target.checked ? page.items.map((message) => message.id) : []);
      showBulk();
    } else if (event.target.id === "since") {
      go({ since: event.target.value, from: "", until: "" });
    } else if (event.target.id === "type") {
      go({ type: event.target.value });
    } else if (event.target.id === "rows") {
      go({ rows: Number(event.target.value) });
    }
  }

  function start() {
    document.addEventListener("click", onClick);
    document.addEventListener("change", onChange);
    by("find").addEventListener("submit", (event) => {
      event.preventDefault();
      go({ q: by("search").value.trim() });
    });
    by("search").addEventListener("search", () => by("search").value === "" && view.q && go({ q: "" }));
    document.querySelectorAll("#messages th[data-sort] button").forEach((button) => button.addEventListener("click", () => go({ sort: view.sort === `-${button.parentElement.dataset.sort}` ? button.parentElement.dataset.sort : `-${button.parentElement.dataset.sort}` })));
    document.querySelectorAll("#bulk [data-decide]").forEach((button) => button.addEventListener("click", () => decide(button.dataset.decide, selection(), matching ? page.total : picked.size)));
    by("all").addEventListener("click", () => {
      matching = true;
      showBulk();
    });
    by("none").addEventListener("click", () => {
      picked.clear();
      matching = false;
      showBulk();
    });
    by("previous").addEventListener("click", () => go({ page: view.page - 1 }));
    by("next").addEventListener("click", () => go({ page: view.page + 1 }));
    by("retry").addEventListener("click", () => {
      load();
      summarize();
    });
    by("newer").querySelector("button").addEventListener("click", () => load(true));
    by("reset").addEventListener("click", (event) => {
      event.preventDefault();
      go({ q: "", reason: "", stream: "", type: "", since: "", from: "", until: "" });
    });
    window.addEventListener("popstate", () => {
      readAddress();
      load();
      if (view.id) soam.quarantineMessage.show(view.id);
      else by("message").close();
    });
    soam.keys["/"] = () => by("search").focus();
    soam.live.onNews(async () => {
      await soam.live.refreshPulse();
      if (Date.now() - summaryAt > 15_000) summarize();
    });
    readAddress();
    load();
    summarize();
    if (view.id) soam.quarantineMessage.show(view.id);
  }

  document.addEventListener("DOMContentLoaded", start);

  return { ask, element, address, decide, settled, tones, api, decides, items: () => page.items };
})();
