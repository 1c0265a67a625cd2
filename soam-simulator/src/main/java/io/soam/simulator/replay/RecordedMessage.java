package io.soam.simulator.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One message of a recording.
 *
 * @param line where it begins in its file, from 1
 * @param topic where it was published, if the recording tells
 */
record RecordedMessage(long line, Optional<String> topic, ObjectNode payload) {}
