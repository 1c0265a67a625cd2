package io.soam.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest --rate 0",
                "ingest --rate 1000,-1",
                "ingest --rate many",
                "ingest --duration 0",
                "ingest --devices 0",
                "ingest --payload -1",
                "ingest --topics 0",
                "ingest --warm-up -1",
                "ingest --qos 3",
                "ingest --rate 1000000 --duration 100000",
                "other"
            })
    void wrongUsage_isToldSoWithCode2(String line) {
        StringWriter told = new StringWriter();
        CommandLine bench = BenchMain.commandLine().setErr(new PrintWriter(told, true));

        assertThat(bench.execute(line.split(" "))).isEqualTo(2);
        assertThat(told.toString()).contains("Usage");
    }

    @Test
    void withoutAStack_itSaysWhatIsMissing() {
        assertThatThrownBy(() -> Stack.of(Map.of("SOAM_DB_URL", "jdbc:x")))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("SOAM_DB_USER is not set")
                .hasMessageContaining("./soam bench");
    }
}
