/* The shell: look, menus, keys, relative times and the live channel. No page needs it to be read. */
"use strict";

const soam = (() => {
  const root = document.documentElement;
  const year = 60 * 60 * 24 * 365;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  function setCookie(name, value) {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${value ? year : 0}; samesite=lax`;
  }

  setCookie("soam-zone", zone || "UTC");

  /* Look */
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    return root.dataset.theme === "dark" || (root.dataset.theme !== "light" && dark.matches);
  }

  function setTheme(choice) {
    root.dataset.theme = choice === "system" ? "" : choice;
    setCookie("soam-theme", root.dataset.theme);
    themeChanged();
  }

  function themeChanged() {
    document.querySelectorAll("[data-theme-choice]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === (root.dataset.theme || "system")));
    });
    document.dispatchEvent(new CustomEvent("soam:theme"));
  }

  dark.addEventListener("change", themeChanged);

  /** What a colour token is now, as canvas understands it. */
  function colour(token) {
    const probe = document.createElement("i");
    probe.style.color = `var(--${token})`;
    probe.hidden = true;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  /* Times */
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const absolute = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });

  function age(ms) {
    const s = Math.max(0, Math.round(ms / 1000));
    if (s < 60) return `${s} s`;
    if (s < 3600) return `${Math.floor(s / 60)} min`;
    return s < 86400 ? `${Math.floor(s / 3600)} h` : `${Math.floor(s / 86400)} d`;
  }

  /* The server's clock counts: a browser whose clock is wrong must not show data from the future. */
  let skew = 0;

  function now() {
    return Date.now() + skew;
  }

  function setServerTime(iso) {
    skew = new Date(iso).getTime() - Date.now();
  }

  function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function showTime(element) {
    const iso = element.getAttribute("datetime");
    if (!iso) {
      setText(element, element.dataset.never ?? "");
      return;
    }
    const at = new Date(iso);
    if (element.dataset.shown !== iso) {
      element.dataset.shown = iso;
      element.title = absolute.format(at);
    }
    setText(element, element.dataset.show === "clock" ? clock.format(at) : `${age(now() - at)} ago`);
  }

  function showTimes(within = document) {
    within.querySelectorAll("time[data-show]").forEach(showTime);
  }

  /* Drawer on a phone */
  function drawer(open) {
    document.body.classList.toggle("drawer-open", open);
    document.getElementById("page").inert = open;
    document.querySelector("[data-act=drawer]").setAttribute("aria-expanded", String(open));
    if (open) {
      document.querySelector("#navigation .brand").focus();
    } else {
      document.querySelector("[data-act=drawer]").focus();
    }
  }

  /* Actions and keys */
  const actions = {
    drawer: () => drawer(!document.body.classList.contains("drawer-open")),
    theme: () => setTheme(isDark() ? "light" : "dark"),
    shortcuts: () => {
      document.getElementById("user-menu").hidePopover();
      document.getElementById("shortcuts").showModal();
    },
    reload: () => (document.querySelector("form.edit") ? open(`${base()}/`) : location.reload()),
  };
  const base = () => document.querySelector("[data-home]").dataset.home.slice(0, -1);
  const keys = {
    "?": () => actions.shortcuts(),
    t: () => actions.theme(),
    c: () => document.getElementById("content").focus(),
    "g h": () => location.assign(`${base()}/`),
    "g d": () => location.assign(`${base()}/data-sources.xhtml`),
    "g m": () => location.assign(`${base()}/metadata.xhtml`),
    "g q": () => location.assign(`${base()}/quarantine.xhtml`),
  };
  let pending = "";

  function onKey(event) {
    if (event.key === "Escape" && document.body.classList.contains("drawer-open")) drawer(false);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, dialog[open]")) return;
    const chord = pending ? `${pending} ${event.key}` : event.key;
    pending = "";
    if (keys[chord]) {
      event.preventDefault();
      keys[chord]();
    } else if (event.key === "g") {
      pending = "g";
      setTimeout(() => (pending = ""), 1200);
    }
  }

  function onClick(event) {
    const act = event.target.closest("[data-act]");
    if (act && actions[act.dataset.act]) {
      event.preventDefault();
      actions[act.dataset.act](act);
      return;
    }
    const choice = event.target.closest("[data-theme-choice]");
    if (choice) setTheme(choice.dataset.themeChoice);
    if (document.body.classList.contains("drawer-open") && !event.target.closest("#navigation")) drawer(false);
  }

  /* The live channel: a signal says that there is something new, the page asks what. */
  const live = (() => {
    const quietAfter = 60_000;
    const silentAfter = 12_000;
    const handlers = [];
    let connected = null;
    let signedOut = false;
    let failing = false;
    let last = null;
    let asked = 0;
    let timer = null;

    function show() {
      const box = document.getElementById("live");
      if (!box) return;
      const quiet = last !== null && now() - last > quietAfter;
      let [tone, word] = ["ok", "Live"];
      if (signedOut) [tone, word] = ["bad", "Signed out"];
      else if (failing) [tone, word] = ["bad", "No answer"];
      else if (connected === null) [tone, word] = ["idle", "Connecting"];
      else if (!connected) [tone, word] = ["warn", "Reconnecting"];
      else if (quiet) [tone, word] = ["warn", "Quiet"];
      box.querySelector(".dot").dataset.tone = tone;
      setText(box.querySelector("[data-live=state]"), word);
      const text = last === null ? "· no data yet" : `· last data ${age(now() - last)} ago`;
      setText(box.querySelector("[data-live=age]"), text);
      box.title = last === null ? "" : `Last data ${absolute.format(last)}`;
      document.getElementById("signed-out").hidden = !signedOut;
    }

    /** Asks for new data: at most once a second, not while the page is hidden. */
    function refresh() {
      if (timer || document.hidden || signedOut) return;
      timer = setTimeout(async () => {
        timer = null;
        asked = Date.now();
        await Promise.all(handlers.map((handler) => handler()));
        show();
      }, Math.max(0, asked + 1000 - Date.now()));
    }

    /** JSON of the API; null if there is nothing new or no answer. */
    async function ask(path) {
      try {
        const response = await fetch(`${base()}${path}`, { headers: { Accept: "application/json" }, redirect: "error" });
        if (response.status === 401) {
          signedOut = true;
          return null;
        }
        failing = response.status >= 500;
        return response.ok ? (await response.json()).data : null;
      } catch (e) {
        failing = true;
        return null;
      }
    }

    async function pulse() {
      const answer = await ask("/api/home/pulse");
      if (answer) received(answer);
    }

    function received(answer) {
      setServerTime(answer.at);
      last = answer.last_received_at ? new Date(answer.last_received_at) : null;
    }

    function start() {
      const box = document.getElementById("live");
      if (!box) return;
      if (box.dataset.last) last = new Date(box.dataset.last);
      if (handlers.length === 0) handlers.push(pulse);
      document.addEventListener("visibilitychange", refresh);
      // A channel that is silent for long, or lost, is backed by asking.
      setInterval(() => {
        if (Date.now() - asked > silentAfter) refresh();
      }, 4000);
      show();
      refresh();
    }

    return {
      opened() {
        connected = true;
        show();
        refresh();
      },
      received: refresh,
      signedOut() {
        signedOut = true;
        show();
      },
      interrupted() {
        connected = false;
        show();
      },
      closed() {
        connected = false;
        show();
      },
      onNews: (handler) => handlers.push(handler),
      pulse: received,
      refreshPulse: pulse,
      ask,
      refresh,
      show,
      start,
    };
  })();

  document.addEventListener("DOMContentLoaded", () => {
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.querySelectorAll("[data-zone]").forEach((element) => setText(element, zone || "UTC"));
    themeChanged();
    live.start();
    showTimes();
    setInterval(() => {
      if (document.hidden) return;
      showTimes();
      live.show();
    }, 1000);
    // A session that ended while a form was sent: the identity provider may still know the user.
    if (window.jQuery) {
      window.jQuery(document).on("pfAjaxError", (event, xhr) => {
        if (xhr.status !== 401) return;
        // What was typed must not be lost: whoever is editing signs in again beside it.
        if (document.querySelector("form.edit")) live.signedOut();
        else location.reload();
      });
    }
  });

  return { base, actions, keys, live, colour, isDark, age, clock, absolute, now, showTimes, setText };
})();
