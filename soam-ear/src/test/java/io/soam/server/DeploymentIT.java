package io.soam.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.soam.batch.enrichment.EnrichmentJob;
import io.soam.ingestion.boundary.InvalidDataSourceException;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.control.Connectors;
import io.soam.ingestion.control.PreviewBuffers;
import io.soam.ingestion.control.SourceRegistration;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.ticking.TickingConnectorType;
import io.soam.platform.control.SchemaMigration;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.BaseMatcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
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

    @Inject Connectors connectors;

    @Inject SourceRegistration registration;

    @Inject PreviewBuffers previews;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    @Deployment
    static EnterpriseArchive soamWithThisTest() throws IOException, URISyntaxException {
        EnterpriseArchive soam =
                ShrinkWrap.createFromZipFile(
                        EnterpriseArchive.class, new File(System.getProperty("soam.ear")));
        // As if somebody had added one class to the sources, and nothing else anywhere.
        JavaArchive services = soam.getAsType(JavaArchive.class, "soam-ejb.jar");
        services.addClasses(
                TickingConnectorType.class, TickingConnectorType.class.getDeclaredClasses()[0]);
        soam.delete("soam-ejb.jar");
        soam.addAsModule(services);
        return soam.setApplicationXML(new StringAsset(withTestModule(soam)))
                .addAsModule(Testable.archiveToTest(tests()));
    }

    private static WebArchive tests() throws URISyntaxException {
        File assertions = jar(Assertions.class);
        return ShrinkWrap.create(WebArchive.class, "test.war")
                .addClass(DeploymentIT.class)
                .addAsLibraries(assertions, jar(Awaitility.class), jar(BaseMatcher.class))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static File jar(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
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

    @Test
    void aKindOfDataSource_isOneClassThatIsFound() {
        assertThat(connectors.types())
                .extracting(ConnectorType::name)
                .contains("mqtt", "rest_api", "coap", "http_push", TickingConnectorType.NAME);

        RegisteredSource source = register("tick").source();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> words(source.getIngestionId()).equals(List.of("tick")));
        assertThatThrownBy(() -> register("t"))
                .isInstanceOf(InvalidDataSourceException.class)
                .hasMessageContaining("Word");
    }

    private SourceRegistration.Registered register(String word) {
        return registration.create(
                "Clock",
                TickingConnectorType.NAME,
                JsonNodeFactory.instance.objectNode().put("word", word),
                true,
                "test");
    }

    private List<String> words(String ingestionId) {
        return previews.newest(ingestionId, 10).stream()
                .map(record -> new String(record.payload(), StandardCharsets.UTF_8))
                .toList();
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
