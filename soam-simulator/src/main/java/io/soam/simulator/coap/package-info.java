/** A temperature sensor that speaks CoAP and lets itself be observed. */
package io.soam.simulator.coap;
