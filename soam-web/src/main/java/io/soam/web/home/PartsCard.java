package io.soam.web.home;

import io.soam.operations.boundary.CitySnapshot;
import io.soam.operations.boundary.PartState;
import java.util.List;
import java.util.stream.Collectors;

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

    /** What is down, in words; null if nothing is. */
    static String problem(List<PartState> parts) {
        List<PartState> down = parts.stream().filter(part -> !part.up()).toList();
        if (down.isEmpty()) {
            return null;
        }
        if (down.size() == 1) {
            return down.get(0).label() + " is down. " + text(down.get(0));
        }
        return down.stream().map(PartState::label).collect(Collectors.joining(", "))
                + " are down. The list of services at the end of this page says why and what still works.";
    }

    private static PartItem item(PartState part) {
        return new PartItem(
                part.name(),
                part.label(),
                part.up() ? Tone.OK : Tone.BAD,
                part.up() ? "up" : "down",
                text(part));
    }

    /** The message as a sentence of its own, without the name, which stands before it already. */
    private static String text(PartState part) {
        String prefix = part.label() + ": ";
        String message = part.message() == null ? "" : part.message();
        String rest = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
        return rest.isEmpty() ? rest : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }
}
