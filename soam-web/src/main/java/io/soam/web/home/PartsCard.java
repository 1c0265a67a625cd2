package io.soam.web.home;

import io.soam.operations.boundary.CitySnapshot;
import io.soam.operations.boundary.PartState;
import java.util.List;

/** The services SOAM stands on: those in trouble first. */
final class PartsCard {

    private PartsCard() {}

    static Card<PartItem> of(CitySnapshot city) {
        List<PartItem> items =
                city.parts().stream()
                        .map(PartsCard::item)
                        .sorted((a, b) -> b.tone().compareTo(a.tone()))
                        .toList();
        return new Card<>(
                items.isEmpty() ? CardState.LOADING : CardState.READY,
                null,
                city.at(),
                items,
                items.size());
    }

    private static PartItem item(PartState part) {
        return new PartItem(
                part.name(),
                part.label(),
                part.up() ? Tone.OK : Tone.BAD,
                part.up() ? "up" : "down",
                part.message());
    }
}
