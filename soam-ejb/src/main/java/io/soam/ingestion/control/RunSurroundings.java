package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What every {@link SourceRun} of a server has in common.
 *
 * @param podName name of this server
 * @param sinks where messages of a data source go
 * @param connectors makes a connector that has not been started
 * @param configs the configuration of a data source with its secrets opened
 * @param executor runs the steps; it must have a thread for each of those that run at once
 * @param timer wakes after a pause
 * @param backoff how long that is
 * @param clock the time
 * @param listener told of every change of a state
 */
record RunSurroundings(
        String podName,
        Function<SourceDefinition, MessageSink> sinks,
        BiFunction<SourceDefinition, SourceContext, Connector> connectors,
        Function<SourceDefinition, JsonNode> configs,
        Executor executor,
        ScheduledExecutorService timer,
        RestartBackoff backoff,
        Clock clock,
        BiConsumer<SourceDefinition, RunState> listener) {

    MessageSink sink(SourceDefinition definition) {
        return sinks.apply(definition);
    }

    JsonNode config(SourceDefinition definition) {
        return configs.apply(definition);
    }

    Connector connector(SourceDefinition definition, SourceContext context) {
        return connectors.apply(definition, context);
    }
}
