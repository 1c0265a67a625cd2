package io.soam.simulator.coap;

import io.soam.simulator.sensor.Sensor;
import java.time.Clock;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;

/** Tells the newest reading; who observes it is told each one. */
final class TemperatureResource extends CoapResource {

    private final Sensor sensor;
    private final Clock clock;
    private volatile String reading;

    TemperatureResource(Sensor sensor, Clock clock) {
        super("temperature");
        this.sensor = sensor;
        this.clock = clock;
        this.reading = sensor.measure(clock.instant()).toString();
        setObservable(true);
        getAttributes().setTitle("Temperature and humidity");
        getAttributes().addResourceType("temperature");
        getAttributes().addInterfaceDescription("sensor");
        getAttributes().addContentType(MediaTypeRegistry.APPLICATION_JSON);
        getAttributes().setObservable();
    }

    void measure() {
        reading = sensor.measure(clock.instant()).toString();
        changed();
    }

    @Override
    public void handleGET(CoapExchange exchange) {
        exchange.respond(ResponseCode.CONTENT, reading, MediaTypeRegistry.APPLICATION_JSON);
    }
}
