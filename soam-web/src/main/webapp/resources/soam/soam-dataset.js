/* Metadata: one data set. Everything that a device has sent is put in as text, never as markup. */
"use strict";

soam.dataset = (() => {
  const { ask, element, bytes, time, whole, settle, origin } = soam.metadata;
  const by = (id) => document.getElementById(id);
  const hours = 168;
  const hourMillis = 3_600_000;
  const changes = { field_added: "New field", type_changed: "Type changed", field_vanished: "Field vanished", field_reappeared: "Field is back" };
  const tones = { field_added: "ok", type_changed: "warn", field_vanished: "bad", field_reappeared: "ok" };
  let shown = null;

  const percent = (share) => (share === null ? "–" : `${(share * 100).toFixed(share > 0.995 && share < 1 ? 2 : 1).replace(/\.0+$/, "")} %`);
  const seconds = (value) => (value === null ? "–" : value < 60 ? `${value.toFixed(1)} s` : value < 3600 ? `${Math.round(value / 60)} min` : `${(value / 3600).toFixed(1)} h`);
  const kpi = (label, value, more) => element("div", { class: "card kpi" }, element("h2", { class: "l", text: label }), element("p", { class: "v", text: value }), more ? element("p", { class: "sub" }, more) : null);

  function figures(one) {
    const last = element("span", { text: "last " });
    last.append(time(one.last_seen));
    by("figures").replaceChildren(
      kpi("Messages", whole.format(one.record_count), last),
      kpi("Unreadable", whole.format(one.unreadable_count), one.unreadable_count > 0 ? "they are in quarantine" : "every payload could be read"),
      kpi("Sensors", whole.format(one.unique_sensor_ids), one.unique_sensor_ids > 256 ? "estimated within 1.7 %" : "exact"),
      kpi("Size of payloads", bytes(one.data_size_bytes), one.record_count > 0 ? `${bytes(Math.round(one.data_size_bytes / one.record_count))} a message` : ""));
  }

  function number(value) {
    return typeof value === "number" ? new Intl.NumberFormat("en", { maximumFractionDigits: 4 }).format(value) : value;
  }

  function range(field) {
    if (field.min === null) return "–";
    return field.type === "timestamp" ? [time(field.min), " to ", time(field.max)] : [`${number(field.min)} to ${number(field.max)}`];
  }

  function depth(field, fields) {
    let level = 0;
    let parent = field.parent;
    while (parent) {
      level += 1;
      parent = fields.get(parent)?.parent ?? "";
    }
    return level;
  }

  function fieldRow(field, fields) {
    const types = Object.entries(field.types);
    const mixed = types.length > 1 ? types.map(([type, count]) => `${whole.format(count)} ${type}`).join(", ") : null;
    const own = field.parent ? field.name.slice(field.parent.length).replace(/^\./, "") : field.name;
    const samples = element("td", { class: "samples", "data-label": "Samples" });
    field.sample_values.forEach((value) => samples.append(element("code", { text: value === "" ? "(empty)" : value }), " "));
    const name = element("td", { class: "name", style: `--depth:${depth(field, fields)}`, title: field.name }, element("b", { text: own || field.name }));
    if (field.vanished) name.append(" ", element("span", { class: "pill", "data-tone": "bad", text: "vanished" }));
    return element("tr", {},
      name,
      element("td", { "data-label": "Type", title: mixed }, element("span", { text: field.type }), mixed ? element("small", { text: mixed }) : null, field.epoch_unit ? element("small", { text: `a time in ${field.epoch_unit}` }) : null),
      element("td", { class: "n", "data-label": "Filled", title: `${whole.format(field.null_count)} null, ${whole.format(field.absent_count)} absent`, text: percent(field.completeness) }),
      element("td", { class: "n", "data-label": "Distinct", text: `${field.distinct_exact ? "" : "≈ "}${whole.format(field.distinct_count)}` }),
      element("td", { "data-label": "Range" }, ...[range(field)].flat()),
      samples);
  }

  function fields(list, other) {
    const byName = new Map(list.map((field) => [field.name, field]));
    by("fields-sub").textContent = `${whole.format(list.length)} fields${other > 0 ? `; further ones, met ${whole.format(other)} times, are not described` : ""}`;
    const heads = ["Name", "Type", "Filled", "Distinct", "Range", "Samples"].map((text) => element("th", { text, class: text === "Filled" || text === "Distinct" ? "n" : null }));
    by("fields").replaceChildren(
      list.length === 0
        ? element("div", { class: "empty" }, element("b", { text: "No fields" }), element("p", { text: "None of the messages could be read as JSON." }))
        : element("table", { class: "list fields" }, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...list.map((field) => fieldRow(field, byName)))));
  }

  /** Bars over the last 7 days, an hour a step; an hour without a message is a gap. */
  function bars(series, value, label) {
    const now = Math.floor(soam.now() / hourMillis);
    const points = series.map((one) => ({ x: hours - (now - new Date(one.hour).getTime() / hourMillis), y: value(one.figures) })).filter((point) => point.y !== null && point.x >= 0);
    const most = Math.max(...points.map((point) => point.y), 0) || 1;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", `0 0 ${hours} 40`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${label}, hour by hour`);
    points.forEach((point) => {
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const height = Math.max(0.8, (point.y / most) * 38);
      Object.entries({ x: point.x - 0.9, y: 40 - height, width: 0.9, height }).forEach(([name, size]) => bar.setAttribute(name, size));
      svg.append(bar);
    });
    return svg;
  }

  function figure(label, value, more, chart) {
    return element("div", { class: "figure" }, element("h3", { text: label }), element("p", { class: "value", text: value }), element("p", { class: "sub", text: more }), chart);
  }

  function quality(report) {
    const { current: now, series } = report;
    if (series.length === 0 && report.metrics.length === 0) {
      by("quality").replaceChildren(element("div", { class: "empty" }, element("b", { text: "No figures of the last 7 days" }), element("p", { text: "They are computed while messages come in." })));
      return;
    }
    const bad = now.missing_times + now.unparsable_times + now.future_times;
    const grid = element("div", { class: "grid" },
      figure("Messages", whole.format(now.records), "received", bars(series, (f) => f.records, "Messages")),
      figure("Completeness", percent(now.completeness), "of the values that there could be", bars(series, (f) => f.completeness, "Completeness")),
      figure("Lateness", seconds(now.lateness_p95), `95 % within; half within ${seconds(now.lateness_p50)}, 99 % within ${seconds(now.lateness_p99)}`, bars(series, (f) => f.lateness_p95, "Lateness, 95th percentile")),
      figure("Type conflicts", whole.format(now.type_conflicts), "values unlike the rest of their field", bars(series, (f) => f.type_conflicts, "Type conflicts")),
      figure("Out of order", whole.format(now.out_of_order), now.out_of_order_share === null ? "no two messages could be compared" : `${percent(now.out_of_order_share)} of those that could be compared`, bars(series, (f) => f.out_of_order, "Out of order")),
      figure("Duplicates", whole.format(now.duplicates), "recognised; silver has them once", bars(series, (f) => f.duplicates, "Duplicates")),
      figure("Doubtful times", whole.format(bad), `${whole.format(now.missing_times)} missing, ${whole.format(now.unparsable_times)} unreadable, ${whole.format(now.future_times)} in the future`, bars(series, (f) => f.missing_times + f.unparsable_times + f.future_times, "Doubtful times")),
      figure("Unreadable", whole.format(now.unreadable), "payloads", bars(series, (f) => f.unreadable, "Unreadable payloads")));
    const parts = [grid];
    if (report.metrics.length > 0) {
      const body = report.metrics.map((one) => element("tr", {}, element("td", { text: one.metric_name }), element("td", { class: "n", text: number(one.metric_value) }), element("td", {}, time(one.measurement_time)), element("td", { text: one.created_by })));
      parts.push(element("table", { class: "list" }, element("thead", {}, element("tr", {}, ...["Measured by others", "Value", "When", "By"].map((text) => element("th", { text, class: text === "Value" ? "n" : null })))), element("tbody", {}, ...body)));
    }
    by("quality").replaceChildren(...parts);
  }

  function change(one) {
    const types = one.change === "type_changed" ? `${one.previous_type} → ${one.field_type}` : one.field_type ?? one.previous_type;
    const item = element("li", {},
      element("i", { class: "dot", "data-tone": tones[one.change] }),
      element("div", {}, element("b", { text: changes[one.change] }), " ", element("code", { text: one.field_name }), " ", element("span", { class: "sub", text: types }),
        one.sample_values.length > 0 ? element("p", { class: "sub" }, "first value ", element("code", { text: one.sample_values[0] })) : null,
        element("details", {}, element("summary", { text: "Where to see it" }), element("p", {}, "message ", element("code", { text: one.message_id }), one.bronze_object ? " in " : "", one.bronze_object ? element("code", { text: one.bronze_object }) : null))),
      time(one.first_seen));
    return item;
  }

  function evolution({ evolution: list, change_count: count }) {
    by("evolution-sub").textContent = `${whole.format(count)} changes${count > list.length ? `, the first ${whole.format(list.length)} of them` : ", newest first"}`;
    by("evolution").replaceChildren(element("ol", { class: "timeline" }, ...[...list].reverse().map(change)));
  }

  async function load(id) {
    const box = by("dataset");
    if (shown !== id) {
      box.dataset.state = "loading";
      shown = id;
    }
    const path = `datasets/${encodeURIComponent(id)}`;
    const [one, report, history] = await Promise.all([ask(path), ask(`${path}/quality?hours=${hours}`), ask(`${path}/evolution`)]);
    if (shown !== id) return;
    const failed = [one, report, history].find((answer) => !answer.ok);
    if (!settle(box, failed ?? one, false)) return;
    const name = one.data.topic === "unknown" ? one.data.data_source ?? id : one.data.topic;
    soam.setText(by("title"), name);
    by("whose").querySelector("span").replaceChildren(origin(one.data) ?? "deleted data source");
    soam.setText(by("whose").querySelector("code"), id);
    const open = new Set([...document.querySelectorAll("#evolution details[open] code")].map((code) => code.textContent));
    figures(one.data);
    fields(one.data.schema_fields, one.data.other_fields);
    quality(report.data);
    evolution(history.data);
    document.querySelectorAll("#evolution details").forEach((details) => (details.open = open.has(details.querySelector("code")?.textContent)));
  }

  return { load };
})();
