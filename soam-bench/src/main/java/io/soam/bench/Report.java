package io.soam.bench;

import java.util.List;

/**
 * What a run has shown.
 *
 * @param machine what it ran on
 * @param steps in the order in which they were run
 * @param discardRate messages a second that a subscriber takes which only discards them
 */
record Report(String machine, List<StepResult> steps, double discardRate) {}
