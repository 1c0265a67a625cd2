/**
 * Devices: whose streams may enter silver. A device stands for one stream, or, without one, for
 * all: the wildcard.
 */
package io.soam.devices;
