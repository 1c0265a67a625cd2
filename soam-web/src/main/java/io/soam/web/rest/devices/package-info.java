/** The registry of devices. */
package io.soam.web.rest.devices;
