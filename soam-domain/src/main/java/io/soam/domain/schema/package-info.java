/**
 * What the messages of a stream look like: fields, types, statistics, and how they change.
 *
 * <p>{@link io.soam.domain.schema.StreamObserver} is told the values of messages one by one and
 * gives a {@link io.soam.domain.schema.StreamProfile}; profiles of the same stream merge in any
 * order, and {@link io.soam.domain.schema.Evolution} tells what a merge changes.
 */
package io.soam.domain.schema;
