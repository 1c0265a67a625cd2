/**
 * What cannot be read: shows it, takes decisions about it, and sends it once more after it has been
 * mended. It only changes what people have decided; the messages themselves are enrichment's to
 * write, and streams that wait for a device are not its business (docs/adr/0015).
 */
package io.soam.quarantine;
