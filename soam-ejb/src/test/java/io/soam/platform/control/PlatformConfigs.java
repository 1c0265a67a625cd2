package io.soam.platform.control;

import io.soam.platform.MapConfig;
import java.util.Map;

/** Configurations of servers that are none. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
public final class PlatformConfigs {

    private PlatformConfigs() {}

    public static PlatformConfig of(String podName) {
        PlatformConfig config = new PlatformConfig();
        config.config = new MapConfig(Map.of("soam.pod.name", podName));
        return config;
    }
}
