/** Messages that cannot be read. */
package io.soam.web.rest.quarantine;
