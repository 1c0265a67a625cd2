package io.soam.web.rest.operations;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version that Maven has written into the web archive. */
final class BuildVersion {

    private static final String POM = "/META-INF/maven/io.soam/soam-web/pom.properties";

    private BuildVersion() {}

    static String of(ServletContext archive) {
        try (InputStream stream = archive.getResourceAsStream(POM)) {
            if (stream == null) {
                throw new IllegalStateException("The archive was not built by Maven: no " + POM);
            }
            Properties pom = new Properties();
            pom.load(stream);
            return pom.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException(POM + " cannot be read.", e);
        }
    }
}
