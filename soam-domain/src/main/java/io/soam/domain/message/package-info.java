/** What a message is and how it is named, from reception to gold. */
package io.soam.domain.message;
