package io.soam.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Addresses of the libraries that come as WebJars, so that no page names a version. */
@Named
@ApplicationScoped
public class Assets {

    private final String echarts = path("org.webjars.npm", "echarts");
    private final String swagger = path("org.webjars", "swagger-ui");

    public String getEcharts() {
        return echarts;
    }

    public String getSwagger() {
        return swagger;
    }

    private static String path(String group, String artifact) {
        String name = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream stream = Assets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The WebJar " + artifact + " is missing.");
            }
            Properties pom = new Properties();
            pom.load(stream);
            return "/webjars/" + artifact + "/" + pom.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("The WebJar " + artifact + " cannot be read.", e);
        }
    }
}
