/* The chart of average temperatures: lines, legend, table and CSV of the same data. */
"use strict";

soam.temperatureChart = (card, { sensors: initial, onSensors }) => {
  const { setText } = soam;
  const plot = card.querySelector(".plot");
  const rows = card.querySelector(".rows");
  const legend = card.querySelector(".legend");
  const panel = card.querySelector("#sensors");
  const most = 10;
  // Five colours that are told apart, then the same ones with another stroke.
  const colours = ["c1", "c2", "c3", "c4", "c5"];
  const strokes = ["solid", "dashed", "dotted"];
  const hidden = new Set();
  let chosen = initial;
  let data = null;
  let engine = null;
  let zoom = null;
  let tableShown = false;

  const degrees = (value) => `${value.toFixed(1)} °C`;
  const colourOf = (index) => colours[index % colours.length];
  const strokeOf = (index) => strokes[Math.floor(index / colours.length) % strokes.length];
  const hourMinute = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

  /** Points of a line; where readings are missing the line ends and begins anew. */
  function withGaps(points) {
    const step = data.step_seconds * 1000;
    const result = [];
    points.forEach((point, index) => {
      const at = new Date(point.at).getTime();
      if (index > 0) {
        const before = new Date(points[index - 1].at).getTime();
        if (at - before > step * 1.5) result.push([before + step, null]);
      }
      result.push([at, point.value]);
    });
    return result;
  }

  /** The least of 0.5, 1, 2, 5, 10, 20, … that is not less: one wild reading must not draw thousands of lines. */
  function niceStep(least) {
    const magnitude = 10 ** Math.floor(Math.log10(Math.max(least, 0.5)));
    return [0.5, 1, 2, 5, 10].map((factor) => factor * magnitude).find((step) => step >= Math.max(least, 0.5));
  }

  function bounds() {
    const values = data.series.flatMap((line) => line.points.map((point) => point.value)).concat(data.threshold);
    const least = Math.min(...values);
    const greatest = Math.max(...values);
    const step = niceStep((greatest - least) / 5);
    const min = Math.floor((least - step / 4) / step) * step;
    const max = Math.ceil((greatest + step / 4) / step) * step;
    return { min, max, interval: step };
  }

  function tooltip(items) {
    const box = document.createElement("div");
    box.className = "tip";
    const head = document.createElement("b");
    head.textContent = soam.clock.format(items[0].axisValue);
    box.append(head);
    items
      .filter((item) => item.value[1] !== null)
      .sort((a, b) => b.value[1] - a.value[1])
      .forEach((item) => {
        const row = document.createElement("span");
        const value = document.createElement("i");
        value.textContent = degrees(item.value[1]);
        row.append(swatch(data.series.findIndex((line) => line.sensor === item.seriesName)), item.seriesName, value);
        box.append(row);
      });
    return box;
  }

  function swatch(index) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("width", "18");
    svg.setAttribute("height", "4");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(svg.namespaceURI, "path");
    line.setAttribute("d", "M0 2H18");
    line.setAttribute("stroke", `var(--${colourOf(index)})`);
    line.setAttribute("stroke-width", "3");
    const dash = { solid: "", dashed: "6 3", dotted: "3 2" }[strokeOf(index)];
    if (dash) line.setAttribute("stroke-dasharray", dash);
    svg.append(line);
    return svg;
  }

  function series(line, index) {
    return {
      name: line.sensor,
      type: "line",
      showSymbol: line.points.length === 1,
      symbol: "circle",
      symbolSize: 5,
      connectNulls: false,
      lineStyle: { width: 2, type: strokeOf(index) },
      color: soam.colour(colourOf(index)),
      emphasis: { lineStyle: { width: 3 } },
      data: hidden.has(line.sensor) ? [] : withGaps(line.points),
    };
  }

  function threshold() {
    const bad = soam.colour("bad");
    return {
      name: "",
      type: "line",
      data: [],
      tooltip: { show: false },
      markLine: {
        silent: true,
        symbol: "none",
        data: [{ yAxis: data.threshold }],
        lineStyle: { color: bad, type: [4, 4], width: 1 },
        label: {
          position: "insideEndTop",
          distance: [0, 4],
          formatter: `threshold ${data.threshold} °C`,
          color: bad,
          textBorderColor: soam.colour("surface"),
          textBorderWidth: 4,
          fontSize: 11,
          fontFamily: getComputedStyle(document.body).fontFamily,
        },
      },
    };
  }

  function option() {
    const { min, max, interval } = bounds();
    const begin = zoom ? zoom[0] : new Date(data.from).getTime();
    const end = zoom ? zoom[1] : new Date(data.to).getTime();
    const faint = soam.colour("faint");
    const line = soam.colour("line");
    const fontFamily = getComputedStyle(document.body).fontFamily;
    const label = { color: faint, fontSize: 11, fontFamily };
    return {
      animation: false,
      grid: { left: 44, right: 22, top: 12, bottom: 24 },
      tooltip: {
        trigger: "axis",
        confine: true,
        transitionDuration: 0,
        backgroundColor: soam.colour("raised"),
        borderColor: line,
        padding: [8, 12],
        textStyle: { color: soam.colour("text"), fontSize: 12, fontFamily },
        axisPointer: { lineStyle: { color: faint, width: 1 } },
        formatter: tooltip,
      },
      toolbox: { showTitle: false, itemSize: 0, feature: { dataZoom: { yAxisIndex: "none" } } },
      dataZoom: zoom ? [{ type: "inside", startValue: zoom[0], endValue: zoom[1], zoomLock: true, disabled: true }] : [],
      xAxis: {
        type: "time",
        min: begin,
        max: end,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: false },
        minInterval: (end - begin) / (plot.clientWidth < 500 ? 3 : 6),
        axisLabel: { ...label, hideOverlap: true, formatter: (at) => hourMinute.format(at) },
      },
      yAxis: {
        type: "value",
        min,
        max,
        interval,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: line } },
        axisLabel: { ...label, formatter: (value) => (value === max ? `${value} °C` : String(value)) },
      },
      series: [...data.series.map(series), threshold()],
    };
  }

  function draw() {
    if (!data || data.series.length === 0 || tableShown) return;
    if (!engine) {
      engine = echarts.init(plot, null, { renderer: "canvas" });
      engine.on("datazoom", zoomed);
      new ResizeObserver(() => engine.resize()).observe(plot);
    }
    engine.setOption(option(), { notMerge: true });
    // Dragging over the plot zooms into what was dragged over.
    engine.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
  }

  function zoomed(event) {
    const part = event.batch?.[0];
    if (!part || part.startValue === undefined) return;
    zoom = [part.startValue, part.endValue];
    card.querySelector("[data-act=unzoom]").hidden = false;
    setTimeout(draw);
  }

  function unzoom() {
    zoom = null;
    card.querySelector("[data-act=unzoom]").hidden = true;
    draw();
  }

  function showLegend() {
    const wanted = data.series.map((line) => line.sensor);
    const have = [...legend.children].map((button) => button.dataset.sensor);
    if (wanted.join("\n") !== have.join("\n")) {
      legend.replaceChildren(
        ...wanted.map((sensor, index) => {
          const button = document.createElement("button");
          button.type = "button";
          button.dataset.sensor = sensor;
          button.append(swatch(index), document.createElement("span"));
          return button;
        }),
      );
    }
    data.series.forEach((line, index) => {
      const button = legend.children[index];
      const last = line.points.at(-1);
      setText(button.lastElementChild, last ? `${line.sensor} · ${degrees(last.value)}` : line.sensor);
      button.setAttribute("aria-pressed", String(!hidden.has(line.sensor)));
    });
  }

  function showTable() {
    const times = [...new Set(data.series.flatMap((line) => line.points.map((point) => point.at)))].sort().reverse();
    const values = data.series.map((line) => new Map(line.points.map((point) => [point.at, point.value])));
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    ["Time", ...data.series.map((line) => `${line.sensor}, °C`)].forEach((text, index) => {
      const cell = document.createElement("th");
      cell.scope = "col";
      if (index > 0) cell.className = "n";
      cell.textContent = text;
      head.append(cell);
    });
    const body = table.createTBody();
    times.forEach((at) => {
      const row = body.insertRow();
      const time = document.createElement("th");
      time.scope = "row";
      time.textContent = hourMinute.format(new Date(at));
      time.title = soam.absolute.format(new Date(at));
      row.append(time);
      values.forEach((line) => {
        const cell = row.insertCell();
        cell.className = "n";
        cell.textContent = line.has(at) ? line.get(at).toFixed(2) : "–";
      });
    });
    rows.replaceChildren(table);
  }

  function showPanel() {
    const find = panel.querySelector(".find").value.trim().toLowerCase();
    const drawn = new Set(data.series.map((line) => line.sensor));
    const names = data.sensors.filter((name) => name.toLowerCase().includes(find)).slice(0, 200);
    panel.querySelector(".options").replaceChildren(
      ...names.map((name) => {
        const label = document.createElement("label");
        const box = document.createElement("input");
        box.type = "checkbox";
        box.value = name;
        box.checked = drawn.has(name);
        box.disabled = !box.checked && drawn.size >= most;
        label.append(box, name);
        return label;
      }),
    );
    const full = drawn.size >= most ? ` More than ${most} lines cannot be told apart.` : "";
    setText(panel.querySelector(".hint"), `${drawn.size} of ${data.sensor_total} shown.${full}`);
  }

  function openPanel(open) {
    panel.hidden = !open;
    card.querySelector("[data-act=sensors]").setAttribute("aria-expanded", String(open));
    if (open) {
      showPanel();
      panel.querySelector(".find").focus();
    }
  }

  function csv() {
    if (!data) return;
    const cell = (text) => {
      const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return `"${safe.replaceAll('"', '""')}"`;
    };
    const lines = data.series.flatMap((line) =>
      line.points.map((point) => `${cell(line.sensor)},${point.at},${point.value}`),
    );
    const blob = new Blob([["sensorId,time_start,avg_temp", ...lines, ""].join("\r\n")], { type: "text/csv" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "average-temperature.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function setState(state, note) {
    card.dataset.state = state;
    card.querySelectorAll("[data-note]").forEach((place) => setText(place, note ?? ""));
  }

  legend.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const sensor = button.dataset.sensor;
    if (!hidden.delete(sensor)) hidden.add(sensor);
    showLegend();
    draw();
  });
  legend.addEventListener("pointerover", (event) => {
    const button = event.target.closest("button");
    if (button && engine) engine.dispatchAction({ type: "highlight", seriesName: button.dataset.sensor });
  });
  legend.addEventListener("pointerout", () => engine?.dispatchAction({ type: "downplay" }));
  panel.querySelector(".find").addEventListener("input", showPanel);
  panel.addEventListener("change", (event) => {
    if (event.target.type !== "checkbox") return;
    const drawn = data.series.map((line) => line.sensor).filter((name) => name !== event.target.value);
    chosen = event.target.checked ? [...drawn, event.target.value] : drawn;
    onSensors(chosen);
  });
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      openPanel(false);
      card.querySelector("[data-act=sensors]").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!panel.hidden && !event.target.closest(".anchor")) openPanel(false);
  });
  document.addEventListener("soam:theme", draw);
  plot.addEventListener("dblclick", unzoom);

  soam.actions.sensors = () => data && openPanel(panel.hidden);
  soam.actions.unzoom = unzoom;
  soam.actions.csv = csv;
  soam.actions.table = (button) => {
    tableShown = !tableShown;
    button.setAttribute("aria-pressed", String(tableShown));
    rows.hidden = !tableShown;
    plot.hidden = tableShown;
    if (data && tableShown) showTable();
    draw();
  };

  return {
    sensors: () => chosen,
    unzoom,
    fail: (note) => setState("error", note),
    show(answer) {
      data = answer;
      setState(answer.state, answer.note);
      card.querySelectorAll(".note time").forEach((time) => time.setAttribute("datetime", answer.as_of ?? ""));
      setText(card.querySelector("#sensor-count"), answer.sensor_total > 0 ? `${answer.series.length} of ${answer.sensor_total}` : "");
      showLegend();
      if (tableShown && !rows.contains(document.activeElement) && !rows.matches(":hover")) showTable();
      if (!panel.hidden && !panel.contains(document.activeElement)) showPanel();
      draw();
    },
  };
};
