package io.soam.ingestion.rest;

import io.soam.ingestion.connector.PollFailedException;
import io.soam.ingestion.connector.Trial;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Asks once, and shows what would become messages. */
final class RestTrial {

    private static final int MOST_SAMPLES = 5;

    private RestTrial() {}

    static Trial of(RestSettings settings, TargetGuard guard, Clock clock, Duration limit) {
        try {
            FetchedAnswer answer =
                    new Fetcher(settings, guard, clock)
                            .fetch(Validators.NONE, settings.limits().within(limit));
            HttpStatus.require(answer, settings);
            return found(answer, AnswerRecords.of(answer, settings.dataPath()));
        } catch (PollFailedException e) {
            return new Trial(false, e.getMessage(), List.of());
        }
    }

    private static Trial found(FetchedAnswer answer, List<byte[]> records) {
        String address = RestSettings.endpoint(answer.url());
        String said =
                "HTTP "
                        + answer.status()
                        + ", "
                        + (answer.contentType().isEmpty() ? "no type given" : answer.contentType())
                        + ", "
                        + answer.body().length
                        + " bytes: ";
        return new Trial(
                true,
                said
                        + switch (records.size()) {
                            case 0 -> "no record at present.";
                            case 1 -> "each poll brings one message.";
                            default -> records.size() + " records, each of which is a message.";
                        },
                records.stream()
                        .limit(MOST_SAMPLES)
                        .map(record -> Trial.Sample.of(address, record))
                        .toList());
    }
}
