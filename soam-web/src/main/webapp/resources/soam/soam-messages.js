/* The latest messages of a data source: live, pausable, by stream, to be downloaded. */
"use strict";

soam.messages = (card) => {
  const { call, setText } = soam;
  const list = card.querySelector("[data-messages]");
  const choice = card.querySelector("[data-stream]");
  const template = card.querySelector("template").content.firstElementChild;
  const most = Number(card.dataset.most);
  let paused = false;
  let shown = [];

  const keyOf = (message) => JSON.stringify([message.ingestion_id, message.ingestion_timestamp, message]);

  function brief(message) {
    // What was known at reception follows what the device sent.
    const entries = Object.entries(message);
    const end = entries.findIndex(([name]) => name === "ingestion_id");
    return entries.slice(0, Math.max(end, 1)).map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`).join("  ");
  }

  function element(message, key) {
    const item = template.cloneNode(true);
    item.dataset.key = key;
    item.querySelector("time").setAttribute("datetime", message.ingestion_timestamp);
    setText(item.querySelector(".from"), message.topic ?? message.ingestion_id);
    setText(item.querySelector(".brief"), brief(message).slice(0, 300));
    setText(item.querySelector("pre"), JSON.stringify(message, null, 2));
    return item;
  }

  /** The newest first; what stays is not touched, so that what is open stays open. */
  function show(messages) {
    shown = messages;
    card.dataset.state = messages.length === 0 ? "empty" : "ready";
    const have = new Map([...list.children].map((child) => [child.dataset.key, child]));
    const items = messages.map((message) => {
      const key = keyOf(message);
      return have.get(key) ?? element(message, key);
    });
    const gone = [...list.children].filter((child) => !items.includes(child));
    gone.forEach((child) => child.remove());
    items.forEach((item, index) => list.children[index] !== item && list.insertBefore(item, list.children[index] ?? null));
    soam.showTimes(list);
  }

  /** While something is read, nothing moves. */
  const inUse = () => list.matches(":hover") || list.contains(document.activeElement) || list.querySelector("details[open]") !== null;

  async function refresh(force = false) {
    if (!force && (paused || inUse())) return;
    const streams = choice.value ? [choice.value] : [...choice.options].slice(1).map((option) => option.value);
    const answers = await Promise.all(streams.slice(0, 12).map((stream) => call("GET", `/api/data/${encodeURIComponent(stream)}?limit=${most}`)));
    const failed = answers.find((answer) => !answer.ok);
    if (failed && answers.every((answer) => !answer.ok)) {
      card.dataset.state = "error";
      return;
    }
    const messages = answers.filter((answer) => answer.ok).flatMap((answer) => answer.data);
    messages.sort((a, b) => (a.ingestion_timestamp < b.ingestion_timestamp ? 1 : -1));
    show(messages.slice(0, most));
  }

  function setPaused(on) {
    paused = on;
    card.querySelector("[data-act=pause]").setAttribute("aria-pressed", String(paused));
    setText(card.querySelector("[data-act=pause]"), paused ? "Go on" : "Pause");
    card.querySelector("[data-paused]").hidden = !paused;
    if (!paused) refresh(true);
  }

  soam.actions.pause = () => setPaused(!paused);
  soam.actions.downloadMessages = () => soam.download("messages.json", "application/json", JSON.stringify(shown, null, 2));
  soam.keys.p = () => setPaused(!paused);
  choice.addEventListener("change", () => {
    const url = new URL(location.href);
    if (choice.value) url.searchParams.set("stream", choice.value);
    else url.searchParams.delete("stream");
    history.replaceState(null, "", url);
    refresh(true);
  });

  return {
    refresh,
    /** Streams that appeared since. */
    setStreams(streams) {
      const have = new Set([...choice.options].map((option) => option.value));
      streams.filter((stream) => !have.has(stream.id)).forEach((stream) => choice.append(new Option(stream.label, stream.id)));
    },
  };
};
