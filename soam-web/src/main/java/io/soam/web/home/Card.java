package io.soam.web.home;

import io.soam.answers.boundary.Answer;
import java.time.Instant;
import java.util.List;

/**
 * A card with a list.
 *
 * @param state what it can show
 * @param note why it is stale or failed, for people; otherwise null
 * @param asOf when the items were known; null if never
 * @param items what it lists, at most as many as it has room for
 * @param total how many there are
 * @param <T> an item
 */
public record Card<T>(CardState state, String note, Instant asOf, List<T> items, int total) {

    public Card {
        items = List.copyOf(items);
    }

    static CardState stateOf(Answer<?> answer) {
        if (answer.asOf() == null) {
            return answer.isStale() ? CardState.ERROR : CardState.LOADING;
        }
        if (answer.isStale()) {
            return CardState.STALE;
        }
        return answer.rows().isEmpty() ? CardState.EMPTY : CardState.READY;
    }

    /** Nothing could be found out; the note says why. */
    public static <T> Card<T> failed(String note) {
        return new Card<>(CardState.ERROR, note, null, List.of(), 0);
    }

    /** Whether the items are the last known ones, or there are none because asking failed. */
    public boolean isTroubled() {
        return state == CardState.STALE || state == CardState.ERROR;
    }
}
