package io.soam.stack.part;

/** When a part is stopped: the later stages first, because they use the earlier ones. */
public enum Stage {
    DATABASE,
    SERVICE,
    SERVER,
    DEVICE
}
