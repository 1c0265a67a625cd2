package io.soam.simulator.coap;

import io.soam.simulator.sensor.Sensor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/** A device with {@code /.well-known/core} and {@code /sensors/temperature}. */
final class SensorServer implements AutoCloseable {

    private final CoapServer server;
    private final CoapEndpoint endpoint;
    private final TemperatureResource temperature;

    /**
     * @param address port 0 takes any
     */
    SensorServer(InetSocketAddress address, Sensor sensor, Clock clock) {
        CoapConfig.register();
        UdpConfig.register();
        Configuration configuration =
                Configuration.createStandardWithoutFile()
                        .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                        .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
                        .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
        endpoint =
                CoapEndpoint.builder()
                        .setInetSocketAddress(address)
                        .setConfiguration(configuration)
                        .build();
        temperature = new TemperatureResource(sensor, clock);
        server = new CoapServer(configuration);
        server.addEndpoint(endpoint);
        CoapResource sensors = new CoapResource("sensors", false);
        sensors.add(temperature);
        server.add(sensors);
    }

    /**
     * Answers from now on.
     *
     * @throws IOException when the port cannot be had
     */
    void start() throws IOException {
        try {
            server.start();
        } catch (IllegalStateException e) {
            throw new IOException("Cannot listen at UDP " + endpoint.getAddress(), e);
        }
    }

    int port() {
        return endpoint.getAddress().getPort();
    }

    /** Lets the sensor measure and tells its observers. */
    void measure() {
        temperature.measure();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
