/* Quarantine: one message, what is wrong with it, and how to mend it. */
"use strict";

soam.quarantineMessage = (() => {
  const { ask, element, address, decide, settled, tones, api, decides, items } = soam.quarantine;
  const sheet = document.getElementById("message");
  let shown = null;

  function fact(name, value) {
    return value === null || value === undefined || value === "" ? [] : [element("dt", { text: name }), element("dd", {}, value instanceof Node ? value : element("span", { text: value }))];
  }

  function moment(iso) {
    return iso ? element("time", { datetime: iso, text: soam.absolute.format(new Date(iso)) }) : null;
  }

  function link(id, text) {
    return element("code", { text: text ?? id });
  }

  /** Whatever has become of it, the list finds it by its id. */
  function predecessor(id) {
    return element("a", { href: address({ q: id, reason: "", stream: "", type: "", since: "", from: "", until: "", state: "all", page: 1 }) }, link(id));
  }

  async function show(id) {
    shown = id;
    history.replaceState(null, "", address({ id }));
    heading("Message", "");
    fill([element("div", { class: "skeleton", "aria-label": "Loading" }, element("i"), element("i"), element("i"))], []);
    if (!sheet.open) sheet.showModal();
    const answer = await ask(`/${encodeURIComponent(id)}`);
    if (shown !== id) return;
    if (!answer.ok) {
      const retry = element("button", { type: "button", class: "btn", text: "Try again" });
      retry.addEventListener("click", () => show(id));
      heading("Cannot be shown", "");
      fill([element("div", { class: "empty", role: "alert" }, element("p", { text: answer.body.message }), retry)], []);
      return;
    }
    render(answer.body.data);
  }

  function heading(title, sub) {
    soam.setText(document.getElementById("message-title"), title);
    soam.setText(sheet.querySelector("header .sub"), sub);
  }

  function fill(content, buttons) {
    sheet.querySelector(".content").replaceChildren(...content);
    sheet.querySelector("footer").replaceChildren(...buttons);
  }

  function render(detail) {
    const message = detail.message;
    heading(message.reason_text, message.ingestion_id);
    const fault = element("section", { class: "fault" }, element("p", {}, element("span", { class: "pill", "data-tone": tones[message.state], text: message.state }), " ", element("span", { text: message.detail ?? "" })), element("p", { class: "remedy", text: detail.remedy }));
    const metadata = Object.entries(detail.metadata)
      .filter(([name]) => !["payload_encoding", "replay_of", "replayed_by"].includes(name))
      .flatMap(([name, value]) => fact(name.replaceAll("_", " "), value));
    const facts = element(
      "dl",
      { class: "facts" },
      ...fact("State", decision(message)),
      ...fact("Note", message.note),
      ...fact("Sent again as", message.replay_id && link(message.replay_id)),
      ...fact("Replay of", message.replay_of && predecessor(message.replay_of)),
      ...fact("Replayed by", detail.metadata.replayed_by),
      ...fact("Received", moment(message.received_at)),
      ...fact("Time of the device", moment(message.event_time)),
      ...fact("Put aside", moment(message.quarantined_at)),
      ...metadata,
      ...fact("Source type", message.source_type),
      ...fact("Message id", message.message_id && link(message.message_id)),
      ...fact("Bronze object", detail.bronze_object && link(detail.bronze_object)),
      ...fact("Batch, rules", `${detail.batch_id}, version ${detail.rules_version}`),
    );
    fill([fault, ...(message.replayable ? [payload(detail)] : []), facts], buttons(detail));
  }

  function decision(message) {
    if (!message.decided_by) return null;
    return `${message.state === "open" ? "opened again" : message.state} by ${message.decided_by}, ${soam.absolute.format(new Date(message.decided_at))}`;
  }

  function payload(detail) {
    const message = detail.message;
    const box = element("pre", { tabindex: "0", "aria-label": "Payload" });
    const modes = element("div", { class: "seg", role: "group", "aria-label": "View" });
    const views = message.binary ? ["hex"] : ["text", "hex"];
    const pick = (mode) => {
      box.textContent = mode === "hex" ? soam.payload.hex(soam.payload.bytesOf(detail.payload_cut && message.binary ? detail.payload.slice(0, 8192) : detail.payload, message.binary)) : detail.payload || "(empty)";
      modes.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.textContent.toLowerCase() === mode)));
    };
    views.forEach((mode) => {
      const button = element("button", { type: "button", text: mode === "hex" ? "Hex" : "Text" });
      button.addEventListener("click", () => pick(mode));
      modes.append(button);
    });
    pick(views[0]);
    const download = element("a", { class: "chip", href: `${api}/${message.id}/raw`, download: "", text: "Download" });
    return element("section", { class: "payload" }, element("header", {}, element("h3", { text: "Payload" }), element("span", { class: "sub", text: `${soam.payload.size(message.payload_bytes)}${message.binary ? ", binary" : ""}${detail.payload_cut ? ", the beginning of it" : ""}` }), element("span", { class: "sp" }), modes, download), box);
  }

  function button(text, primary, action) {
    const made = element("button", { type: "button", class: primary ? "btn primary" : "btn", text });
    made.addEventListener("click", action);
    return made;
  }

  function buttons(detail) {
    const message = detail.message;
    if (!decides()) return [element("span", { class: "sub", text: "You may look, not decide. Ask an administrator for the role User." })];
    const chosen = { ids: [message.id] };
    const then = (kind) => () => {
      sheet.close();
      decide(kind, chosen, 1);
    };
    if (message.state === "discarded") return [button("Open again", true, then("restore"))];
    if (message.state === "replayed") return [element("span", { class: "sub", text: "It has been sent again. If it still cannot be read, it is in this list once more." })];
    const replay = message.replayable ? [button("Edit and replay", true, () => edit(detail)), button("Replay as it is", false, then("replay"))] : [];
    return [...replay, button("Discard", false, then("discard"))];
  }

  function edit(detail) {
    const message = detail.message;
    const text = element("textarea", { id: "mended", spellcheck: "false", rows: "12", "aria-describedby": "verdict", "aria-label": "Mended payload" });
    text.value = message.binary ? "" : detail.payload;
    const verdict = element("p", { id: "verdict", role: "status" });
    const send = button("Replay", true, () => replay(message, text.value, send));
    const judge = () => {
      const fault = soam.payload.fault(text.value);
      verdict.dataset.tone = fault ? "warn" : "ok";
      soam.setText(verdict, fault ? `Still cannot be read: ${fault}` : "Can be read: one JSON object.");
    };
    text.addEventListener("input", judge);
    text.addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && send.click());
    judge();
    const hints = [];
    if (message.binary) hints.push(element("p", { class: "sub", text: "The payload is binary; write what it means." }));
    if (detail.payload_cut) hints.push(element("p", { class: "sub", text: "This is the beginning only: what you send takes the place of all of it." }));
    fill([element("section", { class: "mend" }, element("p", { class: "remedy", text: detail.remedy }), ...hints, text, verdict, element("p", { class: "sub", text: "The original stays as it came. The new message says which one it replaces, and who sent it." }))], [send, button("Back", false, () => render(detail))]);
    text.focus();
    text.setSelectionRange(0, 0);
  }

  async function replay(message, mended, send) {
    send.disabled = true;
    soam.setText(send, "Sending…");
    const chosen = { ids: [message.id] };
    const answer = await ask("/replay", { ...chosen, payload: mended });
    send.disabled = false;
    soam.setText(send, "Replay");
    if (answer.ok) sheet.close();
    else document.getElementById("verdict").dataset.tone = "bad";
    if (!answer.ok) soam.setText(document.getElementById("verdict"), answer.body.message);
    else settled("replay", chosen, { answer, changed: answer.body.data.changed });
  }

  function step(by) {
    const list = items();
    const at = list.findIndex((message) => message.id === shown);
    const next = list[at < 0 ? 0 : at + by];
    if (next) show(next.id);
  }

  sheet.addEventListener("close", () => {
    const row = document.querySelector(`#messages tr[data-id="${CSS.escape(shown ?? "")}"] a`);
    shown = null;
    history.replaceState(null, "", address({ id: "" }));
    row?.focus();
  });
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  sheet.addEventListener("keydown", (event) => {
    if (event.target.closest("textarea, input") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  soam.keys.j = () => step(1);
  soam.keys.k = () => step(-1);

  return { show };
})();
