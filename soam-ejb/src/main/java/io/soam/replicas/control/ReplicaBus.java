package io.soam.replicas.control;

import io.soam.platform.control.Background;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Lets a server ask the others, over the database: a question and a signal, an answer and a signal
 * from each. Who is alone asks nobody. For what people look at now and then, not for every message.
 */
@ApplicationScoped
public class ReplicaBus {

    private static final String ASKED = "asked";
    private static final String ANSWERED = "answered";
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int LONGEST_ANSWER = 16 << 20;

    /** Each question occupies a connection for moments and the answers some memory. */
    private static final int MOST_QUESTIONS = 8;

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject Signals signals;

    @Inject Replicas replicas;

    @Inject Background background;

    private final Map<String, UnaryOperator<String>> answerers = new ConcurrentHashMap<>();
    private final Map<UUID, Semaphore> open = new ConcurrentHashMap<>();
    private final Semaphore questions = new Semaphore(MOST_QUESTIONS);

    /**
     * What came of a question.
     *
     * @param answers of the other servers, by their names
     * @param silent names of those that did not answer in time
     */
    public record Answers(Map<String, String> answers, List<String> silent) {

        static final Answers NONE = new Answers(Map.of(), List.of());

        public Answers {
            answers = Map.copyOf(answers);
            silent = List.copyOf(silent);
        }
    }

    void start() {
        signals.listen(ASKED, this::asked);
        signals.listen(ANSWERED, this::answered);
    }

    /** Has questions of a topic answered; the answerer may take some time, but not two seconds. */
    public void answer(String topic, UnaryOperator<String> answerer) {
        answerers.put(topic, answerer);
    }

    /** Asks all other servers and waits for them, two seconds at most. */
    public Answers ask(String topic, String body) throws InterruptedException {
        Map<UUID, String> others = new HashMap<>();
        try {
            replicas.living().stream()
                    .filter(server -> !server.instance().equals(replicas.instance()))
                    .forEach(server -> others.put(server.instance(), server.podName()));
            if (others.isEmpty()) {
                return Answers.NONE;
            }
            if (!questions.tryAcquire(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Answers(Map.of(), List.copyOf(others.values()));
            }
            try {
                return ask(topic, body, others);
            } finally {
                questions.release();
            }
        } catch (SQLException e) {
            ReplicasLog.LOG.notAsked(topic, e.getMessage());
            return new Answers(Map.of(), List.copyOf(others.values()));
        }
    }

    private Answers ask(String topic, String body, Map<UUID, String> others)
            throws SQLException, InterruptedException {
        UUID question = UUID.randomUUID();
        Semaphore arrived = new Semaphore(0);
        open.put(question, arrived);
        try {
            try (Connection connection = dataSource.getConnection()) {
                new BusTable(connection).ask(question, replicas.instance(), topic, body);
            }
            signals.send(ASKED, question.toString());
            arrived.tryAcquire(others.size(), LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            try (Connection connection = dataSource.getConnection()) {
                return answers(new BusTable(connection).take(question), others);
            }
        } finally {
            open.remove(question);
        }
    }

    private static Answers answers(Map<UUID, String> bodies, Map<UUID, String> others) {
        Map<String, String> answers = new HashMap<>();
        List<String> silent = new ArrayList<>();
        others.forEach(
                (instance, podName) -> {
                    String body = bodies.get(instance);
                    if (body == null) {
                        silent.add(podName);
                    } else {
                        answers.put(podName, body);
                    }
                });
        return new Answers(answers, silent);
    }

    private void answered(String text) {
        Semaphore waiting = text.isEmpty() ? null : open.get(UUID.fromString(text));
        if (waiting != null) {
            waiting.release();
        }
    }

    private void asked(String text) {
        if (!text.isEmpty()) {
            UUID question = UUID.fromString(text);
            if (!open.containsKey(question)) {
                background.executor().execute(() -> answer(question));
            }
        }
    }

    private void answer(UUID question) {
        try (Connection connection = dataSource.getConnection()) {
            BusTable table = new BusTable(connection);
            BusTable.Question asked = table.question(question);
            UnaryOperator<String> answerer = asked == null ? null : answerers.get(asked.topic());
            if (answerer == null) {
                return;
            }
            String body = answerer.apply(asked.body());
            if (body.length() <= LONGEST_ANSWER) {
                table.answer(question, replicas.instance(), body);
                signals.send(ANSWERED, question.toString());
            }
        } catch (SQLException | RuntimeException e) {
            ReplicasLog.LOG.notAnswered(e, question);
        }
    }
}
