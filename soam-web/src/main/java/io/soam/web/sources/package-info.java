/** The page Data sources: what is connected, and how it is doing. */
package io.soam.web.sources;
