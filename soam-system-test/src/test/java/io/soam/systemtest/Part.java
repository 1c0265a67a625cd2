package io.soam.systemtest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A process of the stack, as {@code soam status --json} tells.
 *
 * @param pid null when it does not run
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Part(String name, Long pid, String state, Integer port, Long memoryBytes) {

    static final String WILDFLY = "wildfly";
    static final String SECOND_SERVER = "server-2";
    static final String SPARK = "spark";
    static final String OBJECT_STORE = "object-store";
    static final String BROKER = "broker";
    static final String DATABASE = "postgresql";

    boolean isAlive() {
        return pid != null && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
