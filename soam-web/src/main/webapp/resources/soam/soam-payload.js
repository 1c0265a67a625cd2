/* Payloads as people can look at them: text as it is, bytes as a hex dump. Nothing of them is ever markup. */
"use strict";

soam.payload = (() => {
  const shown = 4096;

  function bytesOf(payload, binary) {
    if (!binary) return new TextEncoder().encode(payload ?? "");
    return Uint8Array.from(atob(payload ?? ""), (c) => c.charCodeAt(0));
  }

  /** Offset, sixteen bytes, the same as characters. */
  function hex(bytes) {
    const lines = [];
    for (let at = 0; at < Math.min(bytes.length, shown); at += 16) {
      const row = [...bytes.slice(at, at + 16)];
      const digits = row.map((b) => b.toString(16).padStart(2, "0")).join(" ");
      const text = row.map((b) => (b > 31 && b < 127 ? String.fromCharCode(b) : "·")).join("");
      lines.push(`${at.toString(16).padStart(6, "0")}  ${digits.padEnd(47)}  ${text}`);
    }
    if (bytes.length > shown) lines.push(`… ${bytes.length - shown} bytes more, in the download`);
    return lines.join("\n");
  }

  function size(bytes) {
    if (bytes < 1024) return `${bytes} B`;
    return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1048576).toFixed(1)} MiB`;
  }

  /** What enrichment would say: null if it could read the text. */
  function fault(text) {
    if (text.trim() === "") return "It is empty.";
    try {
      const value = JSON.parse(text);
      return value !== null && typeof value === "object" && !Array.isArray(value) ? null : "Give one JSON object, such as {\"temperature\": 21.5}.";
    } catch (e) {
      return e.message;
    }
  }

  return { bytesOf, hex, size, fault };
})();
