/** The names of things in the lake. */
package io.soam.domain.lake;
