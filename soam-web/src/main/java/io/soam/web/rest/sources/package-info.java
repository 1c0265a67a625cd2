/** What the pages of data sources ask for while they are open. */
package io.soam.web.rest.sources;
