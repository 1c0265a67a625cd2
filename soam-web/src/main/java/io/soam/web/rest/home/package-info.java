/** What the page Home asks for while it is open. */
package io.soam.web.rest.home;
