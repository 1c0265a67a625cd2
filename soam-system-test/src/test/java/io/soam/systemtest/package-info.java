/**
 * Use cases against the running local stack. What the tests talk to is wrapped in the words of the
 * domain: {@link SoamStack}, {@link Portal}, {@link Api}, {@link Lake}, {@link Publisher}. One
 * stack serves all tests of a run.
 */
package io.soam.systemtest;
