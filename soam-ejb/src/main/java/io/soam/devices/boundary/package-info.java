/** What users do with devices. */
package io.soam.devices.boundary;
