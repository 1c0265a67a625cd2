package io.soam.web.form;

/** What was entered for a setting cannot be read; the message says why, for people. */
final class UnreadableSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableSettingException(String message) {
        super(message);
    }
}
