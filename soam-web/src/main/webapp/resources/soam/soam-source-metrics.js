/* The numbers of a data source: totals, and a chart of what was received and what failed. */
"use strict";

soam.sourceMetrics = (() => {
  const card = document.getElementById("metrics");
  const plot = card.querySelector(".plot");
  const totals = card.querySelector("[data-totals]");
  const minutes = card.querySelector("[data-minutes][aria-current=true]").dataset.minutes;
  const every = 5000;
  const inBytes = card.querySelector("[data-act=inBytes]");
  const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
  const hourMinute = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
  let asked = 0;
  let engine = null;
  let data = null;

  const amount = (value) => number.format(value);
  const bytes = (value) => {
    const units = ["B", "KiB", "MiB", "GiB", "TiB"];
    const step = value < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
    return `${number.format(value / 1024 ** step)} ${units[step]}`;
  };

  function showTotals() {
    const items = [
      ["Received", amount(data.received)],
      ["Failed", amount(data.failed)],
      ["Payload", bytes(data.bytes)],
      ["Last minute", `${amount(data.messages_per_second)} msg/s`],
      ["Last message", data.last_message_at ? `${soam.age(soam.now() - new Date(data.last_message_at))} ago` : "none yet"],
    ];
    totals.replaceChildren(
      ...items.map(([label, value]) => {
        const item = document.createElement("div");
        item.append(Object.assign(document.createElement("dt"), { textContent: label }), Object.assign(document.createElement("dd"), { textContent: value }));
        return item;
      }),
    );
  }

  function option() {
    const fontFamily = getComputedStyle(document.body).fontFamily;
    const label = { color: soam.colour("faint"), fontSize: 11, fontFamily };
    const showsBytes = inBytes.getAttribute("aria-pressed") === "true";
    const shown = (value) => (showsBytes ? `${bytes(value)}/s` : `${number.format(value)} msg/s`);
    const line = (name, token, field) => ({
      name,
      type: "line",
      showSymbol: false,
      color: soam.colour(token),
      lineStyle: { width: 2 },
      // A line of nothing but zeros would be drawn over the axis.
      data: data.series.filter(() => field === "received" || data.series.some((point) => point[field] > 0)).map((point) => [new Date(point.at).getTime(), point[field] / data.step_seconds]),
    });
    return {
      animation: false,
      grid: { left: 64, right: 16, top: 32, bottom: 24 },
      legend: { top: 0, left: 0, icon: "roundRect", itemWidth: 12, itemHeight: 3, textStyle: { ...label, color: soam.colour("muted") } },
      tooltip: { trigger: "axis", confine: true, transitionDuration: 0, backgroundColor: soam.colour("raised"), borderColor: soam.colour("line"), textStyle: { color: soam.colour("text"), fontSize: 12, fontFamily }, valueFormatter: shown },
      xAxis: { type: "time", axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { ...label, hideOverlap: true, formatter: (at) => hourMinute.format(at) } },
      yAxis: { type: "value", min: 0, minInterval: showsBytes ? 1 : 0.1, axisLabel: { ...label, formatter: (value) => (showsBytes ? bytes(value) : number.format(value)) }, splitLine: { lineStyle: { color: soam.colour("line") } } },
      series: showsBytes ? [line("Bytes", "c3", "bytes")] : [line("Received", "c1", "received"), line("Failed", "bad", "failed")],
    };
  }

  function draw() {
    if (!data || data.series.length === 0) return;
    if (!engine) {
      engine = echarts.init(plot, null, { renderer: "canvas" });
      new ResizeObserver(() => engine.resize()).observe(plot);
    }
    engine.setOption(option(), { notMerge: true });
  }

  document.addEventListener("soam:theme", draw);
  soam.actions.inBytes = () => {
    inBytes.setAttribute("aria-pressed", String(inBytes.getAttribute("aria-pressed") !== "true"));
    draw();
  };

  return {
    async refresh(id) {
      if (Date.now() - asked < every) return;
      asked = Date.now();
      const answer = await soam.call("GET", `/api/data-sources/${id}/metrics?minutes=${minutes}`);
      if (!answer.ok) {
        if (!data) card.dataset.state = "error";
        return;
      }
      data = answer.data;
      card.dataset.state = data.series.length > 0 ? "ready" : "empty";
      showTotals();
      draw();
    },
  };
})();
