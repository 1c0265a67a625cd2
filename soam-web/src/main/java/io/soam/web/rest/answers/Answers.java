package io.soam.web.rest.answers;

import io.soam.answers.boundary.Answer;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Problem;
import io.soam.web.rest.ProblemException;
import java.util.List;
import java.util.function.Function;

/** Answers in envelopes: fresh rows, old rows with the reason, or none at all. */
final class Answers {

    private Answers() {}

    /**
     * @throws ProblemException if no rows have ever been known
     */
    static <S, T> Envelope<List<T>> envelope(Answer<S> answer, Function<S, T> payload) {
        List<T> rows = answer.rows().stream().map(payload).toList();
        if (!answer.isStale()) {
            return Envelope.all(rows);
        }
        if (answer.asOf() == null) {
            throw new ProblemException(
                    new Problem(
                            503,
                            "lake_unavailable",
                            "The lake cannot be asked now. Ask again in a minute.",
                            answer.staleReason()));
        }
        return Envelope.warning(
                rows,
                "These are the last known rows, as of " + answer.asOf() + ".",
                answer.staleReason());
    }
}
