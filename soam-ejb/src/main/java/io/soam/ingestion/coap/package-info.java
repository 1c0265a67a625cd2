/** Data sources of type {@code coap}: devices that are observed or polled, through Californium. */
package io.soam.ingestion.coap;
