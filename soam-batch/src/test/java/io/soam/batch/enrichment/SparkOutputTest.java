package io.soam.batch.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SparkOutputTest {

    private final Logger log = Logger.getLogger("io.soam.spark");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    records.add(entry);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void leave() {
        log.removeHandler(handler);
    }

    @Test
    void keepsTheLevelOfALine() {
        read("2026-11-24T10:00:00.000Z WARN  [main] o.a.s.Utils Low memory", List.of());

        assertThat(records).hasSize(1);
        assertThat(records.get(0).getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
        assertThat(records.get(0).getMessage()).isEqualTo("[main] o.a.s.Utils Low memory");
    }

    @Test
    void hidesSecrets() {
        read("password is s3cret!", List.of("s3cret", ""));

        assertThat(records.get(0).getMessage()).isEqualTo("password is ***!");
    }

    @Test
    void remembersTheLastFailureWithoutItsTrace() {
        SparkOutput output =
                read(
                        """
                        2026-11-24T10:00:00.000Z ERROR [main] x java.io.IOException: first | at a.b
                        2026-11-24T10:00:01.000Z ERROR [main] x failed: java.net.ConnectException: refused | at a.b | at c.d
                        2026-11-24T10:00:02.000Z INFO  [main] x bye
                        """,
                        List.of());

        assertThat(output.failure()).isEqualTo("java.net.ConnectException: refused");
    }

    @Test
    void anUneventfulLifeHasNoFailure() {
        assertThat(read("all is well", List.of()).failure()).isNull();
    }

    private static SparkOutput read(String text, List<String> secrets) {
        SparkOutput output =
                new SparkOutput(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), secrets);
        output.run();
        return output;
    }
}
