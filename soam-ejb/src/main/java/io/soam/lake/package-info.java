/**
 * The object store and what lies in it. Moves messages from the spool to bronze exactly once: an
 * object is named after the segment it comes from, so that a repeated upload finds it there and
 * leaves it, and a segment is deleted only after its objects are stored and registered.
 */
package io.soam.lake;
