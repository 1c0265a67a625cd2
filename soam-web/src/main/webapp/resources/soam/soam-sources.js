/* Data sources: brings the rows up to date, and starts, stops and deletes. */
"use strict";

(() => {
  const { live, call, toast, setText } = soam;
  const card = document.getElementById("sources");
  const menu = document.getElementById("row-menu");
  const every = 3000;
  let asked = 0;
  let undo = null;

  const rowOf = (element) => element.closest("tr[data-id]");
  const rows = () => [...card.querySelectorAll("tr[data-id]")];
  const nameOf = (row) => row.querySelector(".name b").textContent;

  function setAttribute(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  /** Puts what is new into a row; nothing moves. */
  function fill(row, item) {
    setAttribute(row, "data-state", item.state.code);
    row.dataset.startable = item.startable;
    row.dataset.stoppable = item.stoppable;
    setText(row.querySelector("[data-text=word]"), item.state.word);
    row.querySelectorAll(".pill, .pill .dot").forEach((place) => setAttribute(place, "data-tone", item.state.tone));
    const reason = row.querySelector("[data-text=reason]");
    setText(reason, item.reason ?? "");
    setAttribute(reason, "title", item.reason ?? "");
    setText(row.querySelector("[data-text=rate]"), item.rate ?? "–");
    setAttribute(row.querySelector("polyline"), "points", item.points);
    setAttribute(row.querySelector("time"), "datetime", item.last_message_at ?? "");
    setText(row.querySelector("[data-text=replicas]"), item.replicas ?? "–");
    const focused = document.activeElement;
    const stop = row.querySelector("[data-row-act=stop]");
    const start = row.querySelector("[data-row-act=start]");
    stop.hidden = !item.stoppable;
    start.hidden = !item.startable;
    // The button under the keyboard gave way to its opposite.
    if (focused === stop && stop.hidden) start.focus();
    if (focused === start && start.hidden) stop.focus();
  }

  async function refresh(now = false) {
    await live.refreshPulse();
    if (!now && Date.now() - asked < every) return;
    asked = Date.now();
    if (rows().length === 0) return;
    const query = new URLSearchParams(location.search);
    query.set("page_size", card.dataset.rows);
    const answer = await call("GET", `/api/home/data-sources?${query}`);
    card.dataset.state = answer.ok && answer.data.state !== "error" ? "ready" : "stale";
    if (card.dataset.state === "stale") return;
    card.querySelectorAll(".note time").forEach((time) => time.setAttribute("datetime", answer.data.as_of));
    const byId = new Map(answer.data.items.map((item) => [String(item.id), item]));
    rows().forEach((row) => byId.has(row.dataset.id) && fill(row, byId.get(row.dataset.id)));
    soam.showTimes(card);
  }

  const verbs = {
    start: { path: "start", done: (name) => `“${name}” is being started.` },
    stop: { path: "stop", done: (name) => `“${name}” is being stopped.` },
    restart: { path: "restart", done: (name) => `“${name}” is being restarted.` },
  };

  async function act(row, what) {
    if (what === "delete") {
      await remove(row);
      return;
    }
    const name = nameOf(row);
    row.setAttribute("aria-busy", "true");
    const answer = await call("POST", `/api/data-sources/${row.dataset.id}/${verbs[what].path}`);
    row.removeAttribute("aria-busy");
    toast(answer.ok ? verbs[what].done(name) : answer.message, { tone: answer.ok ? "ok" : "bad" });
    await refresh(true);
  }

  async function remove(row) {
    const name = nameOf(row);
    const sure = await soam.confirm({
      title: `Delete “${name}”?`,
      text: "It is stopped and no longer listed. What it has brought stays, and you can bring it back for 30 days.",
      verb: "Delete",
      danger: true,
    });
    if (!sure) return;
    const id = row.dataset.id;
    const answer = await call("DELETE", `/api/data-sources/${id}`);
    if (!answer.ok) {
      toast(answer.message, { tone: "bad" });
      return;
    }
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector("[data-row-menu]") ?? document.getElementById("connect") ?? document.getElementById("content")).focus();
    offerUndo(id, name);
  }

  function offerUndo(id, name) {
    undo = () => restore(id, name);
    toast(`“${name}” is deleted.`, { action: { label: "Undo", run: undo } });
  }

  async function restore(id, name) {
    undo = null;
    const answer = await call("POST", `/api/data-sources/${id}/restore`);
    if (answer.ok) {
      sessionStorage.setItem("soam-toast", `“${name}” is back.`);
      location.reload();
    } else {
      toast(answer.message, { tone: "bad" });
    }
  }

  function openMenu(button) {
    const row = rowOf(button);
    menu.soamRow = row;
    const can = { start: row.dataset.startable, stop: row.dataset.stoppable, restart: row.dataset.stoppable };
    menu.querySelectorAll("[data-row-act]").forEach((item) => (item.hidden = (can[item.dataset.rowAct] ?? row.dataset.changeable) !== "true"));
    menu.querySelectorAll("[data-row-go]").forEach((item) => {
      item.href = `${soam.base()}/${item.dataset.rowGo}${row.dataset.id}`;
      item.hidden = (item.hasAttribute("data-changing") && row.dataset.changeable !== "true") || item.dataset.connecting === "false";
    });
    soam.menu.open(menu, button);
  }

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-row-menu]");
    if (opener) openMenu(opener);
    const item = event.target.closest("[data-row-act]");
    if (!item) return;
    const row = rowOf(item) ?? menu.soamRow;
    if (menu.contains(item)) {
      menu.hidePopover();
      menu.soamButton.focus();
    }
    act(row, item.dataset.rowAct);
  });

  const kept = sessionStorage.getItem("soam-toast");
  if (kept) {
    sessionStorage.removeItem("soam-toast");
    toast(kept);
  }

  const deleted = sessionStorage.getItem("soam-deleted");
  if (deleted) {
    sessionStorage.removeItem("soam-deleted");
    const { id, name } = JSON.parse(deleted);
    offerUndo(id, name);
  }

  soam.keys["/"] = () => document.getElementById("search").focus();
  soam.keys.n = () => document.getElementById("connect")?.click();
  soam.keys.u = () => undo?.();
  live.onNews(() => refresh());
})();
