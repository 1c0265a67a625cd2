/** Reading and seeding rules. */
package io.soam.rules.control;
