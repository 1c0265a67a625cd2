/** Data sources of type {@code mqtt}: brokers, through the HiveMQ client. */
package io.soam.ingestion.mqtt;
