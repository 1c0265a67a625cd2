package io.soam.web.home;

import io.soam.answers.boundary.LatestReading;
import io.soam.operations.boundary.CitySnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The newest readings of silver. */
final class ReadingsCard {

    private static final int ROOM = 40;

    private ReadingsCard() {}

    static Card<ReadingRow> of(CitySnapshot city) {
        List<ReadingRow> rows =
                city.latest().stream()
                        .limit(ROOM)
                        .map(reading -> row(reading, city.threshold()))
                        .toList();
        CardState filled =
                city.pipeline().isRunning() || city.pipeline().message() == null
                        ? CardState.READY
                        : CardState.STALE;
        return new Card<>(
                rows.isEmpty() ? CardState.EMPTY : filled,
                filled == CardState.STALE ? city.pipeline().message() : null,
                city.latest().isEmpty() ? null : city.latest().get(0).at(),
                rows,
                city.latest().size());
    }

    private static ReadingRow row(LatestReading reading, double threshold) {
        List<String> fields =
                reading.numbers().keySet().stream()
                        .sorted(Comparator.comparingInt(Measure::rank))
                        .toList();
        String foremost = fields.isEmpty() ? null : fields.get(0);
        String others =
                fields.stream()
                        .skip(1)
                        .limit(2)
                        .map(field -> Measure.format(field, reading.numbers().get(field)))
                        .collect(Collectors.joining(", "));
        Double temperature = reading.numbers().get("temperature");
        boolean over = temperature != null && temperature > threshold;
        return new ReadingRow(
                reading.messageId(),
                reading.at(),
                reading.sensorId(),
                foremost == null
                        ? "no number"
                        : Measure.format(foremost, reading.numbers().get(foremost)),
                others,
                Streams.shortName(reading.ingestionId()),
                reading.ingestionId(),
                foremost == null ? "Other" : Measure.labelOf(foremost),
                over ? Tone.WARN : Tone.OK,
                over ? "over limit" : "good");
    }
}
