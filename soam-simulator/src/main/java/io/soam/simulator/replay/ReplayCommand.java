package io.soam.simulator.replay;

import io.soam.simulator.mqtt.BrokerConnection;
import io.soam.simulator.mqtt.BrokerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends recorded messages again. */
@Command(
        name = "replay",
        description = {
            "Sends recorded messages again, as if they were measured now.",
            "CSV with a header, JSON lines, or a JSON list; the latter two hold payloads or"
                    + " {\"topic\":…,\"payload\":…}."
        },
        showDefaultValues = true,
        sortOptions = false,
        footer = {
            "",
            "Exit code 0: all that could be read was acknowledged; lines that could not are counted.",
            "1: a file could not be read to its end, the broker has refused messages, or there were none."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final long ANSWER_SECONDS = 60;
    private static final long PAUSE_SECONDS = 1;

    @Spec private CommandSpec spec;

    @Mixin private ReplayOptions options;

    @Mixin private BrokerOptions broker;

    @Option(
            names = "--loop",
            description = "Begin again after the end (AOT_LOOP).",
            defaultValue = "${env:AOT_LOOP:-false}")
    private boolean loop;

    @Override
    public Integer call() throws InterruptedException {
        List<Recording> recordings = options.recordings();
        PrintWriter out = spec.commandLine().getOut();
        try (BrokerConnection connection = broker.connection()) {
            MqttTarget target = new MqttTarget(connection);
            Replay replay =
                    new Replay(
                            options.settings(),
                            target,
                            Clock.systemUTC(),
                            spec.commandLine().getErr());
            Thread ending = new Thread(() -> report(out, replay, target), "report");
            Runtime.getRuntime().addShutdownHook(ending);
            boolean whole = play(recordings, replay);
            boolean answered = target.awaitAnswers(ANSWER_SECONDS);
            return whole && answered && target.refused() == 0 && replay.sent() > 0 ? 0 : 1;
        }
    }

    private boolean play(List<Recording> recordings, Replay replay) throws InterruptedException {
        boolean whole = true;
        do {
            for (Recording recording : recordings) {
                whole &= play(recording, replay);
            }
            if (loop) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        } while (loop && whole);
        return whole;
    }

    private boolean play(Recording recording, Replay replay) throws InterruptedException {
        try {
            replay.begin();
            recording.read(replay);
            return true;
        } catch (IOException e) {
            spec.commandLine().getErr().println("The rest is not replayed: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return false;
        }
    }

    private static void report(PrintWriter out, Replay replay, MqttTarget target) {
        out.println(
                "Ended: sent=%d acknowledged=%d refused=%d skipped=%d"
                        .formatted(
                                replay.sent(),
                                target.acknowledged(),
                                target.refused(),
                                replay.skipped()));
        out.flush();
    }
}
