/** The MQTT broker as a process. */
package io.soam.stack.service.broker;
