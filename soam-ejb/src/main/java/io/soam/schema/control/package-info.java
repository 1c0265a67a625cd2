/** Observing segments, merging what was found, and asking for it. */
package io.soam.schema.control;
