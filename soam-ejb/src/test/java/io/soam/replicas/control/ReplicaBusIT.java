package io.soam.replicas.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.servers.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicaBusIT {

    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        database = Database.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() throws Exception {
        database.execute("truncate soam.servers cascade");
    }

    @Test
    void everyOtherServerAnswers_andNothingStaysBehind() throws Exception {
        try (TestReplica asker = new TestReplica(database, "soam-0").start();
                TestReplica second = new TestReplica(database, "soam-1").start();
                TestReplica third = new TestReplica(database, "soam-2").start()) {
            asker.bus().answer("greeting", body -> "I ask myself");
            second.bus().answer("greeting", body -> body + " from the second");
            third.bus().answer("greeting", body -> body + " from the third");

            ReplicaBus.Answers answers = asker.bus().ask("greeting", "Hello");

            assertThat(answers.silent()).isEmpty();
            assertThat(answers.answers())
                    .isEqualTo(
                            Map.of(
                                    "soam-1", "Hello from the second",
                                    "soam-2", "Hello from the third"));
            await().untilAsserted(() -> assertThat(rows()).isZero());
        }
    }

    @Test
    void whoeverDoesNotAnswerInTimeIsNamed() throws Exception {
        try (TestReplica asker = new TestReplica(database, "soam-0").start();
                TestReplica dead = new TestReplica(database, "soam-1").start()) {
            dead.kill();

            ReplicaBus.Answers answers = asker.bus().ask("greeting", "Hello");

            assertThat(answers.answers()).isEmpty();
            assertThat(answers.silent()).containsExactly("soam-1");
        }
    }

    @Test
    void whoeverIsAloneDoesNotWait() throws Exception {
        try (TestReplica asker = new TestReplica(database, "soam-0").start()) {
            long begin = System.nanoTime();
            assertThat(asker.bus().ask("greeting", "Hello").silent()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    private static int rows() throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select (select count(*) from soam.replica_questions)"
                                        + " + (select count(*) from soam.replica_answers)")) {
            row.next();
            return row.getInt(1);
        }
    }
}
