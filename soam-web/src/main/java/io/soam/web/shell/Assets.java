package io.soam.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Addresses of the libraries that come as WebJars, so that no page names a version, and the version
 * of our own scripts and styles, so that browsers keep them until they change.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String OURS = "/resources/soam/";

    @Inject ServletContext context;

    private final String echarts = path("org.webjars.npm", "echarts");
    private final String swagger = path("org.webjars", "swagger-ui");
    private String version;

    @PostConstruct
    void readOurs() {
        CRC32 checksum = new CRC32();
        for (String file : new TreeSet<>(context.getResourcePaths(OURS))) {
            if (!file.endsWith("/")) {
                checksum.update(read(file));
            }
        }
        version = Long.toHexString(checksum.getValue());
    }

    public String getEcharts() {
        return echarts;
    }

    public String getSwagger() {
        return swagger;
    }

    /** Changes with every change of our own scripts and styles. */
    public String getVersion() {
        return version;
    }

    private byte[] read(String file) {
        try (InputStream stream = context.getResourceAsStream(file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read.", e);
        }
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
