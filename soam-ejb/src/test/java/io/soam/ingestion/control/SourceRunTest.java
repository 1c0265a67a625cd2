package io.soam.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceRunTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<SourceContext> contexts = new CopyOnWriteArrayList<>();
    private final List<RunState> states = new CopyOnWriteArrayList<>();
    private Function<SourceContext, Connector> type = Recorded::new;

    @AfterEach
    void end() {
        executor.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void replacesAConnectorOfAnOlderRevision_andStopsWhatIsNotWanted() {
        SourceRun run = run();
        run.want(definition(1));
        await().until(() -> events.contains("start 1"));

        run.want(definition(2));
        await().until(() -> events.contains("start 2"));
        assertThat(run.end()).succeedsWithin(Duration.ofSeconds(5));

        assertThat(events).containsExactly("start 1", "stop 1", "start 2", "stop 2");
        assertThat(run.isIdle()).isTrue();
        assertThat(run.state().status()).isEqualTo(SourceStatus.STOPPED);
    }

    @Test
    void startsAFailedConnectorAnewForEver_andTellsWhyAndWhen() {
        SourceRun run = run();
        run.want(definition(1));

        for (int failure = 1; failure <= 5; failure++) {
            int number = failure;
            await().until(() -> contexts.size() == number);
            contexts.get(number - 1).failed("Failure " + number);
            await().until(
                            () ->
                                    states.stream()
                                            .anyMatch(
                                                    state ->
                                                            state.attempts() == number
                                                                    && state.nextAttempt() != null
                                                                    && state.error()
                                                                            .equals(
                                                                                    "Failure "
                                                                                            + number)));
        }
        await().until(() -> contexts.size() == 6);

        assertThat(events).endsWith("stop 1", "start 1");
        assertThat(events.stream().filter("stop 1"::equals)).hasSize(5);
    }

    @Test
    void aStartThatThrowsIsTriedAgain() {
        type =
                context -> {
                    if (contexts.size() < 3) {
                        throw new IllegalStateException("No port left");
                    }
                    return new Recorded(context);
                };
        SourceRun run = run();
        run.want(definition(1));

        await().until(() -> events.contains("start 1"));
        assertThat(states).extracting(RunState::error).contains("No port left");
        assertThat(contexts).hasSize(3);
    }

    @Test
    void anInvalidConfigurationIsNotTriedAgainBeforeItIsChanged() {
        type =
                context -> {
                    if (contexts.size() == 1) {
                        throw new InvalidSourceConfigurationException("Give a URL.");
                    }
                    return new Recorded(context);
                };
        SourceRun run = run();
        run.want(definition(1));
        await().until(() -> run.state().status() == SourceStatus.ERROR);

        run.want(definition(1));
        assertThat(run.state().error()).isEqualTo("Give a URL.");
        assertThat(run.state().nextAttempt()).isNull();
        run.want(definition(2));
        await().until(() -> events.contains("start 2"));

        assertThat(contexts).hasSize(2);
    }

    @Test
    void aSlowConnectorDelaysNoOther() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        type =
                context -> {
                    awaitUninterruptibly(slow);
                    return new Recorded(context);
                };
        List<SourceRun> blocked = Stream.generate(this::run).limit(30).toList();
        blocked.forEach(each -> each.want(definition(1)));
        await().until(() -> contexts.size() == 30);

        type = Recorded::new;
        SourceRun quick = run();
        quick.want(definition(7));
        await().atMost(5, TimeUnit.SECONDS).until(() -> events.contains("start 7"));

        assertThat(events).containsExactly("start 7");
        slow.countDown();
    }

    @Test
    void whatAReplacedConnectorReportsIsIgnored() {
        SourceRun run = run();
        run.want(definition(1));
        await().until(() -> contexts.size() == 1);
        run.want(definition(2));
        await().until(() -> events.contains("start 2"));
        contexts.get(1).changed(SourceStatus.ACTIVE, null);

        contexts.get(0).changed(SourceStatus.ERROR, "Late");
        contexts.get(0).failed("Later");

        assertThat(run.state()).isEqualTo(RunState.of(SourceStatus.ACTIVE, null));
        assertThat(contexts).hasSize(2);
    }

    private SourceRun run() {
        return new SourceRun(
                new RunSurroundings(
                        "soam-0",
                        definition -> null,
                        (definition, context) -> {
                            contexts.add(context);
                            return type.apply(context);
                        },
                        definition -> MissingNode.getInstance(),
                        executor,
                        timer,
                        new RestartBackoff(
                                Duration.ofMillis(5),
                                Duration.ofMillis(20),
                                new java.util.Random(7)),
                        Clock.systemUTC(),
                        (source, state) -> states.add(state)));
    }

    private static SourceDefinition definition(long revision) {
        return new SourceDefinition(
                1,
                "City",
                "recorded",
                IngestionId.ofSource("City", "recorded"),
                "{}",
                revision,
                null);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Recorded implements Connector {

        private final long revision;

        Recorded(SourceContext context) {
            this.revision = ((RunningConnector) context).definition().revision();
        }

        @Override
        public void start() {
            events.add("start " + revision);
        }

        @Override
        public void stop() {
            events.add("stop " + revision);
        }

        @Override
        public ConnectorHealth health() {
            return new ConnectorHealth(SourceStatus.ACTIVE, null, null, Map.of());
        }
    }
}
