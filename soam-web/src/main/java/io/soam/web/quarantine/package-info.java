/** The page Quarantine, as far as it is not in the browser: it shows what the API answers. */
package io.soam.web.quarantine;
