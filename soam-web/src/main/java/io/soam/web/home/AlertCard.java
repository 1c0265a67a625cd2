package io.soam.web.home;

import io.soam.answers.boundary.Answer;
import io.soam.answers.boundary.TemperatureAlert;
import java.util.Comparator;
import java.util.List;

/** Alerts: open ones first, then the newest. */
final class AlertCard {

    private static final int ROOM = 20;

    private static final Comparator<TemperatureAlert> OPEN_FIRST =
            Comparator.comparing(TemperatureAlert::isOpen)
                    .thenComparing(TemperatureAlert::eventTime)
                    .reversed();

    private AlertCard() {}

    static Card<AlertItem> of(Answer<TemperatureAlert> answer) {
        List<AlertItem> items =
                answer.rows().stream().sorted(OPEN_FIRST).limit(ROOM).map(AlertCard::item).toList();
        return new Card<>(
                Card.stateOf(answer),
                answer.staleReason(),
                answer.asOf(),
                items,
                answer.rows().size());
    }

    static int open(Answer<TemperatureAlert> answer) {
        return (int) answer.rows().stream().filter(TemperatureAlert::isOpen).count();
    }

    private static AlertItem item(TemperatureAlert alert) {
        boolean open = alert.isOpen();
        return new AlertItem(
                alert.sensorId() + " " + alert.eventTime(),
                open ? Tone.BAD : Tone.IDLE,
                open ? "open" : "over",
                open ? "Temperature over limit" : "Temperature was over limit",
                "%s at %s °C, limit %s °C, %s"
                        .formatted(
                                alert.sensorId(),
                                Formats.tenths(alert.peak()),
                                Formats.tenths(alert.threshold()),
                                Formats.counted(alert.readings(), "reading")),
                open ? alert.eventTime() : alert.clearedAt());
    }
}
