package io.soam.web.home;

import io.soam.answers.boundary.Answer;
import io.soam.enrichment.boundary.StreamsStatus;
import io.soam.operations.boundary.CitySnapshot;
import java.util.List;

/** The way from source to answer. */
final class Stages {

    /** Later than this is worth a word; the promise is half a minute from sensor to gold. */
    static final double SLOW_SECONDS = 30;

    private static final String UNKNOWN = "unknown";

    private Stages() {}

    static List<Stage> of(CitySnapshot city) {
        return List.of(sources(city), bronze(city), silver(city), gold(city));
    }

    static List<Stage> unknown() {
        return List.of(
                stage("sources", "Sources", Tone.IDLE, UNKNOWN, Kpis.UNKNOWN),
                stage("bronze", "Bronze", Tone.IDLE, UNKNOWN, Kpis.UNKNOWN),
                stage("silver", "Silver", Tone.IDLE, UNKNOWN, Kpis.UNKNOWN),
                stage("gold", "Gold", Tone.IDLE, UNKNOWN, Kpis.UNKNOWN));
    }

    private static Stage sources(CitySnapshot city) {
        String text = city.activeSources() + " active · " + city.failingSources() + " failing";
        if (city.failingSources() > 0) {
            boolean all = city.activeSources() == 0;
            return stage("sources", "Sources", all ? Tone.BAD : Tone.WARN, "failing", text);
        }
        return city.activeSources() == 0
                ? stage("sources", "Sources", Tone.IDLE, "none", "no data source yet")
                : stage("sources", "Sources", Tone.OK, "working", text);
    }

    private static Stage bronze(CitySnapshot city) {
        if (city.spoolProblem() != null) {
            return stage("bronze", "Bronze", Tone.BAD, "waiting", city.spoolProblem());
        }
        String text =
                "lag "
                        + Formats.seconds(city.bronzeLagSeconds())
                        + " · spool "
                        + Formats.bytes(city.spoolBytes());
        return lagging("bronze", "Bronze", city.bronzeLagSeconds(), text);
    }

    private static Stage silver(CitySnapshot city) {
        StreamsStatus pipeline = city.pipeline();
        String rules = " · rules v" + pipeline.configurationVersion();
        return switch (pipeline.state()) {
            case "running" ->
                    lagging(
                            "silver",
                            "Silver",
                            city.silverLagSeconds(),
                            "lag "
                                    + Formats.seconds(city.silverLagSeconds())
                                    + " · "
                                    + Formats.rate(city.enriched().now())
                                    + " rows/s"
                                    + rules);
            case "starting" ->
                    stage("silver", "Silver", Tone.WARN, "starting", "Spark is starting" + rules);
            case "stopping", "stopped" ->
                    stage("silver", "Silver", Tone.WARN, pipeline.state(), why(pipeline));
            default -> stage("silver", "Silver", Tone.BAD, pipeline.state(), why(pipeline));
        };
    }

    private static Stage gold(CitySnapshot city) {
        Answer<?> averages = city.averages();
        if (averages.isStale()) {
            return stage("gold", "Gold", Tone.WARN, "stale", averages.staleReason());
        }
        if (city.goldDelaySeconds() == null) {
            return stage("gold", "Gold", Tone.IDLE, "empty", "nothing has reached it lately");
        }
        String text = Formats.seconds(city.goldDelaySeconds()) + " after the sensor";
        return lagging("gold", "Gold", city.goldDelaySeconds(), text);
    }

    private static String why(StreamsStatus pipeline) {
        return pipeline.message() == null ? "the pipeline does not run" : pipeline.message();
    }

    private static Stage lagging(String key, String label, double seconds, String text) {
        boolean slow = seconds > SLOW_SECONDS;
        return stage(key, label, slow ? Tone.WARN : Tone.OK, slow ? "slow" : "working", text);
    }

    private static Stage stage(String key, String label, Tone tone, String word, String text) {
        return new Stage(key, label, tone, word, text);
    }
}
