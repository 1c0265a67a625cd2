package io.soam.stack.part;

import java.util.Arrays;
import java.util.List;

/** Which devices can be simulated. */
public enum SimulatorKind {
    TEMPERATURE("temperature", "ten temperature sensors over MQTT", Sources.MQTT),
    AIR_QUALITY("air-quality", "ten air quality sensors over MQTT", Sources.MQTT),
    SMART_BIN("smart-bin", "ten litter bins over MQTT", Sources.MQTT),
    TRAFFIC("traffic", "ten traffic counters over MQTT", Sources.MQTT),
    REST("rest", "a REST API with five kinds of sensors", "Smart City REST API Simulator"),
    COAP("coap", "an observable temperature sensor, CoAP", "CoAP Temperature Simulator");

    private final String title;
    private final String what;
    private final String source;

    SimulatorKind(String title, String what, String source) {
        this.title = title;
        this.what = what;
        this.source = source;
    }

    public static List<String> titles() {
        return Arrays.stream(values()).map(SimulatorKind::title).toList();
    }

    /** As in {@code ./soam up --simulators NAME}. */
    public String title() {
        return title;
    }

    /** As in {@code ./soam start NAME}. */
    public String partName() {
        return "simulator-" + title;
    }

    /** What it pretends to be. */
    public String what() {
        return what;
    }

    /** The data source that takes in what it tells. */
    public String source() {
        return source;
    }

    private static final class Sources {
        static final String MQTT = "Local Simulators MQTT";
    }
}
