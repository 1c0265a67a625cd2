/** Devices as they are stored. */
package io.soam.devices.entity;
