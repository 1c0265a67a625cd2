/* One data source: its state, its numbers and its latest messages, and what can be done with it. */
"use strict";

(() => {
  const head = document.getElementById("source");
  if (!head) return;
  const { call, live, toast, setText } = soam;
  const { id, name } = head.dataset;
  const card = document.getElementById("messages");
  const messages = card ? soam.messages(card) : null;
  const at = (object, path) => path.split(".").reduce((inner, key) => inner?.[key], object);

  function setTone(element, tone) {
    if (element.dataset.tone !== tone) element.dataset.tone = tone;
  }

  function showReplicas(replicas) {
    const list = document.querySelector("[data-replicas]");
    if (!list) return;
    document.querySelector("[data-no-replicas]").hidden = replicas.length > 0;
    const template = list.parentElement.querySelector("template").content.firstElementChild;
    while (list.children.length > replicas.length) list.lastElementChild.remove();
    while (list.children.length < replicas.length) list.append(template.cloneNode(true));
    replicas.forEach((replica, index) => {
      const item = list.children[index];
      item.querySelectorAll(".dot, .pill").forEach((place) => setTone(place, replica.state.tone));
      setText(item.querySelector("b"), replica.name);
      setText(item.querySelector("p"), replica.error ?? "");
      setText(item.querySelector(".pill"), replica.state.word);
    });
  }

  function show(detail) {
    const { row } = detail;
    setText(head.querySelector("[data-text=word]"), row.state.word);
    head.querySelectorAll("h1 .pill, h1 .dot").forEach((place) => setTone(place, row.state.tone));
    document.querySelectorAll(".overview .say .dot").forEach((place) => setTone(place, row.state.tone));
    document.querySelectorAll(".overview [data-text]").forEach((place) => setText(place, String(at(detail, place.dataset.text) ?? (place.dataset.text === "row.rate" ? "–" : ""))));
    document.querySelectorAll(".overview time[data-time]").forEach((place) => place.setAttribute("datetime", at(detail, place.dataset.time) ?? ""));
    ["start", "stop", "restart"].forEach((act) => (head.querySelector(`[data-act=${act}]`).hidden = !(act === "start" ? row.startable : row.stoppable)));
    showReplicas(detail.replicas);
    messages?.setStreams(detail.streams);
    soam.showTimes();
  }

  async function refreshState() {
    const answer = await call("GET", `/api/home/data-sources/${id}`);
    document.getElementById("outdated").hidden = answer.ok;
    if (answer.ok) show(answer.data);
  }

  // On a phone the chosen part may be beyond the edge.
  document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  const historyEvery = 10_000;
  let historyAt = Date.now();

  /** The history comes from the page itself, filtered and paged as it is; what is being read does not move. */
  async function refreshHistory() {
    const past = document.getElementById("history");
    if (!past || Date.now() - historyAt < historyEvery || past.matches(":hover") || past.contains(document.activeElement)) return;
    historyAt = Date.now();
    try {
      const response = await fetch(location.href, { redirect: "error" });
      const news = response.ok ? new DOMParser().parseFromString(await response.text(), "text/html").getElementById("history") : null;
      if (news) past.replaceWith(document.adoptNode(news));
    } catch (e) {
      // What is shown stays; that the server does not answer is said above.
      document.getElementById("outdated").hidden = false;
    }
    soam.showTimes();
  }

  async function refresh() {
    await Promise.all([live.refreshPulse(), refreshState(), refreshHistory()]);
    await Promise.all([messages?.refresh(), soam.sourceMetrics?.refresh(id)]);
  }

  async function act(what, done) {
    const answer = await call("POST", `/api/data-sources/${id}/${what}`);
    toast(answer.ok ? done : answer.message, { tone: answer.ok ? "ok" : "bad" });
    await refreshState();
    if (document.activeElement === document.body) head.querySelector(".acts button:not([hidden])")?.focus();
  }

  soam.actions.start = () => act("start", `“${name}” is being started.`);
  soam.actions.stop = () => act("stop", `“${name}” is being stopped.`);
  soam.actions.restart = () => act("restart", `“${name}” is being restarted.`);
  soam.actions.remove = async () => {
    const sure = await soam.confirm({
      title: `Delete “${name}”?`,
      text: "It is stopped and no longer listed. What it has brought stays, and you can bring it back for 30 days.",
      verb: "Delete",
      danger: true,
    });
    if (!sure) return;
    const answer = await call("DELETE", `/api/data-sources/${id}`);
    if (!answer.ok) {
      toast(answer.message, { tone: "bad" });
      return;
    }
    sessionStorage.setItem("soam-deleted", JSON.stringify({ id, name }));
    location.assign(`${soam.base()}/data-sources.xhtml`);
  };
  soam.keys.e = () => document.getElementById("edit")?.click();

  live.onNews(refresh);
})();
