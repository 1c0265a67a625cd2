/* Connecting or changing a data source: trying it out without leaving the page, and saving it. */
"use strict";

soam.edit = (() => {
  const element = document.querySelector("form.edit");
  if (!element) return {};
  const { call, setText } = soam;
  const form = soam.form(element);
  const trial = document.getElementById("trial");
  const limit = 20_000;
  let controller = null;

  /* The result of a trial */
  function kindOf(value) {
    if (value === null) return "null";
    if (Array.isArray(value)) return "list";
    if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
    if (typeof value === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return "time";
    return { string: "text", boolean: "yes/no", object: "object" }[typeof value];
  }

  function* fieldsOf(value, path = "") {
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) yield* fieldsOf(inner, path ? `${path}.${name}` : name);
    } else if (path) {
      yield { path, kind: kindOf(value), example: Array.isArray(value) ? JSON.stringify(value) : String(value) };
    }
  }

  function parsed(payload) {
    try {
      return JSON.parse(payload);
    } catch (e) {
      return undefined;
    }
  }

  function cell(row, tag, text, code = false) {
    const place = document.createElement(tag);
    if (tag === "th") place.scope = "row";
    const inner = code ? place.appendChild(document.createElement("code")) : place;
    inner.textContent = text.length > 120 ? `${text.slice(0, 119)}…` : text;
    row.append(place);
  }

  function fieldTable(values) {
    const fields = new Map();
    values.flatMap((value) => [...fieldsOf(value)]).forEach((field) => {
      const known = fields.get(field.path);
      if (!known) fields.set(field.path, { ...field, kinds: new Set([field.kind]) });
      else known.kinds.add(field.kind);
    });
    if (fields.size === 0) return null;
    const table = document.createElement("table");
    table.setAttribute("aria-label", "Fields found");
    const head = table.createTHead().insertRow();
    ["Field", "Type", "Example"].forEach((text) => head.append(Object.assign(document.createElement("th"), { scope: "col", textContent: text })));
    const body = table.createTBody();
    [...fields.values()].slice(0, 60).forEach((field) => {
      const row = body.insertRow();
      cell(row, "th", field.path, true);
      cell(row, "td", [...field.kinds].join(" or "));
      cell(row, "td", field.example, true);
    });
    return table;
  }

  function showSamples(samples) {
    const place = trial.querySelector("[data-samples]");
    place.replaceChildren();
    if (samples.length === 0) return;
    const values = samples.map((sample) => parsed(sample.payload)).filter((value) => value !== undefined);
    const table = fieldTable(values.flatMap((value) => (Array.isArray(value) ? value : [value])));
    if (table) {
      const scroll = Object.assign(document.createElement("div"), { className: "scroll-x", tabIndex: 0 });
      scroll.setAttribute("role", "region");
      scroll.setAttribute("aria-label", "Fields found");
      scroll.append(table);
      place.append(scroll);
    }
    samples.forEach((sample, index) => {
      const details = document.createElement("details");
      details.open = index === 0;
      const title = document.createElement("summary");
      title.append(`Message ${index + 1} `, Object.assign(document.createElement("code"), { textContent: sample.topic }));
      const value = parsed(sample.payload);
      const text = Object.assign(document.createElement("pre"), { tabIndex: 0, textContent: value === undefined ? sample.payload : JSON.stringify(value, null, 2) });
      details.append(title, text);
      place.append(details);
    });
  }

  function showResult(tone, message, samples = []) {
    trial.dataset.trial = "done";
    trial.querySelector(".on-done .dot").dataset.tone = tone;
    setText(trial.querySelector("[data-result]"), message);
    showSamples(samples);
  }

  function problemsOf(answer) {
    const problems = {};
    (Array.isArray(answer.detail) ? answer.detail : []).forEach((field) => {
      const path = field.loc[0] === "config" ? field.loc.slice(1) : field.loc;
      const name = path[0] ?? "";
      problems[name] = problems[name] ? `${problems[name]} ${field.msg}` : field.msg;
    });
    return problems;
  }

  async function run(request) {
    controller?.abort();
    const mine = new AbortController();
    controller = mine;
    trial.dataset.trial = "running";
    trial.querySelector("[data-samples]").replaceChildren();
    const begin = Date.now();
    const tick = setInterval(() => setText(trial.querySelector("[data-seconds]"), `for ${Math.round((Date.now() - begin) / 1000)} s; it takes 10 s at most`), 250);
    const timeout = setTimeout(() => mine.abort(), limit);
    trial.scrollIntoView({ block: "nearest" });
    const answer = await call("POST", "/api/data-sources/test", { body: request, signal: mine.signal });
    clearInterval(tick);
    clearTimeout(timeout);
    if (controller !== mine) return;
    controller = null;
    if (answer.aborted) {
      const late = Date.now() - begin >= limit;
      showResult(late ? "bad" : "idle", late ? "No answer within 20 seconds. Look at the address and the port, then try again." : "Cancelled.");
    } else if (answer.ok) {
      showResult(answer.data.reached ? "ok" : "bad", answer.data.message, answer.data.samples);
    } else {
      showResult("bad", answer.message);
      form.showProblems(problemsOf(answer));
    }
  }

  function idle() {
    ["save", "test"].forEach((id) => (document.getElementById(id).disabled = false));
  }

  async function solve(args) {
    const mine = await soam.confirm({
      title: "Somebody else has changed this data source",
      text: `${args.conflict} Your entries are still here. Save them over the newer version, or cancel and open the page anew to see what is different.`,
      verb: "Save mine",
      danger: true,
    });
    if (!mine) return;
    document.getElementById("version").value = args.version;
    document.getElementById("save").click();
  }

  soam.actions.cancelTrial = () => controller?.abort();

  return {
    begin(what) {
      form.settle();
      setTimeout(() => (document.getElementById(what).disabled = true));
      return true;
    },
    failed() {
      idle();
      soam.toast("The server gave no answer. What you have entered is still here; try again.", { tone: "bad" });
    },
    prepared(args) {
      idle();
      const problems = JSON.parse(args?.problems ?? "{}");
      if (!form.showProblems(problems) && args?.trial) run(JSON.parse(args.trial));
    },
    saved(args) {
      idle();
      if (args?.saved) {
        form.leave(`${soam.base()}/data-source.xhtml?id=${args.saved}`);
      } else if (args?.conflict) {
        solve(args);
      } else {
        form.showProblems(JSON.parse(args?.problems ?? "{}"));
      }
    },
  };
})();
