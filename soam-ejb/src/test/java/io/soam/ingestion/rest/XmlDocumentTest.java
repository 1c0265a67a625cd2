package io.soam.ingestion.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<r><a>1</a><b> x </b></r> | {\"a\":\"1\",\"b\":\"x\"}",
                "<r s=\"a\"><m>1</m><m u=\"C\">2</m></r> | {\"s\":\"a\",\"m\":[\"1\",{\"u\":\"C\",\"#text\":\"2\"}]}",
                "<r><m/><m/><m/></r> | {\"m\":[\"\",\"\",\"\"]}",
                "<x:r xmlns:x=\"urn:y\"><x:a>&lt;&#252;</x:a></x:r> | {\"a\":\"<ü\"}",
                "<r><![CDATA[<a>]]></r> | \"<a>\"",
                "<r><!-- c --><?p i?><a><b><c>1</c></b></a></r> | {\"a\":{\"b\":{\"c\":\"1\"}}}"
            })
    void becomesJson(String xml, String json) throws IOException {
        assertThat(XmlDocument.read(xml.getBytes(UTF_8), null)).hasToString(json);
    }

    @Test
    void itsOwnEncodingCounts() throws IOException {
        byte[] xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>ü</a>".getBytes(ISO_8859_1);
        assertThat(XmlDocument.read(xml, null).asText()).isEqualTo("ü");
        byte[] bare = "<a>ü</a>".getBytes(ISO_8859_1);
        assertThat(XmlDocument.read(bare, ISO_8859_1).asText()).isEqualTo("ü");
    }

    @Test
    void filesAreNotRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "treasure");
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><a>&x;</a>".formatted(secret.toUri());
        assertThatThrownBy(() -> XmlDocument.read(xml.getBytes(UTF_8), null))
                .isInstanceOf(IOException.class)
                .message()
                .doesNotContain("treasure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>",
                "<!DOCTYPE a><a/>",
                "<a>&unknown;</a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a/>",
                "<a><b></a>",
                "<a/><b/>",
                "plain",
                ""
            })
    void attacksAndBrokenDocuments_areRefused(String xml) {
        assertThatThrownBy(() -> XmlDocument.read(xml.getBytes(UTF_8), null))
                .isInstanceOf(IOException.class);
    }

    @Test
    void endlessNesting_isRefused() {
        String xml = "<a>".repeat(50_000);
        assertThatThrownBy(() -> XmlDocument.read(xml.getBytes(UTF_8), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("200");
    }
}
