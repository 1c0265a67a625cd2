package io.soam.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.batch.enrichment.EnrichmentJob;
import io.soam.platform.control.SchemaMigration;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs inside the built archive: what holds only there. */
@ExtendWith(ArquillianExtension.class)
class DeploymentIT {

    @EJB(lookup = "java:app/soam-batch/EnrichmentJob")
    EnrichmentJob job;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    @Deployment
    static EnterpriseArchive soamWithThisTest() throws IOException, URISyntaxException {
        EnterpriseArchive soam =
                ShrinkWrap.createFromZipFile(
                        EnterpriseArchive.class, new File(System.getProperty("soam.ear")));
        return soam.setApplicationXML(new StringAsset(withTestModule(soam)))
                .addAsModule(Testable.archiveToTest(tests()));
    }

    private static WebArchive tests() throws URISyntaxException {
        File assertions =
                new File(
                        Assertions.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        return ShrinkWrap.create(WebArchive.class, "test.war")
                .addClass(DeploymentIT.class)
                .addAsLibrary(assertions)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static String withTestModule(EnterpriseArchive soam) throws IOException {
        try (InputStream descriptor =
                soam.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(descriptor.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "<library-directory>",
                            "<module><web><web-uri>test.war</web-uri>"
                                    + "<context-root>/test</context-root></web></module>"
                                    + "<library-directory>");
        }
    }

    @Test
    void nobodyButAnAdministratorOperatesTheJob() {
        assertThatThrownBy(() -> job.stop()).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> job.start()).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void theDefaultDatabaseIsPostgresWithOurSchemaAndTheJobRepository() throws SQLException {
        assertThat(tables())
                .contains(
                        "public.job_execution",
                        "public.step_execution",
                        "soam.enrichment_applications",
                        "soam.flyway_schema_history");
    }

    @Test
    void businessCodeSeesTheLakeGateway() throws ClassNotFoundException {
        assertThat(business().loadClass("io.soam.sparkconnect.LakeSession")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scala.Option",
                "org.apache.spark.sql.SparkSession",
                "org.apache.logging.log4j.core.Logger",
                "org.sparkproject.io.grpc.ManagedChannel"
            })
    void businessCodeDoesNotSeeSpark(String name) {
        assertThatThrownBy(() -> business().loadClass(name))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void jacksonIsTheServers() throws ClassNotFoundException {
        assertThat(business().loadClass(ObjectMapper.class.getName()).getClassLoader().toString())
                .contains("com.fasterxml.jackson");
    }

    private static ClassLoader business() {
        return SchemaMigration.class.getClassLoader();
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select table_schema || '.' || table_name from information_schema.tables")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }
}
