package io.soam.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.soam.batch.enrichment.EnrichmentJob;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A name in a job's XML that nothing bears is otherwise found out when the job runs. */
class JobXmlTest {

    private static final Path JOBS = Path.of("target/classes/META-INF/batch-jobs");

    @Test
    void everyArtifactThatIsNamedExists() throws Exception {
        Set<String> beans = namedBeans();

        for (Path file : jobFiles()) {
            assertThat(beans).as("artifacts named in %s", file).containsAll(references(file));
        }
    }

    @Test
    void theFacadeTheFileAndTheJobBearOneName() throws Exception {
        for (Path file : jobFiles()) {
            assertThat(job(file).getAttribute("id") + ".xml")
                    .isEqualTo(file.getFileName().toString());
        }
        assertThat(JOBS.resolve(EnrichmentJob.NAME + ".xml")).exists();
    }

    private static List<Path> jobFiles() throws IOException {
        try (Stream<Path> files = Files.list(JOBS)) {
            List<Path> found = files.toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static Set<String> namedBeans() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(Named.class))
                        .map(JobXmlTest::name)
                        .collect(Collectors.toSet());
    }

    private static String name(JavaClass type) {
        return type.getAnnotationOfType(Named.class).value();
    }

    private static List<String> references(Path file) throws Exception {
        List<String> references = new ArrayList<>();
        NodeList elements = job(file).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String reference = ((Element) elements.item(i)).getAttribute("ref");
            if (!reference.isEmpty()) {
                references.add(reference);
            }
        }
        return references;
    }

    private static Element job(Path file)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }
}
