package io.soam.stack.home;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The people who may sign in to a local stack, one for each role. */
public enum SignIn {
    ALICE("admin", Secret.ALICE),
    ULF("user", Secret.ULF),
    VERA("viewer", Secret.VERA);

    private final String role;
    private final Secret password;

    SignIn(String role, Secret password) {
        this.role = role;
        this.password = password;
    }

    public static Optional<SignIn> named(String name) {
        return Arrays.stream(values()).filter(user -> user.userName().equals(name)).findFirst();
    }

    public String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String role() {
        return role;
    }

    public Secret password() {
        return password;
    }
}
