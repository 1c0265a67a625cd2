/** Reading and seeding settings. */
package io.soam.settings.control;
