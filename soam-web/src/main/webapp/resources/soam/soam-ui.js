/* What pages share beyond the shell: calls of the API, messages with undo, confirmation, menus. */
"use strict";

(() => {
  const { base, actions, setText } = soam;

  /**
   * Calls the API. Never throws: an answer has ok, status, data, message, code and detail.
   * options: body (sent as JSON), signal (aborts).
   */
  soam.call = async (method, path, { body, signal } = {}) => {
    const headers = { Accept: "application/json" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      const response = await fetch(`${base()}${path}`, { method, headers, signal, redirect: "error", body: body === undefined ? undefined : JSON.stringify(body) });
      if (response.status === 401) soam.live.signedOut();
      const answer = response.status === 204 ? {} : await response.json();
      return { ok: response.ok, status: response.status, data: answer.data, message: answer.message ?? "", code: answer.code, detail: answer.detail };
    } catch (e) {
      if (e.name === "AbortError") return { ok: false, status: 0, aborted: true, message: "" };
      return { ok: false, status: 0, message: "The server gave no answer. Look whether you are still connected, then try again." };
    }
  };

  /* Messages */
  const lasting = 10_000;
  const mostToasts = 4;
  const toasts = () => document.getElementById("toasts");

  /**
   * Messages lie above everything, also above a modal dialog: in the top layer, and inside of the dialog as long as it
   * is open, because all that is outside of it can be neither clicked nor heard.
   */
  function placeToasts() {
    const box = toasts();
    const modal = document.activeElement?.closest("dialog:modal") ?? [...document.querySelectorAll("dialog:modal")].at(-1);
    const place = modal ?? document.body;
    if (box.parentElement !== place) place.append(box);
    if (box.matches(":popover-open")) box.hidePopover();
    if (box.childElementCount > 0) box.showPopover();
  }

  ["toggle", "close"].forEach((change) => document.addEventListener(change, (event) => event.target.localName === "dialog" && placeToasts(), true));

  /**
   * Shows a message for a while; with the pointer on it or the focus in it, it stays.
   * options: tone (ok, bad), action { label, run }.
   */
  soam.toast = (text, { tone = "ok", action } = {}) => {
    const toast = document.createElement("div");
    toast.className = "toast";
    toast.dataset.tone = tone;
    const dot = document.createElement("i");
    dot.className = "dot";
    dot.dataset.tone = tone;
    const words = document.createElement("span");
    words.textContent = text;
    toast.append(dot, words);
    const end = () => {
      toast.remove();
      if (toasts().childElementCount === 0 && toasts().matches(":popover-open")) toasts().hidePopover();
    };
    if (action) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn";
      button.textContent = action.label;
      button.addEventListener("click", () => {
        end();
        action.run();
      });
      toast.append(button);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.setAttribute("aria-label", "Dismiss");
    close.textContent = "×";
    close.addEventListener("click", end);
    toast.append(close);
    // What is shown first is heard first; then it speaks into a region that is there already.
    placeToasts();
    toasts().append(toast);
    if (!toasts().matches(":popover-open")) toasts().showPopover();
    while (toasts().childElementCount > mostToasts) toasts().firstElementChild.remove();
    let timer = null;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (toast.matches(":hover") || toast.contains(document.activeElement) ? wait() : end()), lasting);
    };
    wait();
    return { end };
  };

  /** Asks before something that is hard to undo; true if the answer is yes. Focus returns to where it was. */
  soam.confirm = ({ title, text, verb, danger = false }) =>
    new Promise((resolve) => {
      const dialog = document.getElementById("confirm");
      const before = document.activeElement;
      setText(document.getElementById("confirm-title"), title);
      setText(document.getElementById("confirm-text"), text);
      const yes = document.getElementById("confirm-yes");
      setText(yes, verb);
      yes.classList.toggle("danger", danger);
      yes.classList.toggle("primary", !danger);
      dialog.returnValue = "no";
      dialog.addEventListener(
        "close",
        () => {
          if (before?.isConnected) before.focus();
          resolve(dialog.returnValue === "yes");
        },
        { once: true },
      );
      dialog.showModal();
    });

  /* Menus: a popover of class menu, opened beside a button; arrows move, Escape closes. */
  soam.menu = {
    open(menu, button) {
      menu.showPopover();
      const at = button.getBoundingClientRect();
      const width = menu.offsetWidth;
      const height = menu.offsetHeight;
      menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
      menu.style.top = `${at.bottom + height + 8 > innerHeight ? Math.max(8, at.top - height - 4) : at.bottom + 4}px`;
      button.setAttribute("aria-expanded", "true");
      menu.addEventListener("toggle", (event) => event.newState === "closed" && button.setAttribute("aria-expanded", "false"), { once: true });
      menu.soamButton = button;
      this.items(menu)[0]?.focus();
    },
    items: (menu) => [...menu.querySelectorAll("[role=menuitem]")].filter((item) => !item.hidden),
  };

  document.addEventListener("keydown", (event) => {
    const menu = event.target.closest?.(".menu");
    if (!menu) return;
    const items = soam.menu.items(menu);
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[to].focus();
    }
    if (event.key === "Tab" || event.key === "Escape") {
      if (event.key === "Escape") event.preventDefault();
      menu.hidePopover();
      menu.soamButton?.focus();
    }
  });

  /** A file of text that the browser keeps. */
  soam.download = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  actions.copy = async (button) => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    soam.toast("Copied.");
  };
})();
