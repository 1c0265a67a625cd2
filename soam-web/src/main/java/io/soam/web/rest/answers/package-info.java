/** Answers out of the lake. */
package io.soam.web.rest.answers;
