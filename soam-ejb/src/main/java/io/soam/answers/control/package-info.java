/** Cached answers and how they are refreshed. */
package io.soam.answers.control;
