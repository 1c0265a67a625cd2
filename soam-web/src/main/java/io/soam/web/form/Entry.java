package io.soam.web.form;

/**
 * A name with a text, as entered.
 *
 * @param name may be empty
 * @param text may be empty
 */
public record Entry(String name, String text) {

    boolean isBlank() {
        return name.isBlank() && text.isBlank();
    }
}
