/** Signals between the servers, and who of them lives. */
package io.soam.replicas.control;
