package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What can be asked for, and in which ranges it lies. */
enum SensorKind {
    TEMPERATURE {
        @Override
        void measure(ObjectNode record, Chance chance) {
            record.put("temperature", decimal(chance, 15, 35, 1))
                    .put("humidity", decimal(chance, 30, 90, 1))
                    .put("battery_level", chance.whole(70, 100));
        }
    },
    AIR_QUALITY {
        @Override
        void measure(ObjectNode record, Chance chance) {
            record.put("pm25", decimal(chance, 5, 50, 1))
                    .put("pm10", decimal(chance, 10, 80, 1))
                    .put("co", decimal(chance, 0.1, 5, 2))
                    .put("no2", decimal(chance, 5, 40, 1))
                    .put("o3", decimal(chance, 20, 150, 1))
                    .put("aqi", chance.whole(20, 150));
        }
    },
    TRAFFIC {
        @Override
        void measure(ObjectNode record, Chance chance) {
            record.put("vehicle_count", chance.whole(0, 150))
                    .put("average_speed", decimal(chance, 10, 80, 1))
                    .put("congestion", chance.oneOf(CONGESTION))
                    .put("incident", chance.happens(INCIDENTS))
                    .put("weather", chance.oneOf(WEATHER));
        }
    },
    PARKING {
        @Override
        void measure(ObjectNode record, Chance chance) {
            long occupied = chance.whole(0, SPOTS);
            record.put("occupied_spots", occupied)
                    .put("total_spots", SPOTS)
                    .put("occupancy_rate", Values.rounded((double) occupied / SPOTS, 2))
                    .put("average_duration", chance.whole(30, 240))
                    .put("peak_hours", chance.happens(0.5));
        }
    },
    ENERGY {
        @Override
        void measure(ObjectNode record, Chance chance) {
            BigDecimal consumption = decimal(chance, 100, 500, 2);
            record.put("meter_id", "meter_" + record.get("sensor_id").textValue())
                    .put("current_consumption_kw", consumption)
                    .put("daily_consumption_kwh", consumption.multiply(HOURS))
                    .put("voltage", decimal(chance, 220, 240, 1))
                    .put("power_factor", decimal(chance, 0.85, 0.95, 3))
                    .put("frequency", decimal(chance, 49.8, 50.2, 2));
        }
    };

    private static final List<String> CONGESTION = List.of("low", "moderate", "high", "critical");
    private static final List<String> WEATHER = List.of("clear", "cloudy", "rain", "fog", "snow");

    /** One look in ten finds something unusual, which half of the time is an incident. */
    private static final double INCIDENTS = 0.1 * 0.5;

    private static final long SPOTS = 100;
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    /** Adds what a sensor of this kind measures. */
    abstract void measure(ObjectNode record, Chance chance);

    /** As in records, such as {@code air_quality}. */
    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in paths, such as {@code air-quality}. */
    String path() {
        return type().replace('_', '-');
    }

    private static BigDecimal decimal(Chance chance, double low, double high, int digits) {
        return Values.rounded(chance.between(low, high), digits);
    }
}
