/* Data sources: keeps the address in step with the table, and the statuses with the world. */
"use strict";

soam.sources = (() => {
  const { live } = soam;
  const every = 5000;
  let asked = 0;

  function remember(parameters) {
    const url = new URL(location.href);
    Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
    history.replaceState(null, "", url);
    soam.showTimes();
  }

  const tones = { active: "ok", connecting: "warn", error: "bad" };

  /** Puts new statuses into the rows that are there; no row moves. */
  async function refresh() {
    await live.refreshPulse();
    if (Date.now() - asked < every) return;
    asked = Date.now();
    const rows = [...document.querySelectorAll("#sources tr[data-rk]")];
    const url = new URL(location.href);
    const query = new URLSearchParams({ enabled_only: "false", page_size: "500" });
    if (url.searchParams.get("q")) query.set("q", url.searchParams.get("q"));
    const sources = rows.length > 0 ? await live.ask(`/api/data-sources?${query}`) : null;
    const byId = new Map((sources ?? []).map((source) => [String(source.id), source]));
    rows.forEach((row) => {
      const source = byId.get(row.dataset.rk);
      if (!source) return;
      const pill = row.querySelector(".pill");
      soam.setText(pill, source.enabled ? source.status : "disabled");
      pill.dataset.tone = tones[source.status] ?? "idle";
      pill.title = source.last_error ?? "";
      row.querySelector("time").setAttribute("datetime", source.last_connection ?? "");
    });
  }

  soam.keys["/"] = () => document.getElementById("search").focus();
  live.onNews(refresh);

  return {
    paged(table) {
      const { page, rows } = table.paginator.cfg;
      remember({ page: page + 1, rows });
    },
    sorted(table) {
      const sort = table.sortMeta?.[0] ?? {};
      const names = { "source.name": "name", "source.typeDisplayName": "type_name", "source.status": "status", "source.lastConnection": "last_connection" };
      const header = document.querySelector("#sources th[aria-sort=ascending], #sources th[aria-sort=descending]");
      const column = { Name: "name", Type: "type_name", Status: "status", "Last connection": "last_connection" }[header?.textContent.trim()] ?? names[sort.field];
      if (column) remember({ sort: `${header?.getAttribute("aria-sort") === "descending" ? "-" : ""}${column}`, page: 1 });
    },
  };
})();
